import { element } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { legend } from './legend.js';
import { objectTable } from './object-table.js';
import { Projection } from './projection.js';
import { cellTable, convenedTable, departmentTable, districtTable, gapTable } from './tables.js';
import { zoneMap } from './zone-map.js';

/**
 * The joint control of one zone, on the screen as on paper.
 *
 * @param {object} answer of the server
 * @param {{ring: [number, number][], districts: object[], cells: object[], partial: boolean}} shapes
 * @param {Words} words
 * @param {Map<string, Drawing>} drawings
 */
export function report(answer, shapes, words, drawings) {
  const { zone, objects } = answer;
  const projection = new Projection(zone, shapes.ring);
  const title = t('joint.title', { name: zone.name, radius: format.radius(zone.radius) });
  return element(
    'article',
    { class: 'report', dataset: { testid: 'report' } },
    element('h1', { class: 'report__title', text: title }),
    element('p', { class: 'quiet number', text: factsOf(answer) }),
    element(
      'figure',
      { class: 'report__figure-map' },
      zoneMap(projection, { ...shapes, objects, name: zone.name }, drawings),
      legend(answer, words, drawings, shapes.partial),
    ),
    convenedTable(answer.parties_to_convene),
    districtTable(answer.districts, words),
    departmentTable(answer.departments),
    gapTable(answer.gaps, words),
    cellTable(answer.cells, words),
    objectTable(objects, words, drawings),
  );
}

function factsOf({ at, area_km2: area, zone, objects, districts, departments }) {
  const count = (layer) => objects.filter((one) => one.layer === layer).length;
  return [
    t('joint.dataDay', { day: at }),
    format.position(zone.lon, zone.lat),
    t('joint.areaOf', { area: area.toFixed(2) }),
    t('joint.sum', {
      districts: districts.length,
      departments: departments.length,
      sites: count('site'),
      enterprises: count('enterprise'),
    }),
  ].join(' · ');
}

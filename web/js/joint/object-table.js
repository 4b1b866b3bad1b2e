import { element } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { objectSymbol } from './map-marks.js';
import { reportTable } from './report-table.js';

const COLUMNS = ['number', 'object', 'type', 'distance', 'district', 'cell', 'department'];

/** All objects of the zone, nearest first, with the numbers that they have in the picture. */
export function objectTable(objects, words, drawings) {
  return reportTable(
    'objects',
    t('joint.objects', { count: objects.length }),
    COLUMNS.map((key) => ({ title: t(`joint.${key}`), numeric: key === 'number' || key === 'distance' })),
    objects.map((one, index) => [
      index + 1,
      element('span', { class: 'report__object' }, objectSymbol(one, drawings), one.name ?? one.id),
      kindText(one, words),
      `${format.compass(one.bearing, 8)} ${format.distance(one.distance)}`,
      districtCell(one, words),
      one.cell?.name ?? t('who.nothing'),
      format.names((one.departments ?? []).map(({ name }) => name)) || t('who.nothing'),
    ]),
    t('joint.noObject'),
  );
}

// Type and class keep together, so that a class does not begin a line.
function kindText({ layer, type, class: classed }, words) {
  return [words.type(layer, type), words.value(layer, 'class', classed)]
    .filter(Boolean)
    .map((text) => text.replaceAll(' ', '\u00a0'))
    .join(' · ');
}

// What the map says; what the record says only where it is another.
function districtCell({ district, district_recorded: recorded }, words) {
  const computed = district?.name ?? t('who.nothing');
  if (!recorded || recorded === district?.id) return computed;
  return element(
    'span',
    {},
    computed,
    element('span', {
      class: 'report__differs',
      text: t('joint.recordedAs', { name: words.district(recorded) }),
    }),
  );
}

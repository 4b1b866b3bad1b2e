import { svg } from '../dom.js';
import { partsOf } from '../inside.js';
import { t } from '../i18n.js';
import { centreMark, objectMark } from './map-marks.js';
import { districtLabels } from './map-labels.js';
import { scaleBar } from './map-scale.js';
import { HEIGHT, WIDTH } from './projection.js';

/**
 * The zone as a picture that prints whole: districts, cells, the zone itself and the objects with the
 * numbers that they have in the table.
 *
 * @param {Projection} projection
 * @param {{ring: [number, number][], districts: object[], cells: object[], objects: object[],
 *     name: string}} content features with areas, and the objects of the answer
 * @param {Map<string, Drawing>} drawings
 */
export function zoneMap(projection, { ring, districts, cells, objects, name }, drawings) {
  return svg(
    'svg',
    {
      class: 'zone-map',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': t('joint.mapOf', { name }),
      'data-testid': 'zone-map',
    },
    svg('rect', { class: 'zone-map__land', width: WIDTH, height: HEIGHT }),
    areas('zone-map__cell', cells, projection),
    ...districts.map((one) => areas(districtClass(one), [one], projection)),
    svg('path', { class: 'zone-map__zone', d: projection.path([ring]) }),
    ...[...objects.entries()].reverse().map(([index, one]) => objectMark(one, index + 1, projection, drawings, objects.length)),
    centreMark(),
    ...districtLabels(districts, ring, projection),
    scaleBar(projection),
    north(),
    svg('rect', { class: 'zone-map__frame', x: 0.5, y: 0.5, width: WIDTH - 1, height: HEIGHT - 1 }),
  );
}

function areas(name, features, projection) {
  const rings = features.flatMap(({ geometry }) => partsOf(geometry).flat());
  return svg('path', { class: name, d: projection.path(rings), 'fill-rule': 'evenodd' });
}

function districtClass({ properties }) {
  return properties.kind === 'development_zone'
    ? 'zone-map__district zone-map__district--zone'
    : 'zone-map__district';
}

function north() {
  return svg(
    'g',
    { class: 'zone-map__north', transform: `translate(${WIDTH - 44} 56)` },
    svg('path', { d: 'M0 -30L10 8L0 0L-10 8Z' }),
    svg('text', { y: 30, 'text-anchor': 'middle', class: 'zone-map__small' }, t('compass.N')),
  );
}

import { element, svg } from '../dom.js';
import { t, titleOf } from '../i18n.js';
import { objectSymbol } from './map-marks.js';

/** What the picture shows, and nothing else: the symbols of the objects, the lines, where they are from. */
export function legend({ objects, synthetic }, words, drawings, partial) {
  const seen = new Map(objects.map((one) => [`${one.layer} ${one.class ?? ''}`, one]));
  const symbols = [...seen.values()].sort((a, b) =>
    `${b.layer}${a.class ?? ''}`.localeCompare(`${a.layer}${b.class ?? ''}`),
  );
  return element(
    'figcaption',
    { class: 'report__legend' },
    ...symbols.map((one) =>
      row(objectSymbol(one, drawings), [words.layer(one.layer), words.value(one.layer, 'class', one.class)].filter(Boolean).join(' ')),
    ),
    row(line('zone-map__zone'), t('joint.zone')),
    row(line('zone-map__district'), t('joint.county')),
    row(line('zone-map__district zone-map__district--zone'), t('joint.developmentZone')),
    partial ? null : row(line('zone-map__cell'), titleOf(drawings.get('grid_cell')?.declaration.title)),
    partial ? element('span', { text: t('joint.cellsLeftOut') }) : null,
    element('span', { class: 'report__source', text: t('map.attribution') }),
    synthetic ? element('span', { class: 'mark', text: t('mark.contains') }) : null,
  );
}

function row(symbol, text) {
  return element('span', { class: 'report__legend-row' }, symbol, text);
}

function line(name) {
  return svg(
    'svg',
    { class: 'zone-map__symbol', viewBox: '0 0 20 14', width: 20, height: 14, 'aria-hidden': 'true' },
    svg('path', { class: name, d: 'M0 7H20' }),
  );
}

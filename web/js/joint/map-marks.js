import { svg } from '../dom.js';
import { HEIGHT, WIDTH } from './projection.js';

const SIZE = 8;
// With more objects than this their numbers would lie on one another.
const MOST_NUMBERS = 160;

/** An object as a square (site) or a diamond (any other layer), filled by its class, with its number. */
export function objectMark(object, number, projection, drawings, count) {
  const at = `translate(${projection.x(object.lon).toFixed(1)} ${projection.y(object.lat).toFixed(1)})`;
  return svg(
    'g',
    { transform: at, 'data-object': `${object.layer}/${object.id}` },
    shape(object.layer, fillOf(object, drawings)),
    count <= MOST_NUMBERS
      ? svg('text', { class: 'zone-map__number', x: SIZE + 1, y: 4 }, String(number))
      : null,
  );
}

/** The same symbol by itself, for the legend and the table. */
export function objectSymbol(object, drawings) {
  return svg(
    'svg',
    { class: 'zone-map__symbol', viewBox: '-10 -10 20 20', width: 14, height: 14, 'aria-hidden': 'true' },
    shape(object.layer, fillOf(object, drawings)),
  );
}

/** What the zone lies round: always the middle of the picture. */
export function centreMark() {
  return svg(
    'g',
    { transform: `translate(${WIDTH / 2} ${HEIGHT / 2})`, class: 'zone-map__centre' },
    svg('circle', { r: 11 }),
    svg('circle', { r: 4 }),
  );
}

function shape(layer, fill) {
  const attributes = { class: 'zone-map__object', fill };
  if (layer === 'site') {
    return svg('rect', { ...attributes, x: -SIZE / 1.3, y: -SIZE / 1.3, width: SIZE * 1.54, height: SIZE * 1.54 });
  }
  return svg('path', { ...attributes, d: `M0 ${-SIZE}L${SIZE} 0L0 ${SIZE}L${-SIZE} 0Z` });
}

function fillOf(object, drawings) {
  const drawing = drawings.get(object.layer);
  const style = drawing?.styleOf({ [drawing.by?.field]: object.class ?? '' });
  const fill = style?.fill ?? 'paper';
  // A name is looked up by the style sheet, which knows the colours of paper as well.
  return fill.startsWith('#') ? fill : `var(--map-${fill.replaceAll('_', '-')})`;
}

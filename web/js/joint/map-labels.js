import { svg } from '../dom.js';
import { inside, partsOf } from '../inside.js';
import { HEIGHT, WIDTH } from './projection.js';

const STEPS = 40;
const LEAST_ROOM = 20;

/**
 * The names of districts, each inside of its part of the zone, where it is farthest from the edges; a
 * county has no part where a development zone is.
 */
export function districtLabels(districts, ring, projection) {
  const flat = (rings) =>
    rings.map((one) => one.map(([lon, lat]) => [projection.x(lon), projection.y(lat)]));
  const [zone] = flat([ring]);
  const shapes = districts.map(({ properties, geometry }) => ({
    name: properties.name,
    first: properties.kind === 'development_zone',
    parts: partsOf(geometry).map(flat),
  }));
  const firsts = shapes.filter(({ first }) => first).flatMap(({ parts }) => parts);
  return shapes
    .map(({ name, first, parts }) => ({ name, at: placeIn(parts, first ? [] : firsts, zone) }))
    .filter(({ at }) => at)
    .map(({ name, at: [x, y] }) =>
      svg('text', { class: 'zone-map__label', x: x.toFixed(0), y: y.toFixed(0), 'text-anchor': 'middle' }, name),
    );
}

// Of a lattice over the zone, the place in the area that is farthest from every outline and the middle.
function placeIn(parts, without, zone) {
  const [left, top] = [Math.min(...zone.map(([x]) => x)), Math.min(...zone.map(([, y]) => y))];
  const step = (Math.max(...zone.map(([x]) => x)) - left) / STEPS;
  let best = null;
  let most = LEAST_ROOM;
  for (let i = 1; i < STEPS; i += 1) {
    for (let j = 1; j < STEPS; j += 1) {
      const [x, y] = [left + i * step, top + j * step];
      if (!inside([zone], x, y) || without.some((rings) => inside(rings, x, y))) continue;
      const part = parts.find((rings) => inside(rings, x, y));
      if (!part) continue;
      const outlines = [part, [zone], ...without];
      const edge = Math.min(...outlines.map((rings) => roomAt(rings, x, y)));
      const room = Math.min(edge, Math.abs(y - HEIGHT / 2) + Math.abs(x - WIDTH / 2) / 4);
      if (room > most) [best, most] = [[x, y], room];
    }
  }
  return best;
}

// Distance to the nearest side.
function roomAt(rings, x, y) {
  let room = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) room = Math.min(room, toSide(ring[i - 1], ring[i], x, y));
  }
  return room;
}

function toSide([ax, ay], [bx, by], x, y) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx || dy ? ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy) : 0;
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(ax + part * dx - x, ay + part * dy - y);
}

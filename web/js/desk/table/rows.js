import { NOTHING, passes, ringsOf } from '../state.js';
import { keyOf } from '../near-list.js';
import { comparison } from './columns.js';

/**
 * A row of the table: an object, once, at the centre that it is nearest to.
 * @typedef {{key: string, item: object, around: object, centre: number, ring: number|null,
 *     declaration: object}} Row with a null ring in an area
 */

/**
 * All objects of an answer, each once.
 *
 * @param {object} answer of `/api/near`
 * @param {DeskState} state
 * @param {Map<string, Drawing>} drawings
 * @returns {Row[]}
 */
export function rowsOf(answer, state, drawings) {
  const rings = ringsOf(state);
  const nearest = new Map();
  answer.groups.forEach(({ around, found }, centre) => {
    for (const item of found) {
      const key = keyOf(item);
      const known = nearest.get(key);
      if (known && known.item.distance <= item.distance) continue;
      nearest.set(key, {
        key,
        item,
        around,
        centre,
        ring: rings.find((radius) => item.distance <= radius) ?? rings[rings.length - 1] ?? null,
        declaration: drawings.get(item.layer).declaration,
      });
    }
  });
  return [...nearest.values()];
}

/** Those that pass the filters, in the order that is asked for. */
export function shownRows(rows, state, columns) {
  const isDown = state.sort.startsWith('-');
  const column = columns.get(isDown ? state.sort.slice(1) : state.sort) ?? columns.get('distance');
  const compare = comparison(column, isDown);
  return rows
    .filter(({ item }) => state.find.has(item.layer) && passes(state, item))
    .sort((a, b) => compare(a, b) || a.item.distance - b.item.distance || (a.key < b.key ? -1 : 1));
}

/**
 * The values of a field among the rows that pass all other filters, with how often each is there.
 *
 * @returns {Map<string, {text: string, count: number}>} by value; {@link NOTHING} for none
 */
export function valuesOf(rows, state, column) {
  const values = new Map();
  for (const row of rows) {
    const { item } = row;
    if (!state.find.has(item.layer) || !passes(state, item, `${item.layer}.${column.field}`)) continue;
    const value = String(item.properties[column.field] ?? NOTHING);
    const known = values.get(value);
    if (known) known.count += 1;
    else values.set(value, { text: column.text(row), count: 1 });
  }
  return values;
}

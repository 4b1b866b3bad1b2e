import { valueText } from '../../facts.js';
import * as format from '../../format.js';
import { language, t, titleOf } from '../../i18n.js';

const ALWAYS_LAST = ['source', 'accuracy_m', 'synthetic'];
const USUAL = ['name', 'layer', 'type', 'class', 'around', 'distance', 'ring', 'department_recorded', 'district_recorded', 'cell_recorded'];
const WIDTHS = { name: 190, layer: 84, id: 110, around: 110, distance: 84, ring: 84, bearing: 84, position: 180, class: 104, type: 124 };

/**
 * A column of the table.
 * @typedef {object} Column
 * @property {string} id as the address and files have it
 * @property {() => string} title
 * @property {(row: Row) => string} text what the cell shows
 * @property {(row: Row) => (string|number)} key what it is sorted by
 * @property {number} width in pixels
 * @property {boolean} isNumber
 * @property {string|null} field that can be filtered by its values; null for none
 */

/**
 * All columns that the layers can have, by id.
 *
 * @param {object[]} declarations of the layers that can be found
 * @returns {Map<string, Column>}
 */
export function allColumns(declarations) {
  const own = [
    derived('layer', 'table.layer', (row) => titleOf(row.declaration.title)),
    derived('around', 'table.around', ({ around }) => around.name ?? ''),
    derived('distance', 'table.distance', ({ item }) => format.distance(item.distance), ({ item }) => item.distance),
    derived('ring', 'table.ring', ({ ring }) => (ring ? format.radius(ring) : ''), ({ ring }) => ring),
    derived('bearing', 'table.bearing', ({ item }) => format.compass(item.bearing), ({ item }) => item.bearing),
    derived('id', 'table.id', ({ item }) => item.id),
    derived('lon', 'table.lon', ({ item }) => item.lon.toFixed(6), ({ item }) => item.lon),
    derived('lat', 'table.lat', ({ item }) => item.lat.toFixed(6), ({ item }) => item.lat),
  ];
  const fields = fieldsOf(declarations).map(fieldColumn);
  const name = fields.filter(({ id }) => id === 'name');
  const rest = fields.filter(({ id }) => id !== 'name');
  return new Map([...name, ...own, ...rest].map((column) => [column.id, column]));
}

/**
 * The columns to show: those asked for as far as there are any, else the usual ones, without those
 * that would say the same in every row.
 *
 * @param {string[]|null} wanted
 * @param {string[]} same ids of such columns
 */
export function chosenColumns(all, wanted, same) {
  const known = (wanted ?? []).filter((id) => all.has(id));
  const usual = USUAL.filter((id) => all.has(id) && !same.includes(id));
  return (known.length ? known : usual).map((id) => all.get(id));
}

function derived(id, key, text, sortKey = null) {
  return {
    id,
    title: () => t(key),
    text,
    key: sortKey ?? text,
    width: WIDTHS[id] ?? 110,
    isNumber: Boolean(sortKey),
    field: null,
  };
}

function fieldsOf(declarations) {
  const byName = new Map();
  for (const { id, fields } of declarations) {
    for (const field of fields)
      byName.set(field.name, [...(byName.get(field.name) ?? []), { layer: id, field }]);
  }
  const names = [...byName.keys()];
  const first = names.filter((name) => !ALWAYS_LAST.includes(name));
  const last = names.filter((name) => ALWAYS_LAST.includes(name));
  return [...first, ...last].map((name) => byName.get(name));
}

function fieldColumn(uses) {
  const { name, type } = uses[0].field;
  const byLayer = new Map(uses.map(({ layer, field }) => [layer, field]));
  const isNumber = type === 'number' || type === 'integer';
  const text = ({ item }) => {
    const field = byLayer.get(item.layer);
    return field ? valueText(field, item.properties[name]) : '';
  };
  const isClosed = uses.some(({ field }) => field.values || field.refersTo || type === 'boolean');
  return {
    id: name,
    title: () => [...new Set(uses.map(({ field }) => titleOf(field.title)))].join(' / '),
    text,
    key: isNumber ? ({ item }) => item.properties[name] ?? -Infinity : text,
    width: WIDTHS[name] ?? 132,
    isNumber,
    field: isClosed ? name : null,
  };
}

/** Compares rows by a column, empty ones last; texts as the language has them. */
export function comparison(column, isDown) {
  const words = new Intl.Collator(language() === 'zh' ? 'zh-CN' : 'en', { numeric: true });
  const way = isDown ? -1 : 1;
  return (a, b) => {
    const [one, other] = [column.key(a), column.key(b)];
    if (typeof one === 'number') return way * (one - other);
    if (!one || !other) return one ? -1 : other ? 1 : 0;
    return way * words.compare(one, other);
  };
}

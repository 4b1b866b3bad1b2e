import { getTableFile } from '../api-desk.js';
import { language } from '../i18n.js';

/**
 * Saves a file of just the rows that are shown, in their order.
 *
 * @param {Row[]} rows
 * @param {string[]} columns
 * @param {{groups: object[]}} answer of which they are
 * @param {number[]} radii
 * @param {'csv'|'xlsx'} format
 */
export async function saveRows(rows, columns, answer, radii, format) {
  const centres = answer.groups.map(({ around: { layer, id, lon, lat } }) =>
    id ? { layer, id } : { lon, lat },
  );
  const lines = rows.map(({ item, centre }) => ({ layer: item.layer, id: item.id, centre }));
  const file = await getTableFile({ columns, centres, radii, rows: lines }, format, language());
  const address = URL.createObjectURL(file.blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // Browsers take their time to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The rows of the list, an object under each of its stations. */
export function listRows(groups) {
  return groups.flatMap(({ items }, centre) => items.map((item) => ({ item, centre })));
}

/** What the list says of each of its rows, and what opens under them. */
export function listColumns(finds) {
  const fields = finds.flatMap(({ declaration }) => declaration.fields.map(({ name }) => name));
  return ['around', 'layer', 'id', 'distance', 'bearing', 'lon', 'lat', ...new Set(fields)];
}

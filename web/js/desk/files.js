import { getTableFile } from '../api-desk.js';
import { language } from '../i18n.js';
import { shownGroups } from './facets.js';

/**
 * Saves a file of just the rows that are shown, in their order.
 *
 * @param {{rows: Row[], columns: string[], layers: string[]}} table
 * @param {{groups: object[]}} answer of which they are
 * @param {number[]} radii
 * @param {'csv'|'xlsx'} format
 */
export async function saveRows({ rows, columns, layers }, answer, radii, format) {
  const centres = answer.groups.map(({ around: { layer, id, lon, lat } }) =>
    id ? { layer, id } : { lon, lat },
  );
  const lines = rows.map(({ item, centre }) => ({ layer: item.layer, id: item.id, centre }));
  const table = { columns, layers, centres, radii, rows: lines };
  const file = await getTableFile(table, format, language());
  const address = URL.createObjectURL(file.blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // Browsers take their time to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The list as a table: an object under each of its stations, and all that is known of it. */
export function listFile(answer, state, drawings) {
  const fields = [...state.find].flatMap((layer) =>
    drawings.get(layer).declaration.fields.map(({ name }) => name),
  );
  return {
    rows: shownGroups(answer, state).flatMap(({ items }, centre) =>
      items.map((item) => ({ item, centre })),
    ),
    layers: [...state.find],
    columns: ['around', 'layer', 'id', 'distance', 'bearing', 'lon', 'lat', ...new Set(fields)],
  };
}

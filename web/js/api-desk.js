import { ofDay } from './api.js';
import { ask, json, path } from './api-request.js';

/** What a text could mean: coordinates, and features that are called or described so. */
export function findAnything(text, signal) {
  return json(ofDay(`/api/find?${new URLSearchParams({ text, limit: '12' })}`), { signal });
}

export async function findSearches() {
  return (await json('/api/desk/searches')).searches;
}

export function saveSearch(name, question) {
  return json(path('api', 'desk', 'searches', name), { method: 'PUT', body: { question } });
}

export function deleteSearch(name) {
  return json(path('api', 'desk', 'searches', name), { method: 'DELETE' });
}

export async function findColumns() {
  return (await json('/api/desk/columns')).columns;
}

export function saveColumns(columns) {
  return json('/api/desk/columns', { method: 'PUT', body: { columns } });
}

/**
 * A file of just these rows and columns.
 *
 * @param {{columns: string[], layers: string[], centres: object[], radii: number[], rows: object[]}}
 *     table
 * @returns {Promise<{blob: Blob, name: string}>}
 */
export async function getTableFile(table, format, lang) {
  const address = ofDay(`/api/desk/table?${new URLSearchParams({ format, lang })}`);
  const answer = await ask(address, { method: 'POST', body: table, accept: '*/*' });
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition') ?? '');
  return {
    blob: await answer.blob(),
    name: named ? decodeURIComponent(named[1]) : `desk.${format}`,
  };
}

/** Gives many features the same values; in a dry run it only tells what would be changed. */
export function editFeatures(layer, features, set, validFrom, dryRun) {
  return json(path('api', 'layers', layer, 'edits'), {
    method: 'POST',
    body: { features, set, valid_from: validFrom, dry_run: dryRun },
  });
}

export function undoChange(layer, change) {
  return json(path('api', 'layers', layer, 'changes', change, 'undo'), { method: 'POST' });
}

/** The zone of a bare place, as a GeoJSON polygon. */
export function getZoneOfPlace({ lon, lat }, radius, signal) {
  return json(`/api/zones?${new URLSearchParams({ lon, lat, radius })}`, { signal });
}

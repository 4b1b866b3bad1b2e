import { ask, json, path } from './api-request.js';

const featurePath = (layer, id) => path('api', 'layers', layer, 'features', id);

/** A feature as it is today, and the tag that an edit of it must name. */
export async function getForEdit(layer, id, signal) {
  return tagged(await ask(featurePath(layer, id), { signal }));
}

/**
 * Records a feature.
 *
 * @param {object} feature GeoJSON with `valid_from`
 * @param {{tag: string|null, crs: string|null}} options the tag of the version that was edited, null
 *     for a feature that shall be new; the datum of the coordinates, null for the server's own
 */
export async function putFeature(layer, id, feature, { tag, crs }) {
  const query = crs ? `?crs=${encodeURIComponent(crs)}` : '';
  return tagged(
    await ask(`${featurePath(layer, id)}${query}`, {
      method: 'PUT',
      body: feature,
      headers: tag ? { 'If-Match': tag } : { 'If-None-Match': '*' },
    }),
  );
}

/** Ends a feature's period with a day. */
export function closeFeature(layer, id, tag, day) {
  return ask(`${featurePath(layer, id)}?validFrom=${encodeURIComponent(day)}`, {
    method: 'DELETE',
    headers: { 'If-Match': tag },
  });
}

/** Its versions, the newest first. */
export async function getHistory(layer, id, signal) {
  return (await json(`${featurePath(layer, id)}/history`, { signal })).versions;
}

/** What was recorded in a layer last, the newest first. */
export async function findChanges(layer, limit) {
  return (await json(`${path('api', 'layers', layer, 'changes')}?limit=${limit}`)).changes;
}

/** Features whose name or id holds a text: the first of them, and how many there are. */
export async function searchFeatures(layer, text, limit, signal) {
  const query = new URLSearchParams({ limit: String(limit) });
  if (text) query.set('q', text);
  const page = await json(`${path('ogc', 'collections', layer, 'items')}?${query}`, { signal });
  return { total: page.numberMatched, features: page.features };
}

/**
 * Where a coordinate of another datum lies: only the server converts coordinates.
 *
 * @returns {Promise<[number, number]>} lon, lat in EPSG:4490
 */
export async function convertPosition(layer, x, y, crs) {
  const query = new URLSearchParams({ lon: x, lat: y, crs, find: layer, radius: '1' });
  const { groups } = await json(`/api/near?${query}`);
  return [groups[0].around.lon, groups[0].around.lat];
}

async function tagged(answer) {
  return { feature: await answer.json(), tag: answer.headers.get('ETag') };
}

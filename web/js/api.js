import { askedDay } from './address.js';
import { ask, json, samePath } from './api-request.js';
import { isTable } from './tables.js';

export { ApiError } from './api-request.js';

const part = encodeURIComponent;

export async function findLayers() {
  return (await json('/api/layers')).layers;
}

/** The layers that have a place on the map; tables have none. */
export async function findMapLayers() {
  return (await findLayers()).filter((layer) => !isTable(layer));
}

/**
 * All features of a small layer, following its pages.
 *
 * @param {number[]|null} [box] west, south, east, north: only those that touch it
 */
export async function findItems(layer, box = null) {
  const features = [];
  const within = box ? `&bbox=${box.join(',')}` : '';
  let address = ofDay(`/ogc/collections/${part(layer)}/items?limit=1000${within}`);
  while (address) {
    const page = await json(address);
    features.push(...page.features);
    const next = (page.links || []).find((link) => link.rel === 'next');
    address = next && page.features.length ? samePath(next.href) : null;
  }
  return features;
}

/** Grid cells, by `q` with a part of the name or the id, or by `bbox`. */
export async function searchCells(query) {
  return (await json(ofDay(`/ogc/collections/grid_cell/items?${new URLSearchParams(query)}`))).features;
}

export function getFeature(layer, id, signal) {
  return json(ofDay(`/api/layers/${part(layer)}/features/${part(id)}`), { signal });
}

/**
 * What lies near, following the pages of the answer: each page holds all groups, with a part of what
 * was found and of what that refers to.
 *
 * @param {URLSearchParams} query what `nearQuery` made
 */
export async function findNear(query, signal) {
  const answer = await json(nearAddress(query), { signal });
  let { next } = answer;
  while (next) {
    const page = await json(samePath(next), { signal });
    answer.groups.forEach((group, index) => group.found.push(...page.groups[index].found));
    answer.referred.push(...page.referred);
    next = page.next;
  }
  return answer;
}

function nearAddress(query) {
  return ofDay(`/api/near?${query}`);
}

/** The zone of a station, or of a feature of another layer, as a GeoJSON polygon; `radius` in metres. */
export function getZone(id, radius, signal, layer = 'station') {
  const address = `/api/zones/${part(layer)}/${part(id)}?radius=${part(radius)}`;
  return json(ofDay(address), { signal });
}

/** The bytes of a tile, or null where the tile is empty. */
export async function findTile(address, signal) {
  const answer = await ask(ofDay(address), {
    signal,
    accept: 'application/vnd.mapbox-vector-tile',
  });
  return answer.status === 204 ? null : answer.arrayBuffer();
}

export function getMessages(language) {
  return json(`/i18n/${part(language)}.json`);
}

/** Whatever is asked about features is asked of the day in the address of the page. */
export function ofDay(address) {
  const day = askedDay();
  if (!day) return address;
  return `${address}${address.includes('?') ? '&' : '?'}at=${part(day)}`;
}

import { json, path, samePath } from './api-request.js';

const FINDINGS = '/api/audits/findings';
const PAGE = 1000;

/**
 * Findings page after page.
 *
 * @param {URLSearchParams} query the filter
 * @param {(page: {total: number, counts: object, items: object[]}) => void} tell hears of each page
 */
export async function findFindings(query, tell, signal) {
  let address = `${FINDINGS}?${withMore(query, { limit: PAGE })}`;
  while (address) {
    const page = await json(address, { signal });
    tell(page);
    address = page.next && page.items.length ? samePath(page.next) : null;
  }
}

/** How many findings there are of each kind, state and district. */
export async function countFindings(query) {
  const { total, counts } = await json(`${FINDINGS}?${withMore(query, { limit: 1 })}`);
  return { total, counts };
}

/** The areas and places of findings as GeoJSON, all at once. */
export function findShapes(query, signal) {
  return json(findingsFile(query, 'geojson'), { signal });
}

/** Where the findings of a filter are found as a file. */
export function findingsFile(query, format, lang) {
  return `${FINDINGS}?${withMore(query, lang ? { format, lang } : { format })}`;
}

/** One finding with its history and its shape. */
export function getFinding(id, signal) {
  return json(path('api', 'audits', 'findings', id), { signal });
}

export function acceptFinding(id, reason) {
  return json(path('api', 'audits', 'findings', id, 'acceptance'), {
    method: 'PUT',
    body: { reason },
  });
}

export function withdrawAcceptance(id) {
  return json(path('api', 'audits', 'findings', id, 'acceptance'), { method: 'DELETE' });
}

export async function findRuns(limit) {
  return (await json(`/api/audits/runs?limit=${limit}`)).runs;
}

export function getRun(id, signal) {
  return json(path('api', 'audits', 'runs', id), { signal });
}

export function startRun() {
  return json('/api/audits/runs', { method: 'POST' });
}

function withMore(query, more) {
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more)) all.set(name, value);
  return all;
}

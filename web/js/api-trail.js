import { json, samePath } from './api-request.js';

const TRAIL = '/api/trail';

/** The newest rows that fit. @param {URLSearchParams} query */
export function findTrail(query, signal) {
  return json(`${TRAIL}?${query}`, { signal });
}

export function findMoreTrail(next, signal) {
  return json(samePath(next), { signal });
}

/** Where the rows that fit are found as a file. */
export function trailFile(query, format, lang) {
  const all = new URLSearchParams(query);
  all.set('format', format);
  all.set('lang', lang);
  return `${TRAIL}?${all}`;
}

/** Kinds of deeds with their titles, and the accounts that did something. */
export function findTrailChoices() {
  return json(`${TRAIL}/choices`);
}

/** Whether the chain holds; `head` is a hash that somebody wrote down, or empty. */
export function verifyTrail(head) {
  return json(`${TRAIL}/verification${head ? `?${new URLSearchParams({ head })}` : ''}`);
}

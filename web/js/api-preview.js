import { json } from './api-request.js';

const ADDRESS = '/api/responsibility/preview';

/**
 * What a change would do to who is responsible, if it were made.
 *
 * @param {{layer: string, features: object[], removed?: string[], at: string}} change
 */
export function previewChange(change, signal) {
  return json(ADDRESS, { method: 'POST', body: change, signal });
}

/** The same for all that an import would write. */
export function previewImport(id, signal) {
  return json(ADDRESS, { method: 'POST', body: { import: id }, signal });
}

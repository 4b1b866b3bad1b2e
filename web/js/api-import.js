import { ApiError, hasNewMark, json, ofChange, path, samePath } from './api-request.js';

/**
 * Sends a file. The one request that is not a fetch: only this way a browser tells how far it is.
 *
 * @param {{layer: string, file: File, table: string|null, progress: (share: number) => void,
 *     signal: AbortSignal}} what
 * @returns {Promise<object>} the import that has begun
 */
export async function uploadFile(what) {
  try {
    return await sendFile(what);
  } catch (failure) {
    if (failure.status !== 403 || !(await hasNewMark('POST'))) throw failure;
    return sendFile(what);
  }
}

function sendFile({ layer, file, table, progress, signal }) {
  const query = new URLSearchParams({ layer });
  if (table) query.set('table', table);
  const form = new FormData();
  form.append('file', file);
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/imports?${query}`);
    request.setRequestHeader('Accept', 'application/json');
    for (const [name, value] of Object.entries(ofChange('POST')))
      request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status === 201) done(body);
      else failed(new ApiError(request.status, body, 'POST'));
    };
    request.onerror = () => failed(new ApiError(0, {}, 'POST'));
    request.onabort = () => failed(new DOMException('The upload was stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

export async function findImports(layer) {
  return json(`/api/imports${layer ? `?layer=${encodeURIComponent(layer)}` : ''}`);
}

/** The page of imports after one that said where it is. */
export function findMoreImports(next) {
  return json(samePath(next));
}

export function getImport(id) {
  return json(path('api', 'imports', id));
}

export function checkImport(id, settings) {
  return json(path('api', 'imports', id, 'check'), { method: 'POST', body: settings });
}

/** @param {object} settings those of the check that was looked at: another one may have come after it */
export function commitImport(id, settings) {
  return json(path('api', 'imports', id, 'commit'), { method: 'POST', body: { settings } });
}

export function undoImport(id) {
  return json(path('api', 'imports', id, 'undo'), { method: 'POST' });
}

export function deleteImport(id) {
  return json(path('api', 'imports', id), { method: 'DELETE' });
}

export function getJob(id) {
  return json(path('api', 'jobs', id));
}

export function cancelJob(id) {
  return json(path('api', 'jobs', id), { method: 'DELETE' });
}

/** What an import would create, change or close. */
export function findImportChanges(id, kind, limit, offset) {
  const query = new URLSearchParams({ kind, limit, offset });
  return json(`${path('api', 'imports', id, 'changes')}?${query}`);
}

/** The places of an import's rows as GeoJSON. */
export function findImportPlaces(id) {
  return json(path('api', 'imports', id, 'places'));
}

export async function findMappings(layer) {
  return (await json(path('api', 'layers', layer, 'mappings'))).mappings;
}

export function saveMapping(layer, name, mapping, crs) {
  return json(path('api', 'layers', layer, 'mappings', name), {
    method: 'PUT',
    body: { mapping, crs },
  });
}

export function deleteMapping(layer, name) {
  return json(path('api', 'layers', layer, 'mappings', name), { method: 'DELETE' });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

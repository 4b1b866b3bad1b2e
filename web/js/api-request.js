import { settings } from './page-settings.js';

/** A refusal of the server, or no answer at all (status 0). */
export class ApiError extends Error {
  /** @param {object} problem what the server said, as RFC 9457 has it */
  constructor(status, problem, method = 'GET') {
    super(problem.detail || problem.title || `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.detail = problem.detail || '';
    this.parameter = problem.parameter || null;
    this.problem = problem;
    this.isChange = method !== 'GET';
  }
}

const REFUSALS = new Set([400, 401, 403, 404]);
const JSON_TYPES = 'application/json, application/geo+json';

/** The body of the answer; null when there is none. */
export async function json(address, options = {}) {
  const answer = await ask(address, options);
  return answer.status === 204 ? null : answer.json();
}

/**
 * Asks the server; anything but a success is an ApiError.
 *
 * @param {{method?: string, body?: object, headers?: object, signal?: AbortSignal, accept?: string}}
 *     options a body is sent as JSON
 */
export async function ask(address, options = {}) {
  let answer = await send(address, options);
  if (answer.status === 403 && (await hasNewMark(options.method))) answer = await send(address, options);
  if (answer.ok) return answer;
  const problem = await problemOf(answer);
  const isOver = await hasLoginEnded(answer.status);
  options.signal?.throwIfAborted();
  if (isOver) throw new ApiError(401, {}, options.method);
  throw new ApiError(answer.status, problem, options.method);
}

async function send(address, { method = 'GET', body, headers = {}, signal, accept }) {
  const all = { Accept: accept ?? JSON_TYPES, ...headers, ...ofChange(method) };
  if (body !== undefined) all['Content-Type'] = 'application/json';
  try {
    return await fetch(address, {
      method,
      signal,
      headers: all,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new ApiError(0, {}, method);
  }
}

/** Whether a change that was refused may be sent again with another mark; the public's pages have none. */
export async function hasNewMark(method = 'GET') {
  if (!settings.csrf || method === 'GET') return false;
  const { renewMark } = await import('./form-mark.js');
  return renewMark();
}

// To whoever is no longer logged in the server speaks as to the public, of what is not there or not allowed.
async function hasLoginEnded(status) {
  if (!settings.csrf || !settings.account || !REFUSALS.has(status)) return false;
  const { hasSessionEnded } = await import('./session-watch.js');
  return hasSessionEnded();
}

/** The headers that show a change to come from a page of ours. */
export function ofChange(method) {
  return ['GET', 'HEAD'].includes(method) ? {} : { 'X-XSRF-TOKEN': settings.csrf };
}

/** A path from names that may hold anything. */
export function path(...parts) {
  return `/${parts.map((part) => encodeURIComponent(part)).join('/')}`;
}

/** A server behind a proxy may name itself differently in its links. */
export function samePath(href) {
  const address = new URL(href, location.href);
  return address.pathname + address.search;
}

async function problemOf(answer) {
  try {
    return await answer.json();
  } catch {
    return {};
  }
}

import { parameters, writeParameters } from '../address.js';

export const LEAST_RADIUS = 1;
export const MOST_RADIUS = 100_000;
const DEFAULT_RADIUS = 3000;
const DEFAULT_SPREAD = 45;

/**
 * What the office asks for. Its names in the address are those of the API.
 *
 * @typedef {object} DeskState
 * @property {'all'|'city'|'ids'} mode which stations
 * @property {string|null} level the stations of modes `all` and `city`; null for those of any level
 * @property {string} city for mode `city`
 * @property {string[]} ids for mode `ids`
 * @property {number} radius metres
 * @property {Set<string>} find layer ids
 * @property {Map<string, Set<string>>} filters by `layer.field`; an absent one lets everything pass
 * @property {{from: number, spread: number}|null} wind degrees; the direction it comes from
 */

/**
 * @param {string[]} findable layer ids that can be looked for
 * @param {string|null} level see {@link DeskState}
 * @returns {DeskState}
 */
export function readState(findable, level) {
  const query = parameters();
  const ids = list(query.get('id'));
  const city = query.get('city') ?? '';
  const radius = Number(query.get('radius') ?? DEFAULT_RADIUS);
  const from = Number(query.get('windFrom'));
  const found = list(query.get('find')).filter((layer) => findable.includes(layer));
  return {
    mode: query.has('id') ? 'ids' : city ? 'city' : 'all',
    level,
    city,
    ids,
    radius: isRadius(radius) ? radius : DEFAULT_RADIUS,
    find: new Set(query.has('find') ? found : findable),
    filters: filtersOf(query, findable),
    wind:
      query.has('windFrom') && from >= 0 && from <= 360 ? { from, spread: spreadOf(query) } : null,
  };
}

export function isRadius(metres) {
  return Number.isFinite(metres) && metres >= LEAST_RADIUS && metres <= MOST_RADIUS;
}

/** Writes the state to the address, leaving out what is as it would be anyway. */
export function writeState(state, findable) {
  const changes = {
    city: state.mode === 'city' ? state.city : null,
    radius: state.radius === DEFAULT_RADIUS ? null : state.radius,
    find: findable.every((layer) => state.find.has(layer))
      ? null
      : [...state.find].join(',') || 'none',
    windFrom: state.wind?.from ?? null,
    windSpread: state.wind && state.wind.spread !== DEFAULT_SPREAD ? state.wind.spread : null,
  };
  for (const name of parameters().keys()) if (isFilter(name, findable)) changes[name] = null;
  for (const [name, values] of state.filters) changes[name] = [...values].join(',');
  // An empty list of stations is a choice too: none yet.
  writeParameters({ ...changes, id: state.mode === 'ids' ? state.ids.join(',') || 'none' : null });
}

/**
 * The question to the server. Types and classes are not in it: the answer then holds what the counts
 * on the filters are counted from, and a filter needs no new answer.
 */
export function nearQuery(state, findable) {
  const query = new URLSearchParams({ around: 'station' });
  if (state.mode === 'ids') query.set('id', state.ids.join(','));
  else if (state.level) query.set('level', state.level);
  if (state.mode === 'city') query.set('city', state.city);
  query.set('find', findable.join(','));
  query.set('radius', state.radius);
  if (state.wind) {
    query.set('windFrom', state.wind.from);
    query.set('windSpread', state.wind.spread);
  }
  return query;
}

/** The question whose answer holds exactly the rows that the list shows. */
export function shownQuery(state, format, language) {
  const query = nearQuery(state, [...state.find]);
  for (const [name, value] of filterQuery(state)) query.set(name, value);
  query.set('format', format);
  query.set('lang', language);
  return query;
}

/** The filters alone, for tiles; only those of layers that are shown. */
export function filterQuery(state) {
  const query = new URLSearchParams();
  for (const [name, values] of state.filters) {
    if (values.size && state.find.has(name.split('.')[0])) query.set(name, [...values].join(','));
  }
  return query;
}

/** Whether an item of the answer passes the filters, leaving out the filter named `except`. */
export function passes(state, item, except = null) {
  for (const [name, values] of state.filters) {
    const [layer, field] = name.split('.');
    if (
      name !== except &&
      layer === item.layer &&
      values.size &&
      !values.has(item.properties[field])
    )
      return false;
  }
  return true;
}

function filtersOf(query, findable) {
  const filters = new Map();
  for (const [name, value] of query)
    if (isFilter(name, findable)) filters.set(name, new Set(list(value)));
  return filters;
}

function isFilter(name, findable) {
  return name.includes('.') && findable.includes(name.split('.')[0]);
}

function spreadOf(query) {
  const spread = Number(query.get('windSpread') ?? DEFAULT_SPREAD);
  return spread > 0 && spread <= 180 ? spread : DEFAULT_SPREAD;
}

function list(text) {
  return (text ?? '').split(',').filter((part) => part && part !== 'none');
}

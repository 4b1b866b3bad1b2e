import { parameters, writeParameters } from '../address.js';
import { circleRound } from './area.js';

export const LEAST_RADIUS = 1;
export const MOST_RADIUS = 100_000;
const DEFAULT_RADIUS = 3000;
const DEFAULT_SPREAD = 45;
export const MOST_RADII = 5;
const VIEWS = ['list', 'table'];

/** What a filter holds that lets through what has no value. */
export const NOTHING = '-';

/** What a filter holds that lets nothing of its layer through. */
export const NONE = '~';

/**
 * What the office asks for. Its names in the address are those of the API.
 *
 * @typedef {object} DeskState
 * @property {'all'|'city'|'ids'|'place'|'area'} mode round which stations, round a place, or in an area
 * @property {string|null} level the stations of modes `all` and `city`; null for those of any level
 * @property {string} city for mode `city`
 * @property {string[]} ids for mode `ids`
 * @property {{lon: number, lat: number}|null} place for mode `place`
 * @property {[number, number][]} area for mode `area`: corners, lon/lat; none before it is drawn
 * @property {number} radius metres, the largest of them
 * @property {number[]} radii metres, rising, one or more: rings round each centre
 * @property {Set<string>} find layer ids
 * @property {Map<string, Set<string>>} filters by `layer.field`; an absent one lets everything pass
 * @property {{from: number, spread: number}|null} wind degrees; the direction it comes from
 * @property {'list'|'table'} view
 * @property {string} text what names or ids must hold
 * @property {string} sort column of the table; a minus before it turns it round
 * @property {string[]|null} columns of the table; null for those that the account keeps
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
  const radii = radiiOf(query.get('radius'));
  const area = areaOf(query.get('within'));
  const place = placeOf(query);
  const from = Number(query.get('windFrom'));
  const found = list(query.get('find')).filter((layer) => findable.includes(layer));
  return {
    mode: modeOf(query, area, place),
    level,
    city,
    ids,
    place,
    area,
    radius: radii[radii.length - 1],
    radii,
    find: new Set(query.has('find') ? found : findable),
    filters: filtersOf(query, findable),
    wind:
      query.has('windFrom') && from >= 0 && from <= 360 ? { from, spread: spreadOf(query) } : null,
    view: VIEWS.includes(query.get('view')) ? query.get('view') : 'list',
    text: query.get('q') ?? '',
    sort: query.get('sort') ?? 'distance',
    columns: query.has('columns') ? list(query.get('columns')) : null,
  };
}

function modeOf(query, area, place) {
  if (query.has('within')) return area.length ? 'area' : 'all';
  if (place) return 'place';
  if (query.has('id')) return 'ids';
  return query.get('city') ? 'city' : 'all';
}

function radiiOf(text) {
  const radii = list(text).map(Number).filter(isRadius);
  // The largest says how far is searched, so it is the small ones that go.
  const rising = [...new Set(radii)].sort((a, b) => a - b).slice(-MOST_RADII);
  return rising.length ? rising : [DEFAULT_RADIUS];
}

function placeOf(query) {
  const lon = Number(query.get('lon') ?? NaN);
  const lat = Number(query.get('lat') ?? NaN);
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon, lat } : null;
}

/** Three corners or more, as `113.1 34.2,113.3 34.2,…`; none when it cannot be read. */
function areaOf(text) {
  const corners = list(text).map((one) => one.trim().split(/\s+/).map(Number));
  const good = corners.every(
    ([lon, lat], index) =>
      corners[index].length === 2 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90,
  );
  return good && corners.length >= 3 ? corners : [];
}

export function isRadius(metres) {
  return Number.isFinite(metres) && metres >= LEAST_RADIUS && metres <= MOST_RADIUS;
}

/** The wind that is looked at; an area has no middle that anything could be upwind of. */
export function windOf({ mode, wind }) {
  return mode === 'area' ? null : wind;
}

/** The radii of the rings round each centre, rising; an area has none. */
export function ringsOf({ mode, radii }) {
  return mode === 'area' ? [] : radii;
}

/** Writes the state to the address, leaving out what is as it would be anyway. */
export function writeState(state, findable) {
  const changes = {
    city: state.mode === 'city' ? state.city : null,
    radius: String(state.radii) === String(DEFAULT_RADIUS) ? null : state.radii.join(','),
    lon: state.mode === 'place' ? state.place.lon : null,
    lat: state.mode === 'place' ? state.place.lat : null,
    within: state.mode === 'area' ? state.area.map((corner) => corner.join(' ')).join(',') : null,
    view: state.view === 'list' ? null : state.view,
    q: state.text || null,
    sort: state.sort === 'distance' ? null : state.sort,
    columns: state.columns?.join(',') ?? null,
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
  const query = new URLSearchParams();
  query.set('find', findable.join(','));
  if (state.mode === 'area') return areaQuery(state, query);
  query.set('radius', state.radius);
  if (state.mode === 'place') {
    query.set('lon', state.place.lon);
    query.set('lat', state.place.lat);
    return withWind(state, query);
  }
  query.set('around', 'station');
  if (state.mode === 'ids') query.set('id', state.ids.join(','));
  else if (state.level) query.set('level', state.level);
  if (state.mode === 'city') query.set('city', state.city);
  return withWind(state, query);
}

function withWind(state, query) {
  if (state.wind) {
    query.set('windFrom', state.wind.from);
    query.set('windSpread', state.wind.spread);
  }
  return query;
}

function areaQuery({ area }, query) {
  const { lon, lat, radius } = circleRound(area);
  query.set('lon', lon);
  query.set('lat', lat);
  query.set('radius', radius);
  const ring = [...area, ...area.slice(0, 1)].map((corner) => corner.join(' '));
  query.set('within', `POLYGON((${ring.join(', ')}))`);
  return query;
}

/** The filters alone, for tiles; only those of layers that are shown. */
export function filterQuery(state) {
  const query = new URLSearchParams();
  for (const [name, values] of state.filters) {
    // The server has no words for these two: the map then shows all.
    if (values.size && !values.has(NOTHING) && !values.has(NONE) && state.find.has(name.split('.')[0]))
      query.set(name, [...values].join(','));
  }
  return query;
}

/** Whether an item of the answer passes the filters, leaving out the filter named `except`. */
export function passes(state, item, except = null) {
  const wanted = state.text.toLowerCase();
  if (wanted && ![item.name, item.id].some((one) => one?.toLowerCase().includes(wanted))) return false;
  for (const [name, values] of state.filters) {
    const [layer, field] = name.split('.');
    if (
      name !== except &&
      layer === item.layer &&
      values.size &&
      !values.has(String(item.properties[field] ?? NOTHING))
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

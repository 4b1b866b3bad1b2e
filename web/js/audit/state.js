import { parameters, writeParameters } from '../address.js';

export const KINDS = [
  'misattribution',
  'duty_gap',
  'cell_without_chief',
  'zone_without_group',
  'gap',
  'overlap',
  'sliver',
  'broken_assignment',
  'expired_assignment',
  'idle_person',
];

/** Those that are about an area of their own. */
export const AREA_KINDS = ['gap', 'overlap', 'sliver'];

export const STATES = ['open', 'accepted', 'resolved'];

export const VERDICTS = ['wrong', 'near_edge', 'suspect_datum', 'outside', 'no_holder', 'not_responsible', 'no_assignment'];

// In the address as in the API, but that nothing said of the state means those that are open.
const NAMES = ['kind', 'state', 'district', 'layer', 'level', 'role', 'verdict', 'new', 'q'];

/** Which findings are shown, by the names of the API; what is not there lets everything pass. */
export function readFilter() {
  const query = parameters();
  const filter = {};
  for (const name of NAMES) if (query.get(name)) filter[name] = query.get(name);
  filter.state ??= 'open';
  return filter;
}

export function writeFilter(filter) {
  const changes = Object.fromEntries(NAMES.map((name) => [name, filter[name] ?? null]));
  writeParameters({ ...changes, state: filter.state === 'open' ? null : filter.state });
}

/** The filter as a question to the server. */
export function queryOf(filter) {
  const query = new URLSearchParams();
  for (const name of NAMES) if (filter[name]) query.set(name, filter[name]);
  if (filter.state === 'all') query.delete('state');
  return query;
}

/** Whether anything but the state is chosen. */
export function isNarrow(filter) {
  return NAMES.some((name) => name !== 'state' && filter[name]);
}

export function kindsOf(filter) {
  return new Set((filter.kind ?? '').split(',').filter(Boolean));
}

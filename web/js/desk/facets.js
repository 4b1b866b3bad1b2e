import { passes } from './state.js';

/** The items that pass the filters, under their stations; each item in the order of the answer. */
export function shownGroups(answer, state) {
  return answer.groups.map(({ around, found }) => ({
    around,
    items: found.filter((item) => state.find.has(item.layer) && passes(state, item)),
  }));
}

/**
 * How many items there would be for each value of a field, the other filters as they are; an item
 * near two stations counts twice, as it does in the list. Without a field: how many are shown.
 *
 * @returns {Map<string, number>}
 */
export function facet(answer, state, layer, field) {
  const counts = new Map();
  for (const { found } of answer?.groups ?? []) {
    for (const item of found) {
      if (item.layer !== layer || !passes(state, item, field && `${layer}.${field}`)) continue;
      const value = field ? item.properties[field] : '';
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

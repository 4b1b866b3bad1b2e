import { failureBox } from '../failure.js';
import { emptyDayNotice, noDataNotice } from '../notice.js';
import { emptyNotice, noAreaNotice, noStationNotice, nothingSoughtNotice } from './notices.js';
import { ringsWithin } from './ring-control.js';

/**
 * The layers without which the desk has nothing to answer from, as declarations.
 *
 * @param {Map<string, Drawing>} drawings
 * @param {string[]} findable ids of the layers that can be found
 */
export function missingLayers(drawings, findable) {
  const [stations, ...finds] = ['station', ...findable].map((id) => drawings.get(id).declaration);
  const empty = finds.filter(({ count }) => count === 0);
  if (stations.count === 0) return [stations, ...empty];
  return empty.length === finds.length ? empty : [];
}

/**
 * What stands in the place of finds, or nothing when there are some.
 *
 * @param {{failure: object|null, missing: object[], stations: object[], centres: object[], state:
 *     DeskState, total: number}} now
 * @param {{again: () => void, change: (changes) => void}} actions
 * @returns {Node[]}
 */
export function messages({ failure, missing, stations, centres, state, total }, { again, change }) {
  if (failure) return [failureBox(failure, again)];
  if (missing.length) return [noDataNotice(missing)];
  if (stations.length === 0) return [emptyDayNotice()];
  if (centres.length === 0) return [state.mode === 'area' ? noAreaNotice() : noStationNotice()];
  if (state.find.size === 0) return [nothingSoughtNotice()];
  if (total > 0) return [];
  return [
    emptyNotice(state, {
      radius: (radius) => change({ radii: ringsWithin(state.radii, radius) }),
      filters: () => change({ filters: new Map() }),
      text: () => change({ text: '' }),
      calm: () => change({ wind: null }),
    }),
  ];
}

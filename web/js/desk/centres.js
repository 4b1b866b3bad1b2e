/** The stations that are chosen. */
function chosenStations({ mode, level, city, ids }, stations) {
  if (mode === 'ids') return stations.filter(({ id }) => ids.includes(id));
  return stations.filter(
    (one) => (!level || one.level === level) && (mode === 'all' || one.city === city),
  );
}

/** What is searched round: stations, a bare place, or the corners of an area; none when there is nothing. */
export function centresOf(state, stations) {
  if (state.mode === 'place') return [{ id: null, ...state.place }];
  return state.mode === 'area' ? state.area : chosenStations(state, stations);
}

/**
 * The outlines of what is searched in, to be drawn.
 *
 * @param {Zones} zones
 * @returns {Promise<{zones: Zone[], complete: boolean}>}
 */
export async function outlinesOf({ mode, area, radii }, centres, zones, signal) {
  if (mode === 'area')
    return { zones: area.length ? [{ ring: [...area, area[0]] }] : [], complete: true };
  return zones.find(centres, radii, signal);
}

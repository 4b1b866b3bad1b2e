/** Whether a place lies inside of an area with rings of lon/lat; even–odd, so holes are outside. */
export function inside(rings, lon, lat) {
  let within = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [lonA, latA] = ring[i];
      const [lonB, latB] = ring[j];
      const crosses = latA > lat !== latB > lat;
      if (crosses && lon < ((lonB - lonA) * (lat - latA)) / (latB - latA) + lonA) within = !within;
    }
  }
  return within;
}

/** The parts of a GeoJSON Polygon or MultiPolygon, each a list of rings. */
export function partsOf(geometry) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Whether a place lies in one of some features with areas. */
export function insideAny(features, lon, lat) {
  return features.some(({ geometry }) =>
    partsOf(geometry).some((rings) => inside(rings, lon, lat)),
  );
}

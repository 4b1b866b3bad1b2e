const NAMES = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
};

/** A geometry from the well-known text that the server keeps of what was given to it. */
export function readWkt(text) {
  const [, name, body] = /^\s*([A-Z]+)\s*(?:Z\s*)?(\(.*\))\s*$/s.exec(text);
  // Numbers side by side are a position, brackets are lists: what is left is JSON.
  const positions = body.replace(
    /-?[\d.]+(?:E-?\d+)?(?:\s+-?[\d.]+(?:E-?\d+)?)+/gi,
    (numbers) => `[${numbers.trim().split(/\s+/).join(',')}]`,
  );
  const nested = JSON.parse(positions.replaceAll('(', '[').replaceAll(')', ']'));
  return { type: NAMES[name], coordinates: name === 'POINT' ? nested[0] : nested };
}

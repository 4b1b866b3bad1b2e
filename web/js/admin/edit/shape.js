/*
 * Geometries as paths of corners that can be moved one by one. Nothing here changes what it is given;
 * a ring is held without its closing corner, which comes back when it is put together again.
 */
const DIGITS = 1e7;
const DEPTH = { Point: 0, LineString: 1, Polygon: 2, MultiLineString: 2, MultiPolygon: 3 };

/** Whether its paths are rings. */
export function isArea(geometry) {
  return geometry.type.endsWith('Polygon');
}

/**
 * All paths of lines and areas.
 *
 * @returns {{key: string, corners: [number, number][], closed: boolean}[]}
 */
export function pathsOf(geometry) {
  const closed = isArea(geometry);
  return linesIn(geometry.coordinates, DEPTH[geometry.type] - 1, []).map(({ at, line }) => ({
    key: at.join('/'),
    corners: closed ? line.slice(0, -1) : line,
    closed,
  }));
}

/** The geometry with another path in the place of one. */
export function withPath(geometry, key, corners) {
  const at = key === '' ? [] : key.split('/').map(Number);
  const line = isArea(geometry) ? [...corners, corners[0]] : corners;
  return { ...geometry, coordinates: replaced(geometry.coordinates, at, line) };
}

export function withCornerMoved(geometry, key, index, corner) {
  return withCorners(geometry, key, (corners) => corners.with(index, rounded(corner)));
}

/** Puts a corner before another one; an index of the number of corners appends it. */
export function withCornerAdded(geometry, key, index, corner) {
  return withCorners(geometry, key, (corners) => corners.toSpliced(index, 0, rounded(corner)));
}

/** Without a corner; null when too few would be left for a line or a ring. */
export function withoutCorner(geometry, key, index) {
  const { corners, closed } = pathsOf(geometry).find((path) => path.key === key);
  if (corners.length <= (closed ? 3 : 2)) return null;
  return withPath(geometry, key, corners.toSpliced(index, 1));
}

/** What has been drawn as a geometry of the layer's type; null while it has too few corners. */
export function geometryOf(layerType, corners) {
  if (layerType === 'Point') return corners.length ? pointAt(corners.at(-1)) : null;
  if (layerType === 'MultiLineString')
    return corners.length > 1 ? { type: 'LineString', coordinates: corners } : null;
  return corners.length > 2 ? { type: 'Polygon', coordinates: [[...corners, corners[0]]] } : null;
}

export function pointAt(corner) {
  return { type: 'Point', coordinates: rounded(corner) };
}

/** To a centimetre or so: what a pointer means is never finer. */
export function rounded([x, y, ...more]) {
  return [Math.round(x * DIGITS) / DIGITS, Math.round(y * DIGITS) / DIGITS, ...more];
}

/** West, south, east, north. */
export function extentOf(geometry) {
  const corners =
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : pathsOf(geometry).flatMap((path) => path.corners);
  const reach = (pick, index) =>
    corners.reduce((far, corner) => pick(far, corner[index]), corners[0][index]);
  return [reach(Math.min, 0), reach(Math.min, 1), reach(Math.max, 0), reach(Math.max, 1)];
}

function withCorners(geometry, key, change) {
  const path = pathsOf(geometry).find((one) => one.key === key);
  return withPath(geometry, key, change(path.corners));
}

function linesIn(coordinates, depth, at) {
  if (depth === 0) return [{ at, line: coordinates }];
  return coordinates.flatMap((part, index) => linesIn(part, depth - 1, [...at, index]));
}

function replaced(coordinates, [first, ...rest], line) {
  if (first === undefined) return line;
  return coordinates.with(first, replaced(coordinates[first], rest, line));
}

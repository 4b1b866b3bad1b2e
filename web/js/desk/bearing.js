const RADIANS = Math.PI / 180;

/**
 * The direction from a place to a corner, in degrees clockwise from north. On a sphere: right to a
 * fraction of a degree, which is enough to cut a sector for drawing. Bearings in lists and files are
 * the server's.
 *
 * @param {{lon: number, lat: number}} from
 * @param {[number, number]} to lon, lat
 */
export function bearing(from, [lon, lat]) {
  const turned = (lon - from.lon) * RADIANS;
  const [phiFrom, phiTo] = [from.lat * RADIANS, lat * RADIANS];
  const east = Math.sin(turned) * Math.cos(phiTo);
  const north =
    Math.cos(phiFrom) * Math.sin(phiTo) - Math.sin(phiFrom) * Math.cos(phiTo) * Math.cos(turned);
  return (Math.atan2(east, north) / RADIANS + 360) % 360;
}

/** How far to turn from one direction to another, from -180 to 180 degrees. */
export function turn(from, to) {
  return ((to - from + 540) % 360) - 180;
}

const EARTH = 6_371_000;
const MARGIN = 1.01;

/**
 * A circle that holds an area for certain: what the server is asked round, which then keeps only what
 * lies in the area.
 *
 * @param {[number, number][]} corners lon/lat
 * @returns {{lon: number, lat: number, radius: number}} metres, rounded up
 */
export function circleRound(corners) {
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  const lon = (Math.min(...lons) + Math.max(...lons)) / 2;
  const lat = (Math.min(...lats) + Math.max(...lats)) / 2;
  const reach = Math.max(...corners.map((corner) => metres([lon, lat], corner)));
  return { lon, lat, radius: Math.max(1, Math.ceil(reach * MARGIN)) };
}

function metres([lon1, lat1], [lon2, lat2]) {
  const radians = Math.PI / 180;
  const half = (degrees) => Math.sin((degrees * radians) / 2) ** 2;
  const part =
    half(lat2 - lat1) +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * half(lon2 - lon1);
  return 2 * EARTH * Math.asin(Math.sqrt(part));
}

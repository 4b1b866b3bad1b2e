import { inside, partsOf } from './inside.js';

const STEPS = 24;

/**
 * A place well inside an area where its name can stand: of a lattice over the largest part, the point
 * farthest from the outline. Centroids of crescent-shaped counties lie outside of them.
 *
 * @param {object} geometry GeoJSON Polygon or MultiPolygon
 * @returns {[number, number]} lon, lat
 */
export function labelPlace(geometry) {
  const largest = partsOf(geometry).reduce((a, b) => (area(boxOf(b[0])) > area(boxOf(a[0])) ? b : a));
  const [outer] = largest;
  const box = boxOf(outer);
  let best = [(box.west + box.east) / 2, (box.south + box.north) / 2];
  let bestRoom = -1;
  for (let i = 1; i < STEPS; i += 1) {
    for (let j = 1; j < STEPS; j += 1) {
      const lon = box.west + ((box.east - box.west) * i) / STEPS;
      const lat = box.south + ((box.north - box.south) * j) / STEPS;
      const room = inside(largest, lon, lat) ? roomAt(outer, lon, lat) : -1;
      if (room > bestRoom) [best, bestRoom] = [[lon, lat], room];
    }
  }
  return best;
}

function boxOf(ring) {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return {
    west: Math.min(...lons),
    east: Math.max(...lons),
    south: Math.min(...lats),
    north: Math.max(...lats),
  };
}

function area({ west, east, south, north }) {
  return (east - west) * (north - south);
}

// Distance to the nearest corner, in degrees: good enough to choose between places.
function roomAt(ring, lon, lat) {
  let room = Infinity;
  for (const [otherLon, otherLat] of ring) {
    room = Math.min(room, (otherLon - lon) ** 2 + (otherLat - lat) ** 2);
  }
  return room;
}

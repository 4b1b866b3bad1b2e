import { extentOf } from './shape.js';

const EARTH = 6371008.8;

/** About how far apart two places are in metres: for words on a page, never for a decision. */
export function metresBetween([lonA, latA], [lonB, latB]) {
  const radians = Math.PI / 180;
  const east = (lonB - lonA) * radians * Math.cos(((latA + latB) / 2) * radians);
  const north = (latB - latA) * radians;
  return Math.hypot(east, north) * EARTH;
}

/** How far the middle of a geometry has moved, in metres. */
export function moveOf(before, after) {
  return metresBetween(middleOf(before), middleOf(after));
}

export function middleOf(geometry) {
  const [west, south, east, north] = extentOf(geometry);
  return [(west + east) / 2, (south + north) / 2];
}

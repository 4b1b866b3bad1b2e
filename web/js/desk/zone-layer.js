import { setOptions } from 'leaflet';
import { CanvasOverlay } from '../canvas-overlay.js';
import { colour } from '../theme.js';
import { bearing, turn } from './bearing.js';

const OUTLINE = 1.5;
const TINT = 0.06;

/**
 * A zone to draw.
 * @typedef {{lon: number, lat: number, ring: [number, number][]}} Zone centre and outline, lon/lat
 */

/** Draws the zones and dims what lies outside of all of them; with a wind, outside of its sectors. */
export const ZoneLayer = CanvasOverlay.extend({
  // Below, points are grouped, and a group lies partly inside and partly outside.
  options: { veilFromZoom: 11 },

  initialize(options) {
    setOptions(this, options);
    this._zones = [];
    this._wind = null;
  },

  /**
   * @param {Zone[]} zones
   * @param {{from: number, spread: number}|null} wind degrees
   */
  setZones(zones, wind) {
    this._zones = zones;
    this._wind = wind;
    this.redraw();
  },

  paint(context, place, window) {
    if (this._zones.length === 0) return;
    const outlines = this._zones.map(({ ring }) => pathOf(ring, place));
    const inner = this._wind
      ? this._zones.map((zone) => pathOf(sector(zone, this._wind), place))
      : outlines;
    if (this._map.getZoom() >= this.options.veilFromZoom) dim(context, inner, window.max);
    context.lineWidth = OUTLINE;
    context.strokeStyle = colour('accent');
    context.fillStyle = colour('accent');
    context.globalAlpha = TINT;
    inner.forEach((path) => context.fill(path));
    context.globalAlpha = this._wind ? 0.45 : 1;
    outlines.forEach((path) => context.stroke(path));
    context.globalAlpha = 1;
    if (this._wind) inner.forEach((path) => context.stroke(path));
  },
});

function dim(context, inner, { x, y }) {
  context.fillStyle = colour('veil');
  context.fillRect(0, 0, x, y);
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = '#000000';
  inner.forEach((path) => context.fill(path));
  context.globalCompositeOperation = 'source-over';
}

function pathOf(ring, place) {
  const path = new Path2D();
  ring.forEach(([lon, lat], index) => {
    const { x, y } = place(lat, lon);
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  path.closePath();
  return path;
}

// The part of the outline within the spread either side of the wind, closed over the station.
function sector(zone, { from, spread }) {
  if (spread >= 180) return zone.ring;
  const corners = zone.ring
    .map((corner) => ({ corner, turned: turn(from, bearing(zone, corner)) }))
    .sort((a, b) => a.turned - b.turned);
  const within = corners.filter(({ turned }) => Math.abs(turned) < spread);
  return [
    [zone.lon, zone.lat],
    cornerAt(corners, -spread),
    ...within.map(({ corner }) => corner),
    cornerAt(corners, spread),
  ];
}

// Where the edge of the sector meets the outline, between two of its corners.
function cornerAt(corners, turned) {
  const after = Math.max(1, corners.findIndex((one) => one.turned >= turned));
  const [a, b] = [corners[after - 1], corners[after]];
  const part = (turned - a.turned) / (b.turned - a.turned || 1);
  return a.corner.map((value, axis) => value + part * (b.corner[axis] - value));
}

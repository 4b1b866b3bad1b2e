import { setOptions } from 'leaflet';
import { CanvasOverlay } from '../canvas-overlay.js';
import { partsOf } from '../inside.js';
import { colour } from '../theme.js';

const RADIUS = 4.5;
// Below this zoom there are too many of them for their full size.
const FULL_FROM = 11;
const SMALL = 2.5;

/** Draws findings: areas as they are, everything else as points; what is accepted or resolved is faint. */
export const FindingLayer = CanvasOverlay.extend({
  initialize(options) {
    setOptions(this, options);
    this._items = [];
    this._shapes = new Map();
  },

  setItems(items) {
    this._items = items.filter(({ lon, lat }) => Number.isFinite(lon) && Number.isFinite(lat));
    this.redraw();
  },

  /** @param {Map<string, object>} shapes GeoJSON geometries of areas by the id of their finding */
  setShapes(shapes) {
    this._shapes = shapes;
    this.redraw();
  },

  paint(context, place, window) {
    context.strokeStyle = colour('ink');
    const radius = this._map.getZoom() < FULL_FROM ? SMALL : RADIUS;
    for (const item of this._items) {
      const at = place(item.lat, item.lon);
      const shape = this._shapes.get(String(item.id));
      context.globalAlpha = item.state === 'open' ? 1 : 0.45;
      if (shape) paintArea(context, shape, place);
      if (!window.contains(at)) continue;
      context.beginPath();
      context.arc(at.x, at.y, shape ? SMALL : radius, 0, 2 * Math.PI);
      context.fillStyle = colour(item.state === 'open' ? 'finding' : 'paper');
      context.lineWidth = radius / 4;
      context.fill();
      context.stroke();
    }
    context.globalAlpha = 1;
  },

  /** The finding nearest to a place, as a hit of the map; null when none is near. */
  findAt(latlng, slack) {
    const at = this._map.latLngToLayerPoint(latlng);
    let best = null;
    let least = RADIUS + slack;
    for (const item of this._items) {
      const away = this._map.latLngToLayerPoint([item.lat, item.lon]).distanceTo(at);
      if (away <= least) [best, least] = [item, away];
    }
    return best && { finding: best };
  },
});

function paintArea(context, geometry, place) {
  if (!geometry.type.endsWith('Polygon')) return;
  context.beginPath();
  for (const ring of partsOf(geometry).flat()) {
    ring.forEach(([lon, lat], index) => {
      const { x, y } = place(lat, lon);
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    context.closePath();
  }
  context.fillStyle = colour('finding-soft');
  context.fill('evenodd');
  context.lineWidth = 1.2;
  context.strokeStyle = colour('finding');
  context.stroke();
  context.strokeStyle = colour('ink');
}

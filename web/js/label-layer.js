import { setOptions } from 'leaflet';
import { CanvasOverlay } from './canvas-overlay.js';
import { colour, font } from './theme.js';

const PADDING = 3;

/**
 * A name on the map.
 * @typedef {{lon: number, lat: number, text: string, rank: number, fromZoom: number,
 *     radius: number, strong: boolean}} Label
 *     the lowest rank is placed first; radius is that of the symbol it belongs to in CSS pixels,
 *     0 for the name of an area, which is centred on its place
 */

/** Writes names with a halo where they fit: a name that would touch another one is left out. */
export const LabelLayer = CanvasOverlay.extend({
  // Boxes in pixels of the map pane that names keep off.
  options: { obstacles: () => [] },

  initialize(options) {
    setOptions(this, options);
    this._labels = [];
  },

  /** @param {Label[]} labels */
  setLabels(labels) {
    this._labels = [...labels].sort((a, b) => a.rank - b.rank);
    this.redraw();
  },

  paint(context, place, window) {
    const zoom = this._map.getZoom();
    const near = this._labels
      .map((label) => ({ ...label, at: place(label.lat, label.lon) }))
      .filter(({ at }) => window.contains(at));
    // A symbol keeps its room even where its name is not written yet.
    const taken = near.filter(({ radius }) => radius > 0).map(symbolBox);
    taken.push(...this.options.obstacles().map((box) => shifted(box, this._corner)));
    near
      .filter(({ fromZoom }) => zoom >= fromZoom)
      .forEach((label) => write(context, label, taken));
  },
});

function write(context, label, taken) {
  context.font = font(12, label.strong ? 600 : 400);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const width = context.measureText(label.text).width;
  for (const [x, y] of positions(label, width)) {
    const box = { left: x - PADDING, right: x + width + PADDING, top: y - 9, bottom: y + 9 };
    if (taken.some((other) => touches(box, other))) continue;
    taken.push(box);
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = colour('paper');
    context.strokeText(label.text, x, y);
    context.fillStyle = label.strong ? colour('text') : colour('label');
    context.fillText(label.text, x, y);
    return;
  }
}

// The name of an area is centred or nearly so; that of a symbol stands right, left, below or above it.
function positions({ at, radius }, width) {
  if (radius === 0) {
    const left = at.x - width / 2;
    return [
      [left, at.y],
      [left, at.y - 16],
      [left, at.y + 16],
    ];
  }
  const gap = radius + 5;
  return [
    [at.x + gap, at.y],
    [at.x - gap - width, at.y],
    [at.x - width / 2, at.y + gap + 6],
    [at.x - width / 2, at.y - gap - 6],
  ];
}

function shifted({ left, right, top, bottom }, { x, y }) {
  return { left: left - x, right: right - x, top: top - y, bottom: bottom - y };
}

function symbolBox({ at, radius }) {
  return { left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius };
}

function touches(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

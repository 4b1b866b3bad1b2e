import { setOptions } from 'leaflet';
import { CanvasOverlay } from './canvas-overlay.js';
import * as format from './format.js';
import { drawSymbol } from './symbols.js';
import { colour, font } from './theme.js';

const ROW = 15;
const SYMBOL = 4.5;
const PADDING = 5;
const ASIDE = [16, 28, 40].flatMap((step) => [
  [step, 0],
  [-step, 0],
  [0, step],
  [0, -step],
  [step, step],
  [-step, step],
  [step, -step],
  [-step, -step],
]);

/**
 * Draws the groups that the server makes of many points at small scales: a small table for each place,
 * with one row per layer. Tables that would touch become one. They cannot be painted on the tiles,
 * which would cut them where one tile ends and the next begins.
 */
export const GroupLayer = CanvasOverlay.extend({
  // Boxes in pixels of the map pane that tables step aside for, where there is room.
  options: { obstacles: () => [] },

  /** @param {VectorLayer} source the layer whose tiles hold the groups */
  initialize(source, options) {
    setOptions(this, options);
    this._source = source;
    this._tables = [];
    let pending = 0;
    source.on('drawn', () => {
      cancelAnimationFrame(pending);
      pending = requestAnimationFrame(() => this.redraw());
    });
  },

  paint(context, place) {
    const groups = [];
    this._source.eachGroup((drawing, count, { lat, lng }) => {
      groups.push({ drawing, count, at: place(lat, lng) });
    });
    groups.sort((a, b) => b.count - a.count);
    context.font = font(11, 500);
    this._tables = [];
    for (const group of groups) join(this._tables, group, context);
    const obstacles = this.options
      .obstacles()
      .map((box) => moved(box, -this._corner.x, -this._corner.y));
    for (const table of this._tables) stepAside(table, this._tables, obstacles);
    for (const table of this._tables) draw(context, table);
    this.fire('painted');
  },

  /** Where the tables are, in pixels of the map pane, for names that must not lie on them. */
  boxes() {
    return this._tables.map((table) => moved(boxOf(table), this._corner.x, this._corner.y));
  },

  /** The table at a place: `{groups: [{drawing, count}]}`, or null. */
  findAt(latlng) {
    const at = this._map.latLngToLayerPoint(latlng).subtract(this._corner);
    const table = this._tables.find((one) => contains(boxOf(one), at));
    return table ? { groups: table.rows } : null;
  },
});

function join(tables, { drawing, count, at }, context) {
  const own = { at, rows: [{ drawing, count }], width: widthOf([{ count }], context) };
  const table = tables.find((one) => touches(boxOf(one), boxOf(own)));
  if (!table) {
    tables.push(own);
    return;
  }
  const row = table.rows.find((one) => one.drawing === drawing);
  if (row) row.count += count;
  else table.rows.push({ drawing, count });
  table.rows.sort((a, b) => a.drawing.order - b.drawing.order);
  table.width = widthOf(table.rows, context);
}

function stepAside(table, tables, obstacles) {
  const others = tables.filter((other) => other !== table).map(boxOf);
  const free = (box) => ![...obstacles, ...others].some((other) => touches(box, other));
  const box = boxOf(table);
  if (!obstacles.some((other) => touches(box, other))) return;
  for (const [x, y] of ASIDE) {
    if (!free(moved(box, x, y))) continue;
    table.at = table.at.add([x, y]);
    return;
  }
}

function moved({ left, top, right, bottom }, x, y) {
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
}

function widthOf(rows, context) {
  const widest = Math.max(
    ...rows.map(({ count }) => context.measureText(format.count(count)).width),
  );
  return Math.round(widest + 2 * SYMBOL + 4 + 2 * PADDING);
}

function boxOf({ at, rows, width }) {
  const height = rows.length * ROW + 4;
  return {
    left: at.x - width / 2,
    top: at.y - height / 2,
    right: at.x + width / 2,
    bottom: at.y + height / 2,
  };
}

function draw(context, table) {
  const { left, top, right, bottom } = boxOf(table);
  context.beginPath();
  context.roundRect(
    Math.round(left) + 0.5,
    Math.round(top) + 0.5,
    Math.round(right - left),
    bottom - top,
    4,
  );
  context.fillStyle = colour('group');
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = colour('county_line');
  context.stroke();
  table.rows.forEach(({ drawing, count }, index) => {
    const y = top + 2 + ROW * (index + 0.5);
    drawSymbol(context, left + PADDING + SYMBOL, y, drawing.base, SYMBOL - 0.5);
    context.font = font(11, 500);
    context.textAlign = 'right';
    context.textBaseline = 'middle';
    context.fillStyle = colour('text');
    context.fillText(format.count(count), right - PADDING, y + 0.5);
  });
}

function touches(a, b) {
  return (
    a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom + 2 && b.top < a.bottom + 2
  );
}

function contains({ left, top, right, bottom }, { x, y }) {
  return x >= left && x <= right && y >= top && y <= bottom;
}

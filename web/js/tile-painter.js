import { colour } from './theme.js';
import { drawSymbol, symbolRadius } from './symbols.js';

/**
 * Paints decoded layers into a square of `size` CSS pixels. Groups of points are left to GroupLayer.
 *
 * @param {CanvasRenderingContext2D} context scaled to CSS pixels
 * @param {Map} layers what `decodeTile` returned
 * @param {import('./drawing.js').Drawing[]} drawings lowest first
 */
export function paintTile(context, layers, drawings, zoom, size) {
  context.clearRect(0, 0, size, size);
  for (const drawing of drawings) {
    const layer = layers?.get(drawing.layer);
    if (!layer) continue;
    const scale = size / layer.extent;
    const shown = shownFeatures(layer, drawing, zoom);
    if (drawing.isPoint) paintPoints(context, shown, drawing, scale);
    else paintShapes(context, shown, drawing, scale);
  }
}

function shownFeatures(layer, drawing, zoom) {
  if (drawing.groupedAt(zoom)) return [];
  return layer.features.filter(({ properties }) => drawing.shownAt(properties, zoom));
}

function paintPoints(context, features, drawing, scale) {
  // From north to south, so that what is nearer to the reader lies on top.
  features.sort((a, b) => a.rings[0][1] - b.rings[0][1]);
  for (const { properties, rings } of features) {
    drawSymbol(context, rings[0][0] * scale, rings[0][1] * scale, drawing.styleOf(properties));
  }
}

function paintShapes(context, features, drawing, scale) {
  for (const feature of features) {
    const style = drawing.styleOf(feature.properties);
    trace(context, feature, scale);
    const fill = feature.type === 3 && colour(style.fill);
    if (fill) {
      context.fillStyle = fill;
      context.fill('evenodd');
    }
    const stroke = colour(style.stroke);
    if (!stroke) continue;
    context.setLineDash(style.dash ?? []);
    context.lineWidth = style.width ?? 1;
    context.strokeStyle = stroke;
    context.lineJoin = 'round';
    context.stroke();
    context.setLineDash([]);
  }
}

function trace(context, { type, rings }, scale) {
  context.beginPath();
  for (const ring of rings) {
    context.moveTo(ring[0] * scale, ring[1] * scale);
    for (let i = 2; i < ring.length; i += 2) context.lineTo(ring[i] * scale, ring[i + 1] * scale);
    if (type === 3) context.closePath();
  }
}

/**
 * The topmost feature at a place of the tile, or null.
 *
 * @param {number} x in CSS pixels from the left of the tile
 * @param {number} slack how far from a symbol still counts, in CSS pixels
 */
export function findAt(layers, drawings, zoom, size, x, y, slack) {
  for (const drawing of [...drawings].reverse()) {
    const layer = layers?.get(drawing.layer);
    if (!layer) continue;
    const scale = size / layer.extent;
    const shown = shownFeatures(layer, drawing, zoom);
    const found = search(shown, drawing, x, y, scale, slack);
    if (found) return { layer: drawing.layer, drawing, feature: found };
  }
  return null;
}

function search(features, drawing, x, y, scale, slack) {
  if (drawing.isPoint) return nearest(features, drawing, x, y, scale, slack);
  if (drawing.isLine) return nearestLine(features, drawing, x, y, scale, slack);
  return smallestAround(features, x / scale, y / scale);
}

function nearestLine(features, drawing, x, y, scale, slack) {
  let best = null;
  let bestDistance = Infinity;
  for (const feature of features) {
    const away = Math.min(...feature.rings.map((line) => awayFrom(line, x / scale, y / scale)));
    const reach = (drawing.styleOf(feature.properties).width ?? 1) / 2 + slack;
    if (away * scale <= reach && away < bestDistance) [best, bestDistance] = [feature, away];
  }
  return best;
}

// How far a place is from a line of x, y, x, y …
function awayFrom(line, x, y) {
  let best = Infinity;
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, bx, by] = line.slice(i - 2, i + 2);
    const long = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = long && ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long;
    const part = Math.max(0, Math.min(1, along));
    best = Math.min(best, Math.hypot(ax + part * (bx - ax) - x, ay + part * (by - ay) - y));
  }
  return best;
}

function nearest(features, drawing, x, y, scale, slack) {
  let best = null;
  let bestDistance = Infinity;
  for (const feature of features) {
    const away = Math.hypot(feature.rings[0][0] * scale - x, feature.rings[0][1] * scale - y);
    const reach = symbolRadius(drawing.styleOf(feature.properties)) + slack;
    if (away <= reach && away < bestDistance) [best, bestDistance] = [feature, away];
  }
  return best;
}

// Cells lie inside larger cells: the smallest one is the one that is meant.
function smallestAround(features, x, y) {
  const around = features.filter((one) => one.type === 3 && covers(one.rings, x, y));
  around.sort((a, b) => spread(a.rings) - spread(b.rings));
  return around[0] ?? null;
}

function covers(rings, x, y) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const crosses = ring[i + 1] > y !== ring[j + 1] > y;
      if (
        crosses &&
        x < ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]
      ) {
        inside = !inside;
      }
    }
  }
  return inside;
}

function spread(rings) {
  const xs = rings[0].filter((_, index) => index % 2 === 0);
  const ys = rings[0].filter((_, index) => index % 2 === 1);
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

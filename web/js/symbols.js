import { colour, font } from './theme.js';

const OUTLINE = 1.5;
const RIM = 1.25;

const OUTLINES = {
  circle: (path, r) => path.arc(0, 0, r, 0, 2 * Math.PI),
  square: (path, r) => path.rect(-r * 0.86, -r * 0.86, r * 1.72, r * 1.72),
  diamond: (path, r) => polygon(path, [0, -r * 1.16, r * 1.16, 0, 0, r * 1.16, -r * 1.16, 0]),
  triangle: (path, r) => polygon(path, [0, -r * 1.1, r * 1.1, r * 0.85, -r * 1.1, r * 0.85]),
  drop: drop,
  station: (path, r) => path.arc(0, 0, r, 0, 2 * Math.PI),
};

function polygon(path, [x, y, ...rest]) {
  path.moveTo(x, y);
  for (let i = 0; i < rest.length; i += 2) path.lineTo(rest[i], rest[i + 1]);
  path.closePath();
}

// A round body whose tip points up; the body is centred, so that a letter sits in the middle.
function drop(path, r) {
  path.moveTo(0, -r * 1.62);
  path.bezierCurveTo(r * 0.36, -r * 1.08, r, -r * 0.62, r, 0);
  path.arc(0, 0, r, 0, Math.PI);
  path.bezierCurveTo(-r, -r * 0.62, -r * 0.36, -r * 1.08, 0, -r * 1.62);
  path.closePath();
}

/** Half the width of a symbol in CSS pixels; declarations give sizes of 6 to 9 as that. */
export function symbolRadius(style) {
  if (style.shape === 'station' || style.shape === 'drop') return style.size ?? 8;
  return (style.size ?? 7) * 0.72;
}

/** Draws a symbol at x, y in the units of the context. */
export function drawSymbol(context, x, y, style, radius = symbolRadius(style)) {
  context.save();
  context.translate(x, y);
  outline(context, style, radius);
  context.lineJoin = 'round';
  context.strokeStyle = colour('rim');
  context.lineWidth = OUTLINE + 2 * RIM;
  context.stroke();
  if (colour(style.fill)) {
    context.fillStyle = colour(style.fill);
    context.fill();
  }
  context.strokeStyle = colour(style.stroke) ?? colour('ink');
  context.lineWidth = OUTLINE;
  context.stroke();
  if (style.shape === 'station') stationCore(context, style, radius);
  if (style.letter) letter(context, style.letter, radius);
  context.restore();
}

function outline(context, style, radius) {
  context.beginPath();
  (OUTLINES[style.shape] ?? OUTLINES.circle)(context, radius);
}

function stationCore(context, style, radius) {
  context.beginPath();
  context.arc(0, 0, radius * 0.56, 0, 2 * Math.PI);
  context.lineWidth = OUTLINE;
  context.strokeStyle = colour(style.stroke);
  context.stroke();
  context.beginPath();
  context.arc(0, 0, radius * 0.2, 0, 2 * Math.PI);
  context.fillStyle = colour(style.stroke);
  context.fill();
}

function letter(context, text, radius) {
  context.font = font(radius * (text.length > 1 ? 0.92 : 1.28), 700);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = '#1f2d36';
  context.fillText(text, 0, radius * 0.08);
}

/** A piece of a line by itself, as wide as a symbol. */
export function lineCanvas(style, size = 22) {
  const canvas = blank(size);
  const context = canvas.getContext('2d');
  context.strokeStyle = colour(style.stroke) ?? colour('ink');
  context.lineWidth = style.width ?? 1;
  context.lineCap = 'round';
  context.setLineDash(style.dash ?? []);
  context.beginPath();
  context.moveTo(size * 0.08, size * 0.62);
  context.bezierCurveTo(size * 0.36, size * 0.3, size * 0.6, size * 0.72, size * 0.92, size * 0.4);
  context.stroke();
  return canvas;
}

function blank(size) {
  const canvas = document.createElement('canvas');
  const scale = devicePixelRatio || 1;
  canvas.width = size * scale;
  canvas.height = size * scale;
  canvas.className = 'symbol';
  canvas.setAttribute('aria-hidden', 'true');
  canvas.getContext('2d').scale(scale, scale);
  return canvas;
}

/** A symbol by itself for lists and the legend, in a square of `size` CSS pixels. */
export function symbolCanvas(style, size = 20) {
  const canvas = blank(size);
  const context = canvas.getContext('2d');
  const radius = Math.min(symbolRadius(style), style.shape === 'drop' ? size * 0.36 : size * 0.4);
  drawSymbol(
    context,
    size / 2,
    size / 2 + (style.shape === 'drop' ? size * 0.1 : 0),
    style,
    radius,
  );
  return canvas;
}

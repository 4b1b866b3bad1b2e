import { language, t } from './i18n.js';

// Keeps a number with its unit on one line.
const SPACE = '\u00a0';
const POINTS = [
  'N',
  'NNE',
  'NE',
  'ENE',
  'E',
  'ESE',
  'SE',
  'SSE',
  'S',
  'SSW',
  'SW',
  'WSW',
  'W',
  'WNW',
  'NW',
  'NNW',
];

/** Metres below one kilometre, kilometres with one decimal from there on. */
export function distance(metres) {
  const rounded = Math.round(metres);
  if (rounded < 1000) return `${rounded}${SPACE}m`;
  return `${(metres / 1000).toFixed(1)}${SPACE}km`;
}

/** A round radius reads better without its empty decimal. */
export function radius(metres) {
  if (metres < 1000) return `${metres}${SPACE}m`;
  return `${Number((metres / 1000).toFixed(3))}${SPACE}km`;
}

export function count(number) {
  return number.toLocaleString(language() === 'zh' ? 'zh-CN' : 'en');
}

/** A part of a whole: 0.034 is 3.4 %. */
export function percent(share) {
  const value = share * 100;
  return `${value >= 10 || value === 0 ? Math.round(value) : value.toFixed(1)}${SPACE}%`;
}

/** An area of so many square metres, in hectares from one hectare and square kilometres from one on. */
export function area(squareMetres) {
  if (squareMetres >= 1e6) return `${(squareMetres / 1e6).toFixed(2)}${SPACE}km²`;
  if (squareMetres >= 1e4) return `${(squareMetres / 1e4).toFixed(1)}${SPACE}ha`;
  const rounded = squareMetres >= 10 ? Math.round(squareMetres) : squareMetres.toFixed(1);
  return `${rounded}${SPACE}m²`;
}

/** Names one after the other, as a sentence lists them. */
export function names(list) {
  return list.join(t('names.separator'));
}

/** The name of the nearest of `points` (8 or 16) compass points; `degrees` clockwise from north. */
export function compass(degrees, points = 8) {
  const step = 16 / points;
  const index = (Math.round(degrees / (360 / points)) * step) % 16;
  return t(`compass.${POINTS[index]}`);
}

/** 2026-11-22, of a date or a timestamp. */
export function day(text) {
  return text ? text.slice(0, 10) : '';
}

/** 2026-11-22 09:30 in the time of whoever looks, of a timestamp. */
export function moment(text) {
  if (!text) return '';
  const at = new Date(text);
  const two = (number) => String(number).padStart(2, '0');
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** A number of bytes, as files are spoken of. */
export function bytes(number) {
  if (number < 1000) return `${number}${SPACE}B`;
  if (number < 1e6) return `${Math.round(number / 1000)}${SPACE}KB`;
  return `${(number / 1e6).toFixed(1)}${SPACE}MB`;
}

export function position(lon, lat) {
  return `${lat.toFixed(5)}°N${SPACE} ${lon.toFixed(5)}°E`;
}

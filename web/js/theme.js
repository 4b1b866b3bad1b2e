/*
 * The map is drawn on canvas, where CSS does not reach: the colours are read from the tokens.
 */
const dark = matchMedia('(prefers-color-scheme: dark)');
const print = matchMedia('print');
const known = new Map();

/**
 * The colour for a name used in a layer declaration (land, county_line, accent, ink, paper) or for a
 * `#hex`; null for `none`.
 */
export function colour(name) {
  if (!name || name === 'none') return null;
  if (name.startsWith('#')) return name;
  if (!known.has(name)) known.set(name, token(`--map-${name.replaceAll('_', '-')}`));
  return known.get(name);
}

/** The font of the pages at a size in CSS pixels, as a canvas wants it. */
export function font(pixels, weight = 400) {
  return `${weight} ${pixels}px ${token('--font')}`;
}

/** `listener` hears when the colours have changed. */
export function onThemeChange(listener) {
  for (const query of [dark, print]) {
    query.addEventListener('change', () => {
      known.clear();
      listener();
    });
  }
}

function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

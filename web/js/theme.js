/*
 * The map is drawn on canvas, where CSS does not reach: the colours are read from the tokens.
 */
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
  const change = () => {
    known.clear();
    listener();
  };
  addEventListener('colourscheme', change);
  followPaper(change);
}

/** Takes the colours of paper while the page is printed; `listener` hears of it. */
export function followPaper(listener = () => {}) {
  // The change to the medium itself comes too late: what is painted then does not reach the paper.
  for (const moment of ['beforeprint', 'afterprint']) {
    addEventListener(moment, () => {
      document.documentElement.toggleAttribute('data-paper', moment === 'beforeprint');
      listener();
    });
  }
}

function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/*
 * The state of a page is in its address: the place in the hash (#zoom/lat/lon), the rest in the
 * query. Changes replace the entry, so that the back button leaves the page in one step.
 */

/** The place in the hash, or null when there is none that can be read. */
export function findView() {
  const match = /^#(\d{1,2}(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)$/.exec(location.hash);
  if (!match) return null;
  const [zoom, lat, lon] = match.slice(1).map(Number);
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { zoom, lat, lon } : null;
}

export function writeView(zoom, lat, lon) {
  const hash = `#${zoom}/${lat.toFixed(5)}/${lon.toFixed(5)}`;
  history.replaceState(null, '', textOf(parameters(), hash));
}

/** A value of the query, or null. */
export function findParameter(name) {
  return new URLSearchParams(location.search).get(name);
}

/** All of the query. */
export function parameters() {
  return new URLSearchParams(location.search);
}

/** The day that the page asks about, as the address has it; null for today. */
export function askedDay() {
  return findParameter('at') || null;
}

/** Sets what is given; null or an empty text removes a parameter. */
export function writeParameters(changes) {
  history.replaceState(null, '', addressWith(changes));
}

/** The address of this page with other parameters; null or an empty text leaves one out. */
export function addressWith(changes) {
  const query = parameters();
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  }
  return textOf(query, location.hash);
}

/** Goes to the same page with other parameters, as a step that the back button takes back. */
export function goTo(changes) {
  history.pushState(null, '', addressWith(changes));
  dispatchEvent(new PopStateEvent('popstate'));
}

/** `listener` hears of an address that somebody typed or went back to. */
export function onAddressChange(listener) {
  addEventListener('popstate', listener);
}

// Names such as 1320A,1321A stay readable when they are sent to somebody.
function textOf(query, hash) {
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
  return `${location.pathname}${text ? `?${text}` : ''}${hash}`;
}

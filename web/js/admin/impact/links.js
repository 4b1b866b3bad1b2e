import { element } from '../../dom.js';
import { language } from '../../i18n.js';

/** An object's name as a link to it on the desk's map, in a window of its own: the change waits here. */
export function deskLink({ layer, id, name, lon, lat }) {
  return link(name || id, { who: `${layer}/${id}`, feature: `${layer}/${id}` }, lon, lat);
}

/** The same for a place that is no object. */
export function placeLink({ name, lon, lat }) {
  return link(name, { who: `${lon.toFixed(6)},${lat.toFixed(6)}` }, lon, lat);
}

function link(text, parameters, lon, lat) {
  const query = new URLSearchParams(parameters);
  if (language() !== 'zh') query.set('lang', language());
  const place = Number.isFinite(lon) ? `#15/${lat.toFixed(5)}/${lon.toFixed(5)}` : '';
  return element('a', { href: `/desk?${query}${place}`, target: '_blank', rel: 'noopener', text });
}

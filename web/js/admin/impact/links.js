import { element } from '../../dom.js';
import { language } from '../../i18n.js';

/** An object's name as a link to it on the desk's map, in a window of its own: the change waits here. */
export function deskLink({ layer, id, name, lon, lat }) {
  const query = new URLSearchParams({ who: `${layer}/${id}`, feature: `${layer}/${id}` });
  if (language() !== 'zh') query.set('lang', language());
  const place = Number.isFinite(lon) ? `#15/${lat.toFixed(5)}/${lon.toFixed(5)}` : '';
  return element('a', {
    href: `/desk?${query}${place}`,
    target: '_blank',
    rel: 'noopener',
    text: name || id,
  });
}

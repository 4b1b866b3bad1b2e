import { parameters } from '../address.js';
import { language } from '../i18n.js';

/**
 * Where the joint control of a zone is shown; of all zones when no id is given. The day and the
 * language stay those of the page.
 *
 * @param {{layer: string, id?: string|null, radius?: number|string|null}} zone
 */
export function jointAddress({ layer, id, radius }) {
  const query = new URLSearchParams({ layer });
  if (id) query.set('id', id);
  if (radius) query.set('radius', radius);
  const day = parameters().get('at');
  if (day) query.set('at', day);
  if (language() !== 'zh') query.set('lang', language());
  return `/desk/joint-control?${query}`;
}

import { element } from '../dom.js';
import { icon } from '../icons.js';
import { language, t } from '../i18n.js';
import { jointAddress } from '../joint/address.js';
import { settings } from '../page-settings.js';

/** Ways from a finding to where it can be looked at and put right. */
export function findingLinks({ kind, subject, lon, lat }) {
  const links = [];
  if (lon !== undefined) links.push(link('audit.toDesk', deskAddress(subject, lon, lat), 'to-desk', 'locate'));
  if (kind === 'zone_without_group' && subject)
    links.push(link('desk.jointButton', jointAddress(subject), 'to-joint', 'people'));
  if (subject && settings.mayEdit) {
    const query = new URLSearchParams({ view: 'edit', feature: `${subject.layer}/${subject.id}` });
    links.push(link('audit.toEdit', withLanguage('/admin', query), 'to-edit', 'pencil'));
  }
  return element('p', { class: 'finding-details__links' }, ...links);
}

// The desk answers who is responsible there: for the object where it has a place, else for the place.
function deskAddress(subject, lon, lat) {
  const object = subject && ['site', 'enterprise'].includes(subject.layer);
  const who = object ? `${subject.layer}/${subject.id}` : `${lon.toFixed(6)},${lat.toFixed(6)}`;
  const query = new URLSearchParams({ who });
  if (object) query.set('feature', who);
  return `${withLanguage('/desk', query)}#16/${lat.toFixed(5)}/${lon.toFixed(5)}`;
}

function withLanguage(page, query) {
  if (language() !== 'zh') query.set('lang', language());
  return `${page}?${query}`;
}

function link(key, href, testid, symbol) {
  return element(
    'a',
    { class: 'button button--quiet', href, dataset: { testid } },
    icon(symbol, 18),
    t(key),
  );
}

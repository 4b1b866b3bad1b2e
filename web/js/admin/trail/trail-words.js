import * as format from '../../format.js';
import { t } from '../../i18n.js';

/** Details whose values are codes, with the keys of their words. */
const CODED = { mode: 'mode', role: 'accountrole' };
const MOMENTS = ['expiresAt', 'since'];

/** What a detail of the trail is called; its own name where nothing else is known. */
export function wordOf(name) {
  return translated(`traildetail.${name}`, name);
}

/** The value of a detail in words; empty when it says nothing. */
export function detailText(name, value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (Array.isArray(value)) return value.map((one) => detailText(name, one)).join(t('names.separator'));
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, one]) => `${key} → ${typeof one === 'object' ? JSON.stringify(one) : one}`)
      .join(t('names.separator'));
  }
  if (MOMENTS.includes(name)) return format.moment(value);
  return CODED[name] ? translated(`${CODED[name]}.${value}`, String(value)) : String(value);
}

function translated(key, otherwise) {
  const word = t(key);
  return word === key ? otherwise : word;
}

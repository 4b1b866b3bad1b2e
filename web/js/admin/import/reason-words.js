import { language, t } from '../../i18n.js';

// What the server says of a row, by how its sentences begin; the rest of the sentence is kept.
const REASONS = [
  [/^is missing$/, 'missing'],
  [/^is missing; a row without an id/, 'missingKey'],
  [/^must be one of (.*)$/, 'oneOf'],
  [/^stands already in row (\d+)/, 'twice'],
  [/^longitude and latitude are swapped/, 'swapped'],
  [/^0, 0 is a place/, 'zero'],
  [/^lies outside the extent of this installation/, 'outside'],
  [/^lies outside of where (\S+) has a meaning/, 'datum'],
  [/^the geometry is empty/, 'empty'],
  [/^repaired: (.*)$/, 'repaired'],
  [/^must be a day/, 'day'],
  [/^is no day of the calendar/, 'calendar'],
  [/^must be yes or no/, 'boolean'],
  [/^names no (.*)$/, 'unknown'],
];

/**
 * A reason in the language of the page, as far as it is one that is known.
 *
 * @returns {{text: string, lang: string|null}}
 */
export function reasonWords(reason) {
  if (language() === 'en') return { text: reason, lang: null };
  for (const [pattern, name] of REASONS) {
    const match = pattern.exec(reason);
    if (match) return { text: t(`reason.${name}`, { what: match[1] ?? '' }), lang: null };
  }
  return { text: reason, lang: 'en' };
}

import { element } from '../dom.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';

/** A number that can be dialled by a press; null without one. */
export function phoneLink(phone, name) {
  if (!phone) return null;
  return element(
    'a',
    {
      class: 'phone number',
      href: `tel:${phone.replace(/[^\d+*#,;]/g, '')}`,
      'aria-label': t('who.call', { name, phone }),
      dataset: { testid: 'phone' },
    },
    icon('phone', 16),
    phone,
  );
}

/**
 * Who it is and how to reach them, in one line.
 *
 * @param {string} [topics] for what; empty when that is understood
 */
export function partyLine(party, topics = '') {
  return element(
    'p',
    { class: 'party' },
    element('strong', { class: 'party__name', text: party.name }),
    party.unit && party.unit.name !== party.name
      ? element('span', { class: 'quiet', text: t('who.inUnit', { unit: party.unit.name }) })
      : null,
    topics ? element('span', { class: 'quiet', text: topics, dataset: { testid: 'party-topics' } }) : null,
    phoneLink(party.phone ?? party.unit?.phone, party.name),
  );
}

import { askedDay } from '../address.js';
import { path } from '../api-request.js';
import { element } from '../dom.js';
import { icon } from '../icons.js';
import { language, t } from '../i18n.js';

/** Leads to the published page of a grid cell, of the same day and in the same language. */
export function noticeLink(id) {
  const query = new URLSearchParams();
  if (askedDay()) query.set('at', askedDay());
  if (language() !== 'zh') query.set('lang', language());
  const text = query.toString();
  return element(
    'a',
    {
      class: 'button button--quiet',
      href: `${path('cell', id)}${text ? `?${text}` : ''}`,
      dataset: { testid: 'notice-link' },
    },
    icon('file'),
    t('cell.read'),
  );
}

import { askedDay } from './address.js';
import { element } from './dom.js';
import * as format from './format.js';
import { language, t, titleOf } from './i18n.js';
import { settings } from './page-settings.js';

/**
 * Says what is not there and what would help.
 *
 * @param {string} testid
 * @param {...Node} actions buttons or links
 */
export function notice(testid, title, advice, ...actions) {
  return element(
    'div',
    { class: 'notice', role: 'status', dataset: { testid } },
    element('p', { class: 'notice__title', text: title }),
    element('p', { class: 'quiet', text: advice }),
    actions.length ? element('div', { class: 'notice__actions' }, ...actions) : null,
  );
}

/** For a day on which there was nothing yet. */
export function emptyDayNotice() {
  return notice('empty-day', t('day.nothing', { day: askedDay() }), t('day.nothingAdvice'));
}

/** For an installation that holds nothing a page could show; `missing` are declarations of layers. */
export function noDataNotice(missing) {
  const layers = format.names(missing.map(({ title }) => titleOf(title)));
  if (!settings.mayImport) return notice('no-data', t('nodata.title', { layers }), t('nodata.advice'));
  const address = new URLSearchParams({ view: 'import', layer: missing[0].id });
  if (language() !== 'zh') address.set('lang', language());
  return notice(
    'no-data',
    t('nodata.title', { layers }),
    t('nodata.adviceEditor'),
    element('a', { class: 'button button--main', href: `/admin?${address}`, text: t('nodata.import') }),
  );
}

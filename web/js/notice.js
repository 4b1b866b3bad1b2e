import { askedDay } from './address.js';
import { element } from './dom.js';
import * as format from './format.js';
import { t, titleOf } from './i18n.js';

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
  return notice('no-data', t('nodata.title', { layers }), t('nodata.advice'));
}

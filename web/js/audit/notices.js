import { element } from '../dom.js';
import { t } from '../i18n.js';
import { noDataNotice, notice } from '../notice.js';
import { isNarrow } from './state.js';

/**
 * Says that there is nothing to show, and why that may be.
 *
 * @param {object[]} missing declarations of layers without which there is nothing to compare
 * @param {boolean} never whether no audit has been run yet
 * @param {{clear: () => void, all: () => void}} actions
 */
export function nothingNotice(filter, missing, never, { clear, all }) {
  if (missing.length) return noDataNotice(missing);
  if (never) return notice('empty', t('audit.never'), t('audit.neverAdvice'));
  if (isNarrow(filter))
    return notice('empty', t('audit.noneFit'), t('audit.noneFitAdvice'), button('audit.clear', clear));
  if (filter.state === 'open')
    return notice('empty', t('audit.none'), t('audit.noneAdvice'), button('audit.showAll', all));
  return notice('empty', t('audit.none'), t('audit.noneFitAdvice'));
}

function button(key, click) {
  return element('button', { type: 'button', class: 'button', text: t(key), on: { click } });
}

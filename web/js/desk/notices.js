import { element } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { notice } from '../notice.js';
import { windOf } from './state.js';

/**
 * Says that nothing was found and offers what would widen the search.
 *
 * @param {DeskState} state
 * @param {{radius: (metres) => void, filters: () => void, text: () => void, calm: () => void}} actions
 */
export function emptyNotice(state, actions) {
  const inArea = state.mode === 'area';
  const wider =
    !inArea &&
    [1000, 3000, 5000, 10_000, 20_000, 50_000, 100_000].find((metres) => metres > state.radius);
  const offers = [
    wider && [t('desk.widen', { radius: format.radius(wider) }), () => actions.radius(wider)],
    state.filters.size > 0 && [t('desk.clearFilters'), actions.filters],
    state.text && [t('desk.clearText', { text: state.text }), actions.text],
    windOf(state) && [t('desk.calm'), actions.calm],
  ].filter(Boolean);
  return notice(
    'empty',
    inArea ? t('desk.emptyArea') : t('desk.empty', { radius: format.radius(state.radius) }),
    t(offers.length ? 'desk.emptyAdvice' : 'desk.emptyElsewhere'),
    ...offers.map(([text, click]) =>
      element('button', { type: 'button', class: 'button', text, on: { click } }),
    ),
  );
}

export function noStationNotice() {
  return notice('empty', t('desk.noStation'), t('desk.noStationAdvice'));
}

export function noAreaNotice() {
  return notice('empty', t('desk.noArea'), t('desk.noAreaAdvice'));
}

export function nothingSoughtNotice() {
  return notice('empty', t('desk.nothingSought'), t('desk.nothingSoughtAdvice'));
}

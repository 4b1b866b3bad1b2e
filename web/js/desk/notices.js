import { element } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { notice } from '../notice.js';

/**
 * Says that nothing was found and offers what would widen the search.
 *
 * @param {DeskState} state
 * @param {{radius: (metres) => void, clear: () => void, calm: () => void}} actions
 */
export function emptyNotice(state, actions) {
  const wider = [1000, 3000, 5000, 10_000, 20_000, 50_000, 100_000].find(
    (metres) => metres > state.radius,
  );
  const offers = [
    wider && [t('desk.widen', { radius: format.radius(wider) }), () => actions.radius(wider)],
    state.filters.size > 0 && [t('desk.clearFilters'), actions.clear],
    state.wind && [t('desk.calm'), actions.calm],
  ].filter(Boolean);
  return notice(
    'empty',
    t('desk.empty', { radius: format.radius(state.radius) }),
    t('desk.emptyAdvice'),
    ...offers.map(([text, click]) =>
      element('button', { type: 'button', class: 'button', text, on: { click } }),
    ),
  );
}

export function noStationNotice() {
  return notice('empty', t('desk.noStation'), t('desk.noStationAdvice'));
}

export function nothingSoughtNotice() {
  return notice('empty', t('desk.nothingSought'), t('desk.nothingSoughtAdvice'));
}

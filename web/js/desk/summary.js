import { nearAddress } from '../api.js';
import { element, required } from '../dom.js';
import * as format from '../format.js';
import { icon } from '../icons.js';
import { language, t } from '../i18n.js';
import { shownQuery } from './state.js';

/** The head of the panel: how many there are, and the way to take them along. */
export class Summary {
  constructor(root) {
    this.total = element('strong', {
      class: 'summary__total number',
      dataset: { testid: 'result-count' },
    });
    this.unit = element('span', {});
    this.stations = element('p', { class: 'quiet number' });
    this.csv = element('a', { class: 'button', download: '', dataset: { testid: 'csv' } });
    root.append(
      element(
        'div',
        { 'aria-live': 'polite' },
        element('h1', { class: 'summary__line' }, this.total, this.unit),
        this.stations,
      ),
      this.csv,
    );
  }

  /** @param {number|null} total null while it is not known */
  show(state, total, groups) {
    this.total.textContent = total === null ? '–' : format.count(total);
    this.unit.textContent = t('desk.unit');
    this.stations.textContent = total === null ? '' : around(groups, format.radius(state.radius));
    this.csv.replaceChildren(icon('download'), t('desk.csv'));
    const none = !total;
    this.csv.toggleAttribute('aria-disabled', none);
    if (none) this.csv.removeAttribute('href');
    else this.csv.href = nearAddress(shownQuery(state, 'csv', language()));
  }
}

function around(groups, radius) {
  if (groups.length === 0) return t('desk.aroundNone');
  if (groups.length === 1) return t('desk.aroundOne', { name: groups[0].around.name, radius });
  return t('desk.around', { count: groups.length, radius });
}

/** The element that shows that an answer is on its way. */
export function busy(on) {
  required('.panel').setAttribute('aria-busy', String(on));
}

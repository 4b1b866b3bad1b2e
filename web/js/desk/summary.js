import { element, required } from '../dom.js';
import * as format from '../format.js';
import { icon } from '../icons.js';
import { jointAddress } from '../joint/address.js';
import { t } from '../i18n.js';
import { segments } from './segments.js';
import { ringsOf } from './state.js';

/** The head of the panel: how many there are, as what they are shown, and what can be done with them. */
export class Summary {
  /**
   * @param {{view: (view) => void, file: (format) => void, searches: () => void, keys: () => void}} actions
   */
  constructor(root, actions) {
    this.actions = actions;
    this.total = element('strong', {
      class: 'summary__total number',
      dataset: { testid: 'result-count' },
    });
    this.unit = element('span', {});
    this.stations = element('p', { class: 'quiet number' });
    this.rings = element('p', { class: 'quiet number summary__rings', dataset: { testid: 'rings' } });
    this.view = element('div', { class: 'summary__view' });
    this.tools = element('div', { class: 'summary__tools' });
    root.append(
      element(
        'div',
        { class: 'summary__words', 'aria-live': 'polite' },
        element('h1', { class: 'summary__line' }, this.total, this.unit),
        this.stations,
        this.rings,
      ),
      this.view,
      this.tools,
    );
  }

  /**
   * @param {object[]|null} items as often as they are shown; null while they are not known
   * @param {{around: object}[]} groups
   */
  show(state, items, groups) {
    const radii = ringsOf(state);
    this.total.textContent = items ? format.count(items.length) : '–';
    this.unit.textContent = t('desk.unit');
    this.stations.textContent = items ? around(state, groups) : '';
    this.rings.textContent = items?.length && radii.length > 1 ? rings(radii, items) : '';
    const focused = document.activeElement?.dataset?.focus;
    this.view.replaceChildren(
      segments(
        t('desk.view'),
        'view',
        ['list', 'table'].map((value) => ({ value, text: t(`desk.${value}`) })),
        state.view,
        this.actions.view,
      ),
    );
    const none = !items?.length;
    this.tools.replaceChildren(
      this.tool('star', 'searches.button', 'searches-button', this.actions.searches),
      this.tool('download', 'CSV', 'csv', () => this.actions.file('csv'), none),
      this.tool('download', 'Excel', 'xlsx', () => this.actions.file('xlsx'), none),
      jointLink(state, groups),
      this.tool('print', 'desk.print', 'print', () => print()),
      this.tool('help', 'keys.button', 'keys-button', this.actions.keys),
    );
    if (focused) required('.panel__head').querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }

  tool(sign, key, testid, click, disabled = false) {
    return element(
      'button',
      {
        type: 'button',
        class: 'button button--quiet summary__tool',
        disabled,
        dataset: { testid, focus: testid },
        on: { click },
      },
      icon(sign, 16),
      element('span', { text: key.includes('.') ? t(key) : key }),
    );
  }
}

// Of the one station, or of all that have a zone.
function jointLink({ mode, radius }, groups) {
  if (mode === 'area' || mode === 'place') return '';
  const id = groups.length === 1 ? groups[0].around.id : null;
  return element(
    'a',
    {
      class: 'button button--quiet summary__tool',
      href: jointAddress({ layer: 'station', id, radius }),
      dataset: { testid: 'joint', focus: 'joint' },
    },
    icon('people', 16),
    element('span', { text: t('desk.jointButton') }),
  );
}

function around({ mode, area, radii }, groups) {
  const radius = radii.map(format.radius).join(' / ');
  if (mode === 'area') return t(area.length ? 'desk.inArea' : 'desk.noArea');
  if (mode === 'place') return t('desk.aroundPlace', { radius });
  if (groups.length === 0) return t('desk.aroundNone');
  if (groups.length === 1) return t('desk.aroundOne', { name: groups[0].around.name, radius });
  return t('desk.around', { count: groups.length, radius });
}

// How many there are from one ring to the next.
function rings(radii, items) {
  return radii
    .map((to, index) => {
      const from = index ? radii[index - 1] : -1;
      const count = items.filter(({ distance }) => distance > from && distance <= to).length;
      const ring = index ? `${format.radius(from)}–${format.radius(to)}` : `≤\u00a0${format.radius(to)}`;
      return `${ring}\u2002${format.count(count)}`;
    })
    .join(' · ');
}

/** The element that shows that an answer is on its way. */
export function busy(on) {
  required('.panel').setAttribute('aria-busy', String(on));
}

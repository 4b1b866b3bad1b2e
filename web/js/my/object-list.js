import { metresBetween } from '../admin/edit/measure.js';
import { element } from '../dom.js';
import { fieldText } from '../facts.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { notice } from '../notice.js';
import { byTodo, reasonsOf } from './todo.js';
import { standOf } from './wait-words.js';

const AT_ONCE = 100;

/** The objects of the own area, by what is to be done or by how far they are. */
export class ObjectList {
  constructor(choose) {
    this.choose = choose;
    this.order = 'todo';
    this.text = '';
    this.shown = AT_ONCE;
    this.node = element('div', { class: 'own-list' });
  }

  /**
   * @param {{lon: number, lat: number}|null} here where whoever looks is standing
   * @param {string} ended what sending came to
   */
  show(work, drawings, here, ended) {
    Object.assign(this, { work, drawings, here, ended });
    if (!here && this.order === 'near') this.order = 'todo';
    this.write();
  }

  write() {
    const { objects } = this.work;
    if (objects.length === 0) {
      this.node.replaceChildren(notice('my-empty', t('my.empty'), t('my.emptyAdvice')));
      return;
    }
    const found = this.sorted(objects);
    const parts = [
      this.controls(),
      element(
        'ul',
        { class: 'plain-list' },
        ...found.slice(0, this.shown).map((one) => this.row(one)),
      ),
      found.length === 0 ? element('p', { class: 'quiet own-none', text: t('my.noneFound') }) : null,
      found.length > this.shown
        ? element('button', {
            type: 'button',
            class: 'button',
            text: t('my.more', { count: found.length - this.shown }),
            on: { click: () => this.more() },
          })
        : null,
    ];
    this.node.replaceChildren(...parts.filter(Boolean));
  }

  more() {
    this.shown += AT_ONCE;
    this.write();
  }

  sorted(objects) {
    const wanted = this.text.trim().toLowerCase();
    const found = objects.filter(
      ({ feature }) =>
        !wanted || `${feature.properties.name} ${feature.id}`.toLowerCase().includes(wanted),
    );
    if (this.order === 'near') return found.sort((one, other) => this.away(one) - this.away(other));
    return found.sort(byTodo);
  }

  away({ feature }) {
    return metresBetween([this.here.lon, this.here.lat], feature.geometry.coordinates);
  }

  controls() {
    const order = (value, disabled = false) =>
      element('button', {
        type: 'button',
        class: 'chip',
        'aria-pressed': String(this.order === value),
        disabled,
        text: t(`myorder.${value}`),
        dataset: { testid: `by-${value}` },
        on: {
          click: () => {
            this.order = value;
            this.write();
          },
        },
      });
    const input = element('input', {
      type: 'search',
      class: 'field',
      placeholder: t('my.search'),
      'aria-label': t('my.search'),
      value: this.text,
      dataset: { testid: 'own-search' },
      on: {
        input: () => {
          this.text = input.value;
          this.shown = AT_ONCE;
          const at = input.selectionStart;
          this.write();
          const again = this.node.querySelector('input');
          again.focus();
          again.setSelectionRange(at, at);
        },
      },
    });
    return element('div', { class: 'own-controls' }, order('todo'), order('near', !this.here), input);
  }

  row(object) {
    const { feature, layer } = object;
    const declaration = this.drawings.get(layer)?.declaration;
    const facts = ['type', 'class'].map((name) => declaration && fieldText(declaration, feature.properties, name));
    return element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: 'own-row',
          dataset: { testid: 'own-row', id: `${layer}/${feature.id}` },
          on: { click: () => this.choose(layer, String(feature.id)) },
        },
        element(
          'span',
          { class: 'own-row__head' },
          element('strong', { text: feature.properties.name ?? feature.id }),
          this.here ? element('span', { class: 'number own-row__away', text: format.distance(this.away(object)) }) : null,
        ),
        element('span', { class: 'quiet', text: facts.filter(Boolean).join(' · ') }),
        object.wait ? element('span', { class: 'tag tag--warn', text: t(`mytag.${standOf(object.wait, this.ended)}`) }) : null,
        ...reasonsOf(object, declaration).map(({ kind, text }) =>
          element('span', { class: `own-reason own-reason--${kind}`, text }),
        ),
      ),
    );
  }
}

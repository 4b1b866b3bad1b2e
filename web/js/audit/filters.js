import { element } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { segments } from '../desk/segments.js';
import { KINDS, STATES, VERDICTS, kindsOf } from './state.js';

/** Which findings are shown: kind, state, district and the rest, each with how many there would be. */
export class Filters {
  /**
   * @param {{districts: object[], levels: () => {value, text}[]}} choices
   * @param {(changes: object) => void} change
   */
  constructor(root, choices, change) {
    Object.assign(this, { root, choices, change });
  }

  /** @param {{kind: object, state: object, district: object}|null} counts */
  show(filter, counts) {
    const focused = document.activeElement?.dataset?.focus;
    const open = this.root.firstElementChild?.open ?? innerWidth >= 720;
    this.root.replaceChildren(
      element(
        'details',
        { class: 'controls', open },
        element(
          'summary',
          { class: 'controls__summary' },
          element('span', { class: 'controls__name', text: t('desk.conditions') }),
          element('span', { class: 'quiet', text: this.describe(filter) }),
        ),
        element(
          'div',
          { class: 'controls__body audit-filters' },
          this.states(filter, counts),
          this.kinds(filter, counts),
          this.selects(filter, counts),
        ),
      ),
    );
    if (focused) this.root.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  describe(filter) {
    const parts = [t(`finding.state_${filter.state}`), ...[...kindsOf(filter)].map((kind) => t(`finding.${kind}`))];
    return parts.join(' · ');
  }

  states(filter, counts) {
    const options = [...STATES, 'all'].map((value) => ({
      value,
      text: withCount(t(`finding.state_${value}`), counts?.state[value]),
    }));
    return segments(t('audit.state'), 'state', options, filter.state, (state) => this.change({ state }));
  }

  kinds(filter, counts) {
    const chosen = kindsOf(filter);
    const shown = KINDS.filter((kind) => chosen.has(kind) || !counts || counts.kind[kind]);
    return element(
      'div',
      { class: 'chips', role: 'group', 'aria-label': t('audit.kind') },
      ...shown.map((kind) =>
        element(
          'button',
          {
            type: 'button',
            class: 'chip',
            'aria-pressed': String(chosen.has(kind)),
            dataset: { testid: `kind-${kind}`, focus: `kind-${kind}` },
            on: { click: () => this.change({ kind: toggled(chosen, kind) }) },
          },
          t(`finding.${kind}`),
          element('span', { class: 'chip__count number', text: format.count(counts?.kind[kind] ?? 0) }),
        ),
      ),
    );
  }

  selects(filter, counts) {
    const districts = this.choices.districts
      .filter(({ id }) => !counts || counts.district[id] || filter.district === id)
      .map(({ id, properties }) => ({ value: id, text: withCount(properties.name, counts?.district[id]) }));
    const verdicts = VERDICTS.map((value) => ({ value, text: t(`verdict.${value}`) }));
    return element(
      'div',
      { class: 'audit-filters__row' },
      this.select('district', t('audit.allDistricts'), districts, filter),
      this.select('level', t('audit.allLevels'), this.choices.levels(), filter),
      this.select('verdict', t('audit.allVerdicts'), verdicts, filter),
      element(
        'label',
        { class: 'audit-filters__new' },
        element('input', {
          type: 'checkbox',
          class: 'switch',
          checked: filter.new === 'true',
          dataset: { testid: 'only-new', focus: 'only-new' },
          on: { change: ({ target }) => this.change({ new: target.checked ? 'true' : null }) },
        }),
        t('audit.onlyNew'),
      ),
    );
  }

  select(name, all, options, filter) {
    return element(
      'select',
      {
        class: 'field',
        'aria-label': all,
        dataset: { testid: `filter-${name}`, focus: `filter-${name}` },
        on: { change: ({ target }) => this.change({ [name]: target.value || null }) },
      },
      element('option', { value: '', text: all }),
      ...options.map(({ value, text }) =>
        element('option', { value, text, selected: filter[name] === value }),
      ),
    );
  }
}

function withCount(text, count) {
  return count === undefined ? text : `${text} ${format.count(count)}`;
}

function toggled(chosen, kind) {
  const next = new Set(chosen);
  if (!next.delete(kind)) next.add(kind);
  return [...next].join(',') || null;
}

import { debounced, element } from '../../dom.js';
import { icon } from '../../icons.js';
import { t, titleOf } from '../../i18n.js';

/** What can be searched by, as the address and the API call it. */
export const FILTERS = ['q', 'actor', 'kind', 'layer', 'object', 'from', 'to'];

const TYPING = 300;

/** The fields of the search; the address holds what is in them. */
export class TrailFilters {
  /** @param {(changes: object) => void} change */
  constructor(choices, declarations, change) {
    this.change = change;
    this.fields = {
      q: this.input('q', 'search', t('trail.words')),
      actor: this.select('actor', t('trail.anyActor'), choices.actors.map((name) => [name, name])),
      kind: this.select('kind', t('trail.anyKind'), choices.kinds.map(({ id, title }) => [id, titleOf(title)])),
      layer: this.select('layer', t('trail.anyLayer'), declarations.map(({ id, title }) => [id, titleOf(title)])),
      from: this.input('from', 'date', t('trail.from')),
      to: this.input('to', 'date', t('trail.to')),
    };
    this.chosen = element('div', { class: 'chips' });
    const { q, actor, kind, layer, from, to } = this.fields;
    this.node = element(
      'form',
      { class: 'trail-filters', role: 'search', 'aria-label': t('trail.search'), on: { submit: (event) => event.preventDefault() } },
      q,
      element(
        'details',
        { class: 'trail-filters__more', open: innerWidth >= 720 },
        element('summary', { text: t('trail.conditions') }),
        element(
          'div',
          { class: 'trail-filters__grid' },
          actor,
          kind,
          layer,
          element('div', { class: 'trail-filters__days' }, from, element('span', { 'aria-hidden': 'true', text: '–' }), to),
        ),
      ),
      this.chosen,
    );
  }

  input(name, type, label) {
    const tell = debounced(({ target }) => {
      if (target.validity.valid) this.change({ [name]: target.value.trim() });
    }, TYPING);
    return element('input', {
      type,
      class: 'field',
      'aria-label': label,
      title: label,
      placeholder: type === 'search' ? label : null,
      dataset: { testid: `trail-${name}` },
      on: { input: tell },
    });
  }

  select(name, any, options) {
    return element(
      'select',
      { class: 'field', 'aria-label': any, dataset: { testid: `trail-${name}` }, on: { change: ({ target }) => this.change({ [name]: target.value }) } },
      element('option', { value: '', text: any }),
      ...options.map(([value, text]) => element('option', { value, text })),
    );
  }

  /** @param {URLSearchParams} query */
  show(query) {
    for (const [name, field] of Object.entries(this.fields)) {
      const value = query.get(name) ?? '';
      if (field !== document.activeElement || field.tagName === 'SELECT') field.value = value;
    }
    const none = Object.fromEntries(FILTERS.map((name) => [name, null]));
    this.chosen.replaceChildren(
      ...(query.get('object') ? [this.chip(t('trail.object', { id: query.get('object') }), { object: null })] : []),
      ...(query.size > 0 ? [this.chip(t('trail.clear'), none)] : []),
    );
  }

  chip(text, changes) {
    return element('button', { type: 'button', class: 'chip', dataset: { testid: `without-${Object.keys(changes).length}` }, on: { click: () => this.cleared(changes) } }, text, icon('close', 14));
  }

  cleared(changes) {
    document.activeElement?.blur();
    this.change(changes);
  }
}

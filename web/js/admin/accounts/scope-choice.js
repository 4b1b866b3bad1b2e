import { CellSearch } from '../../cell-search.js';
import { element } from '../../dom.js';
import { knownNames } from '../../facts.js';
import { icon } from '../../icons.js';
import { t } from '../../i18n.js';
import { ScopeMap } from './scope-map.js';

/** What each role can be bounded by; the first of a bold one is needed. */
const OF_ROLE = {
  admin: [],
  office: [],
  district: ['districts', 'layers'],
  grid_manager: ['cells', 'layers'],
  viewer: ['districts', 'cells', 'layers'],
};

const LAYERS = { districts: 'district', cells: 'grid_cell', layers: '@layers' };

/** Chooses districts and layers by name, and cells by name or on the map. */
export class ScopeChoice {
  /** @param {() => void} changed called after each choice */
  constructor(declarations, scope, changed) {
    this.declarations = declarations;
    this.chosen = Object.fromEntries(Object.keys(LAYERS).map((kind) => [kind, new Set(scope[kind])]));
    this.changed = changed;
    this.node = element('div', { class: 'scope', dataset: { testid: 'scope' } });
  }

  /** Shows what a role can be bounded by. */
  show(role) {
    this.kinds = OF_ROLE[role];
    this.node.replaceChildren(
      ...(this.kinds.length
        ? this.kinds.map((kind) => this.part(kind, role))
        : [element('p', { class: 'quiet', text: t('accounts.everything') })]),
    );
  }

  /** Only what the role can be bounded by. */
  value() {
    return Object.fromEntries(
      Object.keys(LAYERS).map((kind) => [kind, this.kinds.includes(kind) ? [...this.chosen[kind]] : []]),
    );
  }

  part(kind, role) {
    const needed = { district: 'districts', grid_manager: 'cells' }[role] === kind;
    return element(
      'fieldset',
      { class: 'scope__part', dataset: { testid: `scope-${kind}` } },
      element('legend', {}, t(`accounts.${kind}`), element('span', { class: 'quiet', text: ` ${t(needed ? 'accounts.needed' : 'accounts.orAll')}` })),
      kind === 'cells' ? this.cells() : this.boxes(kind),
    );
  }

  boxes(kind) {
    const known = this.offered(kind);
    if (!known.length) return element('p', { class: 'quiet', text: t('accounts.noneYet') });
    return element(
      'div',
      { class: 'scope__boxes' },
      ...known.map(([id, name]) =>
        element(
          'label',
          { class: 'scope__box' },
          element('input', {
            type: 'checkbox',
            checked: this.chosen[kind].has(id),
            dataset: { testid: `scope-${kind}-${id}` },
            on: { change: ({ target }) => this.choose(kind, id, target.checked) },
          }),
          element('span', { text: name ?? id }),
        ),
      ),
    );
  }

  /** What is there, and what was chosen and has ended since: that can still be taken away. */
  offered(kind) {
    const known = knownNames(LAYERS[kind]).map(([id, name]) => [String(id), name]);
    const there = new Set(known.map(([id]) => id));
    const ended = [...this.chosen[kind]].filter((id) => !there.has(id));
    return [...known, ...ended.map((id) => [id, t('accounts.ended', { id })])];
  }

  cells() {
    const chips = element('div', { class: 'chips' });
    const names = new Map(knownNames('grid_cell'));
    const search = new CellSearch(({ id, properties }) => {
      names.set(String(id), properties.name);
      this.choose('cells', String(id), true);
      write();
    });
    const map = new ScopeMap(this.declarations, (lon, lat) => search.lookAt(lon, lat));
    const opener = element('button', {
      type: 'button',
      class: 'button',
      text: t('accounts.onMap'),
      dataset: { testid: 'scope-open-map' },
      on: {
        click: async () => {
          opener.remove();
          search.node.before(element('p', { class: 'quiet', text: t('accounts.touchMap') }), map.node);
          map.start();
          await map.show(this.chosen.cells);
          map.goTo();
        },
      },
    });
    const write = () => {
      chips.replaceChildren(
        ...[...this.chosen.cells].map((id) =>
          element(
            'button',
            {
              type: 'button',
              class: 'chip',
              'aria-label': t('accounts.without', { name: names.get(id) ?? id }),
              dataset: { testid: 'scope-cell' },
              on: { click: () => (this.choose('cells', id, false), write()) },
            },
            names.get(id) ?? id,
            icon('close', 14),
          ),
        ),
      );
      if (map.map) map.show(this.chosen.cells);
    };
    write();
    return element('div', { class: 'scope__cells' }, chips, search.node, opener);
  }

  choose(kind, id, wanted) {
    if (wanted) this.chosen[kind].add(id);
    else this.chosen[kind].delete(id);
    this.changed();
  }
}

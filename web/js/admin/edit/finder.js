import { searchFeatures } from '../../api-edit.js';
import { debounced, element } from '../../dom.js';
import { valueText } from '../../facts.js';
import { failureBox } from '../../failure.js';
import * as format from '../../format.js';
import { icon } from '../../icons.js';
import { t, titleOf } from '../../i18n.js';
import { notice } from '../../notice.js';
import { isTable, layersFirst } from '../../tables.js';
import { layerGroups } from '../layer-groups.js';
import { layerSymbol } from '../layer-row.js';
import { officePage, pageHead } from '../page-head.js';
import { sectionLink } from '../route.js';

const MOST = 50;
const QUIET = 200;

/** Finds the feature that shall be edited: by layer, name and id. */
export class Finder {
  constructor(root, declarations, declaration) {
    this.root = root;
    const own = declarations.filter(({ mayEdit }) => mayEdit);
    this.groups = layerGroups(own);
    this.declarations = layersFirst(own.length ? own : declarations);
    this.declaration = declaration ?? this.declarations.find(({ count }) => count > 0) ?? this.declarations[0];
    this.request = new AbortController();
    this.results = element('div', { dataset: { testid: 'found' } });
    this.input = element('input', {
      type: 'search',
      class: 'field finder__text',
      autocomplete: 'off',
      'aria-label': t('edit.search'),
      placeholder: t('edit.searchHint'),
      dataset: { testid: 'find-feature' },
      on: { input: debounced(() => this.look(), QUIET) },
    });
  }

  async start() {
    this.root.replaceChildren(
      officePage(
        pageHead(
          t('admin.edit'),
          t('edit.about'),
          this.declaration.mayEdit
            ? sectionLink(
                { view: 'edit', layer: this.declaration.id, new: '1' },
                { class: 'button button--main', dataset: { testid: 'new-feature' } },
                icon('plus', 18),
                t('edit.new', { layer: titleOf(this.declaration.title) }),
              )
            : null,
        ),
        element('div', { class: 'finder' }, this.layers(), this.input),
        this.results,
      ),
    );
    this.root.querySelector('.chip[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    await this.look();
  }

  layers() {
    return element(
      'div',
      { class: 'finder__layers', role: 'group', 'aria-label': t('edit.layer') },
      ...this.groups.map(({ title, layers }) =>
        element(
          'div',
          { class: 'finder__group' },
          element('span', { class: 'quiet', text: title }),
          ...layers.map((one) => this.chip(one)),
        ),
      ),
    );
  }

  chip(one) {
    return sectionLink(
      { view: 'edit', layer: one.id },
      { class: 'chip', 'aria-current': one === this.declaration ? 'true' : null },
      element('span', { text: titleOf(one.title) }),
      element('span', { class: 'chip__count number', text: format.count(one.count) }),
    );
  }

  /** An answer to an older text is thrown away. */
  async look() {
    this.request.abort();
    this.request = new AbortController();
    try {
      const text = this.input.value.trim();
      const found = await searchFeatures(this.declaration.id, text, MOST, this.request.signal);
      this.results.replaceChildren(...this.list(found, text));
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.results.replaceChildren(failureBox(failure, () => this.look()));
    }
  }

  list({ total, features }, text) {
    if (total === 0)
      return [
        text
          ? notice('none-found', t('edit.noneFound', { text }), t('edit.noneFoundAdvice'))
          : notice('none-found', t('edit.layerEmpty'), t('edit.layerEmptyAdvice')),
      ];
    return [
      element('p', {
        class: 'quiet finder__count',
        text: t(total > features.length ? 'edit.foundSome' : 'edit.foundAll', {
          total: format.count(total),
          shown: features.length,
        }),
      }),
      element('ul', { class: 'plain-list found' }, ...features.map((one) => this.row(one))),
    ];
  }

  row({ id, properties }) {
    const facts = this.declaration.fields
      .filter(({ name, values, refersTo }) => (values || (isTable(this.declaration) && refersTo)) && properties[name])
      .map((field) => valueText(field, properties[field.name]));
    return element(
      'li',
      {},
      sectionLink(
        { view: 'edit', feature: `${this.declaration.id}/${id}` },
        { class: 'found__row', dataset: { testid: 'found-row', id } },
        layerSymbol(this.declaration),
        element('strong', { text: properties.name ?? id }),
        element('span', { class: 'quiet found__facts', text: facts.join(' · ') }),
        element('span', { class: 'quiet number found__id', text: id }),
      ),
    );
  }

  leave() {
    this.request.abort();
  }
}

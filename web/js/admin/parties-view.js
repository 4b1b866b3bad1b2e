import { findItems } from '../api.js';
import { debounced, element } from '../dom.js';
import { valueText } from '../facts.js';
import { failureBox } from '../failure.js';
import * as format from '../format.js';
import { icon } from '../icons.js';
import { t, titleOf } from '../i18n.js';
import { notice } from '../notice.js';
import { settings } from '../page-settings.js';
import { isTable } from '../tables.js';
import { officePage, pageHead } from './page-head.js';
import { sectionLink } from './route.js';

/** So many rows are written at once; the search brings the others. */
const MOST = 200;
const QUIET = 150;
const NOT_SHOWN = ['accuracy_m', 'source', 'synthetic', 'note'];
const COLUMNS = 5;

/** Who is responsible for what, as tables: found by any word in a row, opened to be changed or ended. */
export class PartiesView {
  constructor(root, declarations, route) {
    this.root = root;
    this.tables = declarations.filter(isTable);
    this.table = this.tables.find(({ id }) => id === route.layer) ?? this.tables.find(({ id }) => id === 'assignment') ?? this.tables[0];
    this.list = element('div', { class: 'parties', 'aria-live': 'polite', dataset: { testid: 'parties' } });
    this.input = element('input', {
      type: 'search',
      class: 'field parties__search',
      autocomplete: 'off',
      'aria-label': t('parties.search'),
      placeholder: t('parties.search'),
      dataset: { testid: 'parties-search' },
      on: { input: debounced(() => this.write(), QUIET) },
    });
  }

  async start() {
    const { table } = this;
    this.root.replaceChildren(
      officePage(
        pageHead(
          t('admin.parties'),
          t('parties.about'),
          table.mayEdit
            ? sectionLink(
                { view: 'edit', layer: table.id, new: '1' },
                { class: 'button button--main', dataset: { testid: 'party-new' } },
                icon('plus', 18),
                t('edit.new', { layer: titleOf(table.title) }),
              )
            : null,
        ),
        element('nav', { class: 'chips', 'aria-label': t('admin.parties') }, ...this.tables.map((one) => this.tab(one))),
        this.input,
        this.list,
      ),
    );
    this.list.replaceChildren(element('div', { class: 'skeleton' }), element('div', { class: 'skeleton' }));
    try {
      this.rows = (await findItems(table.id)).map((row) => this.textsOf(row));
      this.write();
    } catch (failure) {
      this.list.replaceChildren(failureBox(failure, () => this.start()));
    }
  }

  tab(one) {
    return sectionLink(
      { view: 'parties', layer: one.id },
      { class: 'chip', 'aria-current': one === this.table ? 'true' : null, dataset: { testid: `parties-${one.id}` } },
      element('span', { text: titleOf(one.title) }),
      element('span', { class: 'chip__count number', text: format.count(one.count) }),
    );
  }

  get columns() {
    return this.table.fields
      .filter(({ name }) => name !== 'name' && !NOT_SHOWN.includes(name))
      .slice(0, COLUMNS);
  }

  textsOf(row) {
    const all = this.table.fields.map((field) => valueText(field, row.properties[field.name]));
    return { row, words: `${row.id} ${all.join(' ')}`.toLowerCase() };
  }

  write() {
    if (!this.rows) return;
    const asked = this.input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.rows.filter(({ words }) => asked.every((word) => words.includes(word)));
    if (!found.length) {
      this.list.replaceChildren(
        this.rows.length
          ? notice('parties-none', t('parties.none'), t('parties.noneAdvice'))
          : notice(
              'parties-empty',
              t('parties.empty', { table: titleOf(this.table.title) }),
              t('parties.emptyAdvice'),
              ...(this.table.mayEdit && settings.mayImport
                ? [sectionLink({ view: 'import', layer: this.table.id }, { class: 'button' }, t('layers.import'))]
                : []),
            ),
      );
      return;
    }
    const shown = found.slice(0, MOST);
    this.list.replaceChildren(
      element('p', {
        class: 'quiet number',
        dataset: { testid: 'parties-count' },
        text: t(shown.length < found.length ? 'parties.some' : 'parties.all', {
          count: format.count(found.length),
          shown: format.count(shown.length),
        }),
      }),
      element('ul', { class: 'plain-list people' }, ...shown.map(({ row }) => this.line(row))),
    );
  }

  line({ id, properties }) {
    const facts = this.columns
      .map((field) => [titleOf(field.title), valueText(field, properties[field.name])])
      .filter(([, text]) => text);
    return element(
      'li',
      {},
      sectionLink(
        { view: 'edit', feature: `${this.table.id}/${id}` },
        { class: 'parties__one', dataset: { testid: 'party-row', id } },
        element('strong', { class: 'people__name', text: properties.name ?? id }),
        element(
          'dl',
          { class: 'parties__facts' },
          ...facts.map(([title, text]) => element('div', {}, element('dt', { text: title }), element('dd', { text }))),
        ),
      ),
    );
  }
}

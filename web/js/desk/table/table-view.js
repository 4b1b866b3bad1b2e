import { undoChange } from '../../api-desk.js';
import { debounced, element } from '../../dom.js';
import { failureBox } from '../../failure.js';
import * as format from '../../format.js';
import { icon } from '../../icons.js';
import { t, titleOf } from '../../i18n.js';
import { settings } from '../../page-settings.js';
import { openDialog } from '../dialog.js';
import { ringsOf } from '../state.js';
import { toast } from '../toast.js';
import { bulkDialog, editableFields } from './bulk-dialog.js';
import { columnDialog } from './column-dialog.js';
import { allColumns, chosenColumns } from './columns.js';
import { DataTable } from './data-table.js';
import { filterDialog, withColumnFilter } from './filter-dialog.js';
import { rowsOf, shownRows, valuesOf } from './rows.js';
import { Selection } from './selection.js';

/** The finds as a table: columns, sorting, filters, and what is done to many at once. */
export class TableView {
  /**
   * @param {HTMLElement} root
   * @param {Drawing[]} finds drawings of the layers that can be found
   * @param {{drawings: Map, change: (changes) => void, open: (item) => void, point: (item|null) => void,
   *     keepColumns: (ids: string[]|null) => void, changed: () => void}} actions
   */
  constructor(root, finds, actions) {
    this.root = root;
    this.finds = finds;
    this.actions = actions;
    this.rows = [];
    this.shown = [];
    this.columns = [];
    this.selection = new Selection();
    this.selection.onChange(() => this.writeTools());
    this.text = element('input', {
      type: 'search',
      class: 'field tools__text',
      dataset: { testid: 'table-text' },
      on: { input: debounced(() => actions.change({ text: this.text.value.trim() }), 200) },
    });
    this.tools = element('div', { class: 'tools__acts' });
    this.scroller = element('div', { class: 'grid-scroll' });
    root.append(element('div', { class: 'tools' }, this.text, this.tools), this.scroller);
    this.table = new DataTable(this.scroller, {
      drawings: actions.drawings,
      selection: this.selection,
      open: (row) => actions.open(row.item),
      point: (row) => actions.point(row?.item ?? null),
      sort: (sort) => actions.change({ sort }),
      filter: (column) => this.filter(column),
    });
  }

  /**
   * @param {object|null} answer of `/api/near`; null while there is none
   * @param {DeskState} state
   * @param {string[]|null} kept the columns that the account keeps
   */
  show(answer, state, kept) {
    this.state = state;
    this.root.hidden = state.view !== 'table' || !answer?.total;
    if (!answer) return;
    this.rows = rowsOf(answer, state, this.actions.drawings);
    this.shown = [];
    this.selection.keepOnly(this.rows.map(({ key }) => key));
    if (this.root.hidden) return;
    this.all = allColumns(this.layers());
    this.shown = shownRows(this.rows, state, this.all);
    this.columns = chosenColumns(this.all, state.columns ?? kept, this.sameInAll(answer));
    const { activeElement } = document;
    const focused = this.scroller.contains(activeElement) && activeElement.dataset.focus;
    this.table.show({
      rows: this.shown,
      columns: this.columns,
      sort: state.sort,
      isFiltered: (column) => this.filtersOf(column).length > 0,
    });
    if (focused) this.scroller.querySelector(`[data-focus="${focused}"]`)?.focus();
    if (document.activeElement !== this.text) this.text.value = state.text;
    this.text.placeholder = t('table.text');
    this.text.setAttribute('aria-label', t('table.text'));
    this.writeTools();
  }

  /** Declarations of the layers that have columns. */
  layers() {
    return this.finds.map(({ declaration }) => declaration).filter(({ count }) => count > 0);
  }

  sameInAll({ groups }) {
    const layers = new Set(this.rows.map(({ item }) => item.layer));
    return [
      ringsOf(this.state).length < 2 && 'ring',
      layers.size < 2 && 'layer',
      groups.length < 2 && 'around',
    ].filter(Boolean);
  }

  filtersOf(column) {
    return [...this.state.filters].filter(([name]) => name.split('.')[1] === column.field);
  }

  filter(column) {
    const chosen = new Set(this.filtersOf(column).flatMap(([, values]) => [...values]));
    const byLayer = new Map(
      [...new Set(this.rows.map(({ item }) => item.layer))].map((layer) => [
        layer,
        new Set(valuesOf(this.rows.filter(({ item }) => item.layer === layer), this.state, column).keys()),
      ]),
    );
    filterDialog(column, valuesOf(this.rows, this.state, column), chosen, (values) =>
      this.actions.change({
        filters: withColumnFilter(this.state.filters, column.field, values, byLayer),
      }),
    );
  }

  writeTools() {
    const size = this.chosen().length;
    this.tools.replaceChildren(
      ...[
        this.state?.filters.size || this.state?.text
          ? tool('table.clearFilters', 'clear-filters', 'close', () =>
              this.actions.change({ filters: new Map(), text: '' }),
            )
          : null,
        tool('table.columns', 'columns', 'columns', () =>
          columnDialog(this.all, this.columns.map(({ id }) => id), this.actions.keepColumns),
        ),
        size
          ? element(
              'span',
              { class: 'tools__chosen number', role: 'status', dataset: { testid: 'chosen' } },
              t('table.chosen', { count: format.count(size) }),
            )
          : null,
        size && settings.mayEdit ? tool('bulk.button', 'bulk', 'pencil', () => this.bulk(), true) : null,
        size ? tool('table.clear', 'clear', null, () => this.selection.clear()) : null,
      ].filter(Boolean),
    );
  }

  /** The chosen rows that are shown: nothing is done to what nobody sees. */
  chosen() {
    return this.shown.filter(({ key }) => this.selection.has(key));
  }

  /** What a file holds: what is chosen, else all that is shown. */
  file() {
    const chosen = this.chosen();
    return {
      rows: chosen.length ? chosen : this.shown,
      columns: this.columns.map(({ id }) => id),
      layers: this.layers().map(({ id }) => id),
    };
  }

  bulk() {
    const byLayer = new Map();
    for (const { item, declaration } of this.chosen()) {
      if (!editableFields(declaration).length) continue;
      byLayer.set(declaration, [...(byLayer.get(declaration) ?? []), item.id]);
    }
    if (byLayer.size === 1) this.edit(...byLayer.entries().next().value);
    else
      openDialog({ title: t('bulk.which'), testid: 'bulk-layers' }, (dialog) => [
        element('p', { text: t('bulk.whichText') }),
        element(
          'div',
          { class: 'dialog__actions' },
          ...[...byLayer].map(([declaration, ids]) =>
            element('button', {
              type: 'button',
              class: 'button button--main',
              text: `${titleOf(declaration.title)} ${format.count(ids.length)}`,
              on: {
                click: () => {
                  dialog.close();
                  this.edit(declaration, ids);
                },
              },
            }),
          ),
        ),
      ]);
  }

  edit(declaration, ids) {
    bulkDialog(declaration, ids, ({ change, changed }) => {
      this.actions.changed();
      toast(t('bulk.done', { count: format.count(changed) }), {
        key: 'bulk.undo',
        act: () => this.undo(declaration.id, change),
      });
    });
  }

  async undo(layer, change) {
    try {
      const { features } = await undoChange(layer, change);
      this.actions.changed();
      toast(t('bulk.undone', { count: format.count(features) }));
    } catch (failure) {
      openDialog({ title: t('bulk.undo'), testid: 'undo-failed' }, () => [failureBox(failure, null)]);
    }
  }
}

function tool(key, testid, sign, click, isMain = false) {
  return element(
    'button',
    {
      type: 'button',
      class: isMain ? 'button button--main' : 'button button--quiet',
      dataset: { testid },
      on: { click },
    },
    sign ? icon(sign, 16) : null,
    t(key),
  );
}

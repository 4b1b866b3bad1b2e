import { element } from '../../dom.js';
import * as format from '../../format.js';
import { t } from '../../i18n.js';
import { headerRow } from './header-row.js';
import { tableRow } from './table-row.js';

const AHEAD = 8;
const CHECK_WIDTH = 40;
const MOST_ON_A_PHONE = 150;
const SMALL = matchMedia('(max-width: 719px)');
const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

/**
 * Rows and columns. Only the rows in sight are in the document, so that ten thousand scroll as ten do.
 * The keyboard goes from row to row, chooses with space and opens with Enter.
 */
export class DataTable {
  /**
   * @param {HTMLElement} root
   * @param {{drawings: Map, selection: Selection, open: (row) => void, point: (row|null) => void,
   *     sort: (id: string) => void, filter: (column, button) => void}} actions
   */
  constructor(root, actions) {
    this.root = root;
    this.actions = actions;
    this.rows = [];
    this.columns = [];
    this.kept = new Map();
    this.active = 0;
    this.head = element('div', { class: 'grid__head', role: 'rowgroup' });
    this.body = element('div', { class: 'grid__body', role: 'rowgroup' });
    this.grid = element(
      'div',
      { class: 'grid', role: 'grid', 'aria-multiselectable': 'true', dataset: { testid: 'table' } },
      this.head,
      this.body,
    );
    this.root.append(this.grid);
    const update = () => {
      cancelAnimationFrame(this.pending);
      this.pending = requestAnimationFrame(() => this.update());
    };
    root.addEventListener('scroll', update, { passive: true });
    new ResizeObserver(update).observe(root);
    this.body.addEventListener('keydown', (event) => this.key(event));
    this.body.addEventListener('click', (event) => this.clicked(event));
    this.body.addEventListener('pointerover', ({ target }) => actions.point(this.rowOf(target)));
    this.body.addEventListener('pointerleave', () => actions.point(null));
    this.body.addEventListener('focusin', ({ target }) => actions.point(this.rowOf(target)));
    actions.selection.onChange(() => this.mark());
    addEventListener('beforeprint', () => this.unroll());
    addEventListener('afterprint', update);
  }

  /** @param {{rows: Row[], columns: Column[], sort: string, isFiltered: (column) => boolean}} shown */
  show({ rows, columns, sort, isFiltered }) {
    const activeKey = this.rows[this.active]?.key;
    const hadFocus = this.body.contains(document.activeElement);
    this.rows = rows;
    this.columns = columns;
    this.active = Math.max(0, rows.findIndex(({ key }) => key === activeKey));
    this.rowHeight = parseFloat(
      getComputedStyle(document.documentElement).getPropertyValue('--row-height'),
    );
    const pixels = columns.map(({ width }) =>
      SMALL.matches ? Math.min(width, MOST_ON_A_PHONE) : width,
    );
    const widths = pixels.map((width) => `minmax(${width}px, ${width}fr)`);
    this.grid.style.setProperty('--columns', `${CHECK_WIDTH}px ${widths.join(' ')}`);
    const least = pixels.reduce((sum, width) => sum + width, CHECK_WIDTH);
    this.grid.style.setProperty('--least', `${least}px`);
    this.grid.setAttribute('aria-rowcount', rows.length + 1);
    this.grid.setAttribute('aria-colcount', columns.length + 1);
    this.grid.setAttribute('aria-label', t('table.label', { count: format.count(rows.length) }));
    this.head.replaceChildren(headerRow({ rows, columns, sort, isFiltered }, this.actions));
    this.body.style.height = `${rows.length * this.rowHeight}px`;
    this.body.replaceChildren();
    this.kept.clear();
    this.update();
    if (hadFocus && rows.length) this.focus(this.active);
  }

  update() {
    const first = Math.floor((this.root.scrollTop - this.head.offsetHeight) / this.rowHeight);
    const count = Math.ceil(this.root.clientHeight / this.rowHeight);
    this.window(first - AHEAD, first + count + AHEAD);
  }

  /** Puts in these rows and takes out the others. */
  window(from, to) {
    const first = Math.max(0, from);
    const last = Math.min(this.rows.length - 1, to);
    for (const [index, node] of this.kept) {
      if ((index >= first && index <= last) || node.contains(document.activeElement)) continue;
      node.remove();
      this.kept.delete(index);
    }
    for (let index = first; index <= last; index += 1) this.node(index);
  }

  node(index) {
    if (this.kept.has(index)) return this.kept.get(index);
    const row = this.rows[index];
    const node = tableRow(row, this.columns, this.actions.drawings.get(row.item.layer), {
      place: index,
      selected: this.actions.selection.has(row.key),
      active: index === this.active,
    });
    node.style.top = `${index * this.rowHeight}px`;
    this.kept.set(index, node);
    this.body.append(node);
    return node;
  }

  /** Puts in all rows in their order: on paper each stands below the one before it. */
  unroll() {
    const focused = document.activeElement;
    this.window(0, this.rows.length - 1);
    const inOrder = [...this.kept].sort(([one], [other]) => one - other);
    this.body.replaceChildren(...inOrder.map(([, node]) => node));
    if (this.body.contains(focused)) focused.focus({ preventScroll: true });
  }

  mark() {
    for (const [index, node] of this.kept) {
      const isSelected = this.actions.selection.has(this.rows[index].key);
      node.setAttribute('aria-selected', String(isSelected));
      node.querySelector('input').checked = isSelected;
    }
    const all = this.head.querySelector('[data-testid=select-all]');
    if (!all) return;
    const chosen = this.rows.filter(({ key }) => this.actions.selection.has(key)).length;
    all.checked = chosen > 0 && chosen === this.rows.length;
    all.indeterminate = chosen > 0 && chosen < this.rows.length;
  }

  rowOf(target) {
    const node = target.closest?.('.grid__row');
    return node ? this.rows[Number(node.dataset.index)] : null;
  }

  clicked(event) {
    const row = this.rowOf(event.target);
    if (!row) return;
    const index = this.rows.indexOf(row);
    if (event.target.closest('.grid__check')) {
      if (event.shiftKey) this.selectTo(index);
      else this.actions.selection.toggle(row.key);
      this.activate(index);
      return;
    }
    this.activate(index);
    this.actions.open(row);
  }

  selectTo(index) {
    const [from, to] = [Math.min(index, this.active), Math.max(index, this.active)];
    this.actions.selection.add(this.rows.slice(from, to + 1).map(({ key }) => key));
  }

  activate(index) {
    this.kept.get(this.active)?.setAttribute('tabindex', '-1');
    this.active = index;
    this.node(index).setAttribute('tabindex', '0');
  }

  focus(index) {
    const top = index * this.rowHeight;
    const head = this.head.offsetHeight;
    if (top < this.root.scrollTop) this.root.scrollTop = top;
    else if (top + this.rowHeight + head > this.root.scrollTop + this.root.clientHeight)
      this.root.scrollTop = top + this.rowHeight + head - this.root.clientHeight;
    this.activate(index);
    this.node(index).focus({ preventScroll: true });
    this.update();
  }

  key(event) {
    const { selection } = this.actions;
    const isAll = event.key === 'a' && (event.ctrlKey || event.metaKey);
    if (event.key in STEPS) {
      const wished = this.active + STEPS[event.key];
      const next = Math.max(0, Math.min(this.rows.length - 1, wished));
      if (event.shiftKey) this.selectTo(next);
      this.focus(next);
    } else if (event.key === ' ') selection.toggle(this.rows[this.active].key);
    else if (event.key === 'Enter') this.actions.open(this.rows[this.active]);
    else if (isAll) selection.add(this.rows.map(({ key }) => key));
    else return;
    event.preventDefault();
  }
}

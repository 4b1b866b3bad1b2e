import { findingRow } from './finding-row.js';

const AHEAD = 8;

/**
 * The findings as rows, of which only those in sight are in the document. One row is open at a time,
 * with its details below it; the arrow keys move between rows.
 */
export class FindingList {
  /**
   * @param {HTMLElement} scroller what the list scrolls in
   * @param {HTMLElement} root
   * @param {{words: Words, details: (finding) => Node, open: (finding|null) => void,
   *     point: (finding|null) => void}} actions
   */
  constructor(scroller, root, actions) {
    Object.assign(this, { scroller, root, actions });
    this.items = [];
    this.rows = new Map();
    this.openIndex = null;
    this.active = 0;
    root.setAttribute('role', 'list');
    const update = () => requestAnimationFrame(() => this.update());
    scroller.addEventListener('scroll', update, { passive: true });
    this.sizes = new ResizeObserver(update);
    for (const part of [scroller, ...scroller.children]) this.sizes.observe(part);
    root.addEventListener('click', (event) => this.clicked(event));
    root.addEventListener('keydown', (event) => this.key(event));
    root.addEventListener('pointerover', ({ target }) => actions.point(this.itemAt(target)));
    root.addEventListener('pointerleave', () => actions.point(null));
  }

  /** Other findings, or more of the same; what is open stays open when it is among them. */
  show(items) {
    const opened = this.opened?.id;
    this.items = items;
    this.rowHeight = parseFloat(
      getComputedStyle(document.documentElement).getPropertyValue('--row-height'),
    );
    for (const index of [...this.rows.keys()]) this.drop(index);
    this.setOpen(opened === undefined ? -1 : items.findIndex(({ id }) => id === opened));
  }

  get opened() {
    return this.openIndex === null ? undefined : this.items[this.openIndex];
  }

  /** Opens a finding; false when it is not among those shown. */
  open(id, { tell = true } = {}) {
    const index = this.items.findIndex((one) => String(one.id) === String(id));
    if (index < 0) return false;
    this.setOpen(index);
    this.reveal(index);
    if (tell) this.actions.open(this.items[index]);
    return true;
  }

  close() {
    if (this.openIndex === null) return;
    this.setOpen(-1);
    this.actions.open(null);
  }

  /** Writes a finding anew that has changed. */
  change(finding) {
    const index = this.items.findIndex(({ id }) => id === finding.id);
    if (index < 0) return;
    this.items[index] = { ...this.items[index], ...finding };
    this.drop(index);
    this.setOpen(this.openIndex ?? -1);
  }

  setOpen(index) {
    if (this.openIndex !== null) this.drop(this.openIndex);
    if (index >= 0) this.drop(index);
    this.details = null;
    this.openIndex = index >= 0 ? index : null;
    if (index >= 0) {
      this.active = index;
      this.details = this.actions.details(this.items[index]);
      this.sizes.observe(this.details);
      this.row(index).append(this.details);
    }
    this.update();
  }

  update() {
    const height = this.details?.offsetHeight ?? 0;
    this.root.style.height = `${this.items.length * this.rowHeight + height}px`;
    const { top, bottom } = this.scroller.getBoundingClientRect();
    const start = this.root.getBoundingClientRect().top;
    const first = Math.max(0, this.indexAt(top - start) - AHEAD);
    const last = Math.min(this.items.length - 1, this.indexAt(bottom - start) + AHEAD);
    for (const [index, row] of this.rows) {
      const kept = (index >= first && index <= last) || index === this.openIndex;
      if (!kept && !row.contains(document.activeElement)) this.drop(index);
    }
    for (let index = first; index <= last; index += 1) this.row(index);
    for (const [index, row] of this.rows) {
      row.style.top = `${this.topOf(index)}px`;
      row.firstElementChild.tabIndex = index === this.active ? 0 : -1;
    }
  }

  indexAt(offset) {
    const below = this.openIndex !== null && offset > this.topOf(this.openIndex + 1);
    return Math.floor((below ? offset - this.details.offsetHeight : offset) / this.rowHeight);
  }

  topOf(index) {
    const shifted = this.openIndex !== null && index > this.openIndex;
    return index * this.rowHeight + (shifted ? (this.details?.offsetHeight ?? 0) : 0);
  }

  row(index) {
    if (this.rows.has(index)) return this.rows.get(index);
    const row = findingRow(this.items[index], this.actions.words, {
      place: index,
      size: this.items.length,
      open: index === this.openIndex,
    });
    row.dataset.index = index;
    this.rows.set(index, row);
    const after = [...this.rows.keys()].filter((other) => other > index);
    this.root.insertBefore(row, after.length ? this.rows.get(Math.min(...after)) : null);
    return row;
  }

  drop(index) {
    this.rows.get(index)?.remove();
    this.rows.delete(index);
  }

  reveal(index) {
    const start = this.root.getBoundingClientRect().top;
    const window = this.scroller.getBoundingClientRect();
    const top = start + this.topOf(index);
    const more = index === this.openIndex ? (this.details?.offsetHeight ?? 0) : 0;
    const bottom = top + this.rowHeight + more;
    if (top < window.top) this.scroller.scrollTop -= window.top - top;
    else if (bottom > window.bottom)
      this.scroller.scrollTop += Math.min(bottom - window.bottom, top - window.top);
    this.update();
  }

  itemAt(target) {
    const row = target.closest?.('.finding');
    return row ? this.items[Number(row.dataset.index)] : null;
  }

  clicked({ target }) {
    if (!target.closest('.finding__button')) return;
    const item = this.itemAt(target);
    if (item === this.opened) this.close();
    else this.open(item.id);
    this.focus(this.items.indexOf(item));
  }

  key(event) {
    if (event.key === 'Escape' && this.openIndex !== null) {
      event.stopPropagation();
      const index = this.openIndex;
      this.close();
      this.focus(index);
      return;
    }
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -1e9, End: 1e9 };
    if (!(event.key in steps) || !event.target.closest('.finding__button')) return;
    event.preventDefault();
    this.focus(this.active + steps[event.key]);
  }

  focus(index) {
    this.active = Math.max(0, Math.min(this.items.length - 1, index));
    this.reveal(this.active);
    this.row(this.active).firstElementChild.focus({ preventScroll: true });
  }
}

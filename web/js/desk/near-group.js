import { findParameter } from '../address.js';
import { element } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { jointAddress } from '../joint/address.js';
import { nearDetails, nearRow } from './near-row.js';

const AHEAD = 6;

/** One station of the list with its rows, of which only those in sight exist. */
export class GroupView {
  /** @param {boolean} alone whether it is the only station of the list */
  constructor({ around, items }, list, alone) {
    this.around = around;
    this.items = items;
    this.list = list;
    this.rows = new Map();
    this.openIndex = null;
    this.details = null;
    this.head = element(
      'header',
      { class: 'near-group__head' },
      element('h2', { class: 'near-group__name', text: around.name }),
      element('span', {
        class: 'quiet number',
        text: format.count(items.length),
        dataset: { testid: 'group-count' },
      }),
      element(
        'span',
        { class: 'near-group__do' },
        headButton('desk.whoButton', 'group-who', () => list.actions.who(around)),
        around.id ? jointLink(around) : null,
        alone ? null : headButton('desk.only', 'group-only', () => list.actions.only(around)),
      ),
    );
    this.body = element('div', {
      class: 'near-group__rows',
      role: 'list',
      'aria-label': around.name,
    });
    this.node = element(
      'section',
      { class: 'near-group', dataset: { testid: 'near-group', id: around.id ?? '' } },
      this.head,
      this.body,
    );
    this.resize();
  }

  /** Puts in the rows between two heights of the window and takes out the others. */
  window(top, bottom) {
    const start = this.body.getBoundingClientRect().top;
    const first = Math.max(0, this.indexAt(top - start) - AHEAD);
    const last = Math.min(this.items.length - 1, this.indexAt(bottom - start) + AHEAD);
    for (const [index, row] of this.rows) {
      const kept = index >= first && index <= last;
      if (!kept && index !== this.openIndex && !row.contains(document.activeElement))
        this.drop(index);
    }
    for (let index = first; index <= last; index += 1) this.row(index);
  }

  indexAt(offset) {
    if (!Number.isFinite(offset)) return offset < 0 ? 0 : this.items.length - 1;
    const below = this.openIndex !== null && offset > this.topOf(this.openIndex + 1);
    return Math.floor((below ? offset - this.detailsHeight() : offset) / this.list.rowHeight);
  }

  topOf(index) {
    const shifted = this.openIndex !== null && index > this.openIndex;
    return index * this.list.rowHeight + (shifted ? this.detailsHeight() : 0);
  }

  detailsHeight() {
    return this.details?.offsetHeight ?? 0;
  }

  /** Top and bottom of a row with its details, in the window. */
  span(index) {
    const start = this.body.getBoundingClientRect().top;
    const more = index === this.openIndex ? this.detailsHeight() : 0;
    return [start + this.topOf(index), start + this.topOf(index) + this.list.rowHeight + more];
  }

  row(index) {
    if (this.rows.has(index)) return this.rows.get(index);
    const item = this.items[index];
    const row = nearRow(item, this.list.actions.drawings.get(item.layer), {
      place: index,
      size: this.items.length,
      open: index === this.openIndex,
    });
    row.dataset.index = index;
    row.style.top = `${this.topOf(index)}px`;
    this.rows.set(index, row);
    const after = [...this.rows.keys()].filter((other) => other > index);
    this.body.insertBefore(row, after.length ? this.rows.get(Math.min(...after)) : null);
    return row;
  }

  drop(index) {
    this.rows.get(index).remove();
    this.rows.delete(index);
  }

  setOpen(index) {
    this.rows.get(this.openIndex)?.firstElementChild.setAttribute('aria-expanded', 'false');
    this.details?.remove();
    this.details = null;
    this.openIndex = index;
    if (index !== null) {
      const item = this.items[index];
      const row = this.row(index);
      row.firstElementChild.setAttribute('aria-expanded', 'true');
      this.details = nearDetails(item, this.list.actions.drawings.get(item.layer), this.around, {
        locate: () => this.list.actions.locate(item),
        close: () => this.list.close(),
        who: () => this.list.actions.who(item),
      });
      row.append(this.details);
    }
    this.resize();
  }

  resize() {
    for (const [index, row] of this.rows) row.style.top = `${this.topOf(index)}px`;
    this.body.style.height = `${this.items.length * this.list.rowHeight + this.detailsHeight()}px`;
  }

  tabStop(index) {
    this.list.root.querySelector('.near-row__button[tabindex="0"]')?.setAttribute('tabindex', '-1');
    this.rows.get(index)?.firstElementChild.setAttribute('tabindex', '0');
  }

  focus(index) {
    this.tabStop(index);
    this.row(index).firstElementChild.focus({ preventScroll: true });
  }
}

function headButton(key, testid, click) {
  return element('button', {
    type: 'button',
    class: 'near-group__only',
    text: t(key),
    dataset: { testid },
    on: { click },
  });
}

function jointLink({ layer, id }) {
  return element('a', {
    class: 'near-group__only',
    href: jointAddress({ layer, id, radius: findParameter('radius')?.split(',').pop() }),
    text: t('desk.jointButton'),
    dataset: { testid: 'group-joint' },
  });
}

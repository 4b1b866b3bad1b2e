import { element } from '../dom.js';
import { GroupView } from './near-group.js';

/**
 * The finds under their stations. Only the rows in sight are in the document, so that a radius of
 * 100 km does not stop the page. One row is open at a time; the arrow keys move between rows.
 */
export class NearList {
  /**
   * @param {HTMLElement} scroller what the list scrolls in
   * @param {HTMLElement} root
   * @param {{drawings: Map, open: (item|null) => void, point: (item|null) => void,
   *     locate: (item) => void, only: (station) => void,
   *     who: (item: {layer, id}) => void}} actions
   */
  constructor(scroller, root, actions) {
    this.scroller = scroller;
    this.root = root;
    this.actions = actions;
    this.groups = [];
    this.opened = null;
    this.active = null;
    const update = () => requestAnimationFrame(() => this.update());
    scroller.addEventListener('scroll', update, { passive: true });
    // What stands above the list in the same scroller moves it when it folds or grows.
    const sizes = new ResizeObserver(update);
    for (const part of [scroller, ...scroller.children]) sizes.observe(part);
    root.addEventListener('keydown', (event) => this.key(event));
    root.addEventListener('click', (event) => this.clicked(event));
    root.addEventListener('pointerover', (event) => this.pointed(event));
    root.addEventListener('pointerleave', () => actions.point(null));
    root.addEventListener('focusin', (event) => this.pointed(event));
    addEventListener('beforeprint', () =>
      this.groups.forEach((group) => group.window(-Infinity, Infinity)),
    );
  }

  /** @param {{around: object, items: object[]}[]} groups as they are shown, sorted by distance */
  show(groups) {
    const selected = this.opened && keyOf(this.opened.item);
    this.opened = null;
    this.active = null;
    this.rowHeight = parseFloat(
      getComputedStyle(document.documentElement).getPropertyValue('--row-height'),
    );
    this.groups = groups.map((group) => new GroupView(group, this, groups.length === 1));
    this.root.replaceChildren(...this.groups.map(({ node }) => node));
    if (selected) this.open(selected, { scroll: false, tell: false });
    this.update();
  }

  /** Opens the row of a find where it is nearest to a station; false when it is not in the list. */
  open(key, { scroll = true, tell = true } = {}) {
    const spot = this.find(key);
    if (!spot) return false;
    this.setOpen(spot, tell);
    if (scroll) this.reveal(spot);
    return true;
  }

  close() {
    this.setOpen(null, true);
  }

  find(key) {
    let best = null;
    for (const group of this.groups) {
      const index = group.items.findIndex((item) => keyOf(item) === key);
      if (index >= 0 && (!best || group.items[index].distance < best.item.distance)) {
        best = { group, index, item: group.items[index] };
      }
    }
    return best;
  }

  setOpen(spot, tell) {
    const before = this.opened?.group;
    this.opened = spot;
    if (spot) this.active = spot;
    before?.setOpen(null);
    spot?.group.setOpen(spot.index);
    this.update();
    if (tell) this.actions.open(spot?.item ?? null);
  }

  update() {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    for (const group of this.groups) group.window(top, bottom);
    const spot = this.active ?? firstOf(this.groups);
    if (spot) spot.group.tabStop(spot.index);
  }

  reveal({ group, index }) {
    const head = group.head.offsetHeight;
    const [top, bottom] = group.span(index);
    const window = this.scroller.getBoundingClientRect();
    if (top < window.top + head) this.scroller.scrollTop -= window.top + head - top;
    else if (bottom > window.bottom) this.scroller.scrollTop += bottom - window.bottom;
    this.update();
  }

  clicked({ target }) {
    const spot = this.spotOf(target);
    if (!spot || !target.closest('.near-row__button')) return;
    if (this.opened?.group === spot.group && this.opened.index === spot.index) this.close();
    else this.setOpen(spot, true);
  }

  pointed({ target }) {
    this.actions.point(this.spotOf(target)?.item ?? null);
  }

  key(event) {
    const from = this.spotOf(event.target);
    if (event.key === 'Escape' && this.opened) {
      event.stopPropagation();
      const spot = this.opened;
      this.close();
      this.focus(spot);
    }
    const steps = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -Infinity,
      End: Infinity,
    };
    if (!from || !(event.key in steps)) return;
    event.preventDefault();
    this.focus(this.step(from, steps[event.key]));
  }

  step(from, by) {
    const all = this.groups.filter(({ items }) => items.length > 0);
    let place = from.index + by;
    let at = all.indexOf(from.group);
    while (place < 0 && at > 0) place += all[--at].items.length;
    while (place >= all[at].items.length && at < all.length - 1) place -= all[at++].items.length;
    const group = all[at];
    const index = Math.min(group.items.length - 1, Math.max(0, place));
    return { group, index, item: group.items[index] };
  }

  focus(spot) {
    this.active = spot;
    this.reveal(spot);
    spot.group.focus(spot.index);
  }

  spotOf(target) {
    const row = target.closest?.('.near-row');
    const group = row && this.groups.find(({ node }) => node.contains(row));
    const index = group ? Number(row.dataset.index) : -1;
    return group ? { group, index, item: group.items[index] } : null;
  }
}

export function keyOf({ layer, id }) {
  return `${layer}/${id}`;
}

function firstOf(groups) {
  const group = groups.find(({ items }) => items.length > 0);
  return group ? { group, index: 0 } : null;
}

/** Rows that stand for those to come, in the place where they will be. */
export function skeletonRows(count = 8) {
  return Array.from({ length: count }, () => element('div', { class: 'skeleton' }));
}

import { dayChooser } from '../day.js';
import { element } from '../dom.js';
import * as format from '../format.js';
import { t, titleOf } from '../i18n.js';
import { findControl } from './find-control.js';
import { RadiusControl } from './radius-control.js';
import { ringControl, ringsWithin } from './ring-control.js';
import { ringsOf, windOf } from './state.js';
import { stationChooser } from './station-chooser.js';
import { textControl } from './text-control.js';
import { windControl } from './wind-control.js';

/** The conditions of the search, which fold away into one line that says what they are. */
export class Controls {
  /**
   * @param {Drawing[]} finds drawings of the layers that can be found
   * @param {(changes: object) => void} change changes the state
   * @param {(kind: 'box'|'polygon'|'window') => void} draw lets an area be drawn on the map
   */
  constructor(root, stations, finds, change, draw) {
    this.stations = stations;
    this.finds = finds;
    this.change = change;
    this.draw = draw;
    this.radius = new RadiusControl((metres) =>
      change({ radius: metres, radii: ringsWithin(this.radii, metres) }),
    );
    this.rings = element('div');
    this.summary = element('summary', {
      class: 'controls__summary',
      dataset: { testid: 'conditions' },
    });
    this.above = element('div');
    this.below = element('div');
    this.day = element('div', { class: 'control' });
    this.box = element(
      'details',
      { class: 'controls', open: innerWidth >= 720 },
      this.summary,
      element(
        'div',
        { class: 'controls__body' },
        this.above,
        this.radius.node,
        this.rings,
        this.below,
        this.day,
      ),
    );
    root.append(this.box);
  }

  /** @param {Function} counts see `findControl` */
  show(state, counts) {
    const focused = document.activeElement?.dataset?.focus;
    const open = new Set(
      [...this.box.querySelectorAll('details[open]')].map(({ dataset }) => dataset.keep),
    );
    this.box.hidden = this.stations.length === 0;
    this.summary.replaceChildren(
      element('span', { class: 'controls__name', text: t('desk.conditions') }),
      element('span', { class: 'quiet', text: this.describe(state) }),
    );
    this.above.replaceChildren(stationChooser(state, this.stations, this.change, this.draw));
    const inArea = state.mode === 'area';
    this.radii = state.radii;
    this.radius.node.hidden = inArea;
    this.radius.show(state.radius);
    const rings = inArea ? null : ringControl(state.radii, (radii) => this.change({ radii }));
    this.rings.replaceChildren(...[rings].filter(Boolean));
    this.below.replaceChildren(
      findControl(state, this.finds, counts, {
        layer: (layer, on) => this.change({ find: toggled(state.find, layer, on) }),
        filter: (name, values) => this.change({ filters: filtered(state.filters, name, values) }),
      }),
      inArea ? '' : windControl(state.wind, (wind) => this.change({ wind })),
      textControl(state, (text) => this.change({ text })),
    );
    // A day that is being typed stays.
    if (!this.day.contains(document.activeElement)) this.day.replaceChildren(dayChooser());
    for (const one of this.box.querySelectorAll('details'))
      if (open.has(one.dataset.keep)) one.open = true;
    // What is chosen is written anew; the keyboard stays where it was.
    if (focused)
      this.box
        .querySelector(`[data-focus="${CSS.escape(focused)}"]`)
        ?.focus({ preventScroll: true });
  }

  /** Returns the keyboard to where an area was asked for. */
  focusArea(kind) {
    const find = (name) => this.box.querySelector(`[data-focus="${name}"]`);
    (find(`area-${kind}`) ?? find('stations-area'))?.focus({ preventScroll: true });
  }

  /** Leaves the room to what was found. */
  fold() {
    this.box.open = false;
  }

  describe(state) {
    const { mode, level, city, ids, find, text } = state;
    const wind = windOf(state);
    const named = this.stations.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    const which = {
      all: t(level ? 'desk.allNational' : 'desk.all'),
      city,
      ids: named.slice(0, 2).join('、') + (named.length > 2 ? '…' : ''),
      place: t('desk.place'),
      area: t('desk.area'),
    };
    const what = this.finds
      .filter(({ layer }) => find.has(layer))
      .map(({ declaration }) => titleOf(declaration.title));
    const parts = [which[mode], ringsOf(state).map(format.radius).join(' / '), ...what];
    if (wind) parts.push(t('desk.windShort', { name: format.compass(wind.from, 16) }));
    if (text) parts.push(t('desk.textShort', { text }));
    return parts.filter(Boolean).join(' · ');
  }
}

function toggled(set, value, on) {
  const next = new Set(set);
  if (on) next.add(value);
  else next.delete(value);
  return next;
}

function filtered(filters, name, values) {
  const next = new Map(filters);
  if (values.size) next.set(name, values);
  else next.delete(name);
  return next;
}

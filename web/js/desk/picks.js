import { required } from '../dom.js';
import { t } from '../i18n.js';
import { writeSelected } from '../public/selection.js';
import { placeAt } from '../who/question.js';
import { circleRound } from './area.js';
import { AreaTool } from './area-tool.js';
import { keyOf } from './near-list.js';
import { OutsideCard } from './outside-card.js';
import { MOST_RADIUS } from './state.js';
import { toast } from './toast.js';

const SMALL = matchMedia('(max-width: 719px)');

/** What is picked, on the map, in the list, in the table or by searching, and where it leads. */
export class Picks {
  /**
   * @param {{drawings: Map, view: DeskMap, who: WhoDesk, sheet: BottomSheet, controls: Controls, list:
   *     NearList, state: DeskState}} desk whose list and state are looked at when something is picked
   * @param {{change: (changes) => void, noArea: () => void}} actions
   */
  constructor(desk, actions) {
    this.desk = desk;
    this.actions = actions;
    this.areas = new AreaTool(desk.view.map);
    this.card = new OutsideCard(required('[data-outside-card]'), {
      drawings: desk.drawings,
      view: desk.view,
      who: (item) => desk.who.ask(item),
      close: () => this.unselect(),
    });
  }

  // A click beside everything asks who is responsible there.
  onMap(hit, at) {
    if (!hit) {
      this.unselect();
      return this.desk.who.ask(placeAt(at));
    }
    const id = String(hit.feature.properties.id);
    if (hit.layer === 'station') return this.pickStation(id);
    this.desk.sheet.open();
    return this.select({ layer: hit.layer, id });
  }

  // The first click takes one station by itself; further ones add and remove.
  pickStation(id) {
    const { mode, ids } = this.desk.state;
    if (mode !== 'ids') return this.actions.change({ mode: 'ids', ids: [id] });
    const others = ids.filter((one) => one !== id);
    return this.actions.change({ ids: others.length < ids.length ? others : [...ids, id] });
  }

  /**
   * Opens something where it stands in the list, else on a card of its own.
   *
   * @param {{focus: () => void}|null} [from] what it was picked in, when the focus is to go along and
   *     come back
   */
  select(item, from = null) {
    const { list } = this.desk;
    if (!list.open(keyOf(item))) {
      list.close();
      return this.card.show(item, from);
    }
    if (from) list.focus(list.opened);
    return undefined;
  }

  /** Hears of a row of the list that was opened; null when it was closed. */
  opened(item) {
    this.card.clear();
    this.desk.view.highlight.select(item && this.placeOf(item));
    writeSelected(item && { layer: item.layer, id: item.id });
    if (item) this.locate(item);
  }

  openedInTable(item) {
    this.locate(item);
    this.card.show(item);
  }

  point(item) {
    this.desk.view.highlight.point(item && this.placeOf(item));
  }

  locate({ lon, lat }, zoom = 0) {
    if (SMALL.matches) this.desk.sheet.lower();
    this.desk.view.map.reveal(lon, lat, zoom);
  }

  unselect() {
    this.desk.list.close();
    this.card.clear();
  }

  goToStation({ id, lon, lat }) {
    this.actions.change({ mode: 'ids', ids: [id] });
    this.desk.view.map.reveal(lon, lat, 12);
  }

  goToPlace(latlng) {
    const place = placeAt(latlng);
    this.actions.change({ mode: 'place', place });
    this.desk.view.map.reveal(place.lon, place.lat, 13);
  }

  goToFeature({ layer, id, lon, lat, box }, from) {
    const { map } = this.desk.view;
    if (layer === 'station') return this.goToStation({ id, lon, lat });
    if (this.desk.drawings.get(layer)?.isPoint) map.reveal(lon, lat, 14);
    else map.fit(box);
    return this.select({ layer, id }, from);
  }

  /** @param {'box'|'polygon'|'window'} kind */
  async drawArea(kind) {
    const { sheet } = this.desk;
    if (SMALL.matches) sheet.set('peek');
    const area = kind === 'window' ? this.areas.window() : await this.areas.draw(kind);
    if (SMALL.matches) sheet.open();
    const isTooLarge = area && circleRound(area).radius > MOST_RADIUS;
    if (isTooLarge) toast(t('area.tooLarge'));
    if (area && !isTooLarge) this.actions.change({ mode: 'area', area });
    else this.actions.noArea();
    this.desk.controls.focusArea(kind);
  }

  placeOf({ layer, lon, lat, properties }) {
    return { lon, lat, style: this.desk.drawings.get(layer).styleOf(properties) };
  }
}

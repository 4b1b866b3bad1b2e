import { onAddressChange } from './address.js';
import { findItems, findMapLayers, findNear, getFeature } from './api.js';
import { learnNames } from './facts.js';
import { dataMarks } from './data-marks.js';
import { startDayStrip } from './day.js';
import { required } from './dom.js';
import { Controls } from './desk/controls.js';
import { DeskMap } from './desk/desk-map.js';
import { facet, shownGroups } from './desk/facets.js';
import { NearList, keyOf, skeletonRows } from './desk/near-list.js';
import { whoButton } from './desk/near-row.js';
import { emptyNotice, noStationNotice, nothingSoughtNotice } from './desk/notices.js';
import { filterQuery, nearQuery, readState, writeState } from './desk/state.js';
import { Summary, busy } from './desk/summary.js';
import { WhoDesk } from './desk/who-desk.js';
import { Zones } from './desk/zones.js';
import { drawingsOf, wholeExtent } from './drawing.js';
import { failureBox } from './failure.js';
import { startHeader, titlePage } from './header.js';
import { onLanguageChange, startLanguage } from './i18n.js';
import { emptyDayNotice, noDataNotice } from './notice.js';
import { markReady } from './page-settings.js';
import { BottomSheet } from './panel/bottom-sheet.js';
import { startResize } from './panel/resize.js';
import { placeCard } from './public/place-card.js';
import { findSelected, writeSelected } from './public/selection.js';
import { Search, entryFor } from './search.js';
import { placeAt } from './who/question.js';
import { startSpots } from './who/spot.js';

const FINDABLE = ['site', 'enterprise'];
const SMALL = matchMedia('(max-width: 719px)');

class DeskPage {
  constructor(declarations, districts, stations) {
    this.drawings = drawingsOf(declarations);
    this.findable = FINDABLE.filter((layer) => this.drawings.has(layer));
    this.districts = districts;
    learnNames('district', districts);
    this.stations = stations.map(({ id, geometry, properties }) => ({
      id,
      name: properties.name,
      city: properties.city,
      level: properties.level,
      properties,
      lon: geometry.coordinates[0],
      lat: geometry.coordinates[1],
    }));
    this.level = this.stations.some(({ level }) => level === 'national') ? 'national' : null;
    this.state = readState(this.findable, this.level);
    this.answer = null;
    this.failure = null;
    this.zones = new Zones();
    this.request = new AbortController();
    this.sheet = new BottomSheet(required('.panel'), required('.panel__handle'));
    this.card = required('[data-outside-card]');
    this.message = required('[data-message]');
    this.view = new DeskMap(required('#map'), this.drawings, wholeExtent(declarations), (hit, at) =>
      this.pickedOnMap(hit, at),
    );
    this.who = new WhoDesk(required('[data-who-card]'), this.view.map, this.drawings);
    startSpots(this.view.map, (place) => this.who.ask(place));
    this.view.label(districts, this.stations);
    this.summary = new Summary(required('[data-summary]'));
    const finds = this.findable.map((layer) => this.drawings.get(layer));
    this.controls = new Controls(required('[data-controls]'), this.stations, finds, (changes) =>
      this.change(changes),
    );
    this.list = new NearList(required('.panel__body'), required('[data-near]'), {
      drawings: this.drawings,
      open: (item) => this.opened(item),
      point: (item) => this.view.highlight.point(item && this.placeOf(item)),
      locate: (item) => this.locate(item, 14),
      only: ({ id }) => this.change({ mode: 'ids', ids: [id] }),
      who: ({ layer, id }) => this.who.ask({ layer, id }),
    });
    this.search = new Search(required('.search'));
    startResize(required('.stage'), required('.desk__grip'));
    this.listen();
  }

  listen() {
    onLanguageChange(() => {
      this.write();
      this.who.write();
    });
    onAddressChange(() => {
      this.state = readState(this.findable, this.level);
      this.ask();
      this.view.showFinds(this.state);
      this.who.readAddress();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      if (this.who.open) this.who.close();
      else this.unselect();
    });
  }

  async start() {
    const placed = Boolean(location.hash);
    this.write();
    await Promise.all([this.view.showFinds(this.state), this.ask({ fit: !location.hash })]);
    const selected = findSelected();
    if (selected && !this.list.open(keyOf(selected))) await this.showOutside(selected);
    await this.who.readAddress();
    const place = this.who.asking.answer?.place;
    if (place && !placed) this.view.map.reveal(place.lon, place.lat, 13);
  }

  change(changes) {
    const asked = String(nearQuery(this.state, this.findable));
    const drawn = `${[...this.state.find]} ${filterQuery(this.state)}`;
    this.state = { ...this.state, ...changes };
    writeState(this.state, this.findable);
    if (drawn !== `${[...this.state.find]} ${filterQuery(this.state)}`)
      this.view.showFinds(this.state);
    if (asked === String(nearQuery(this.state, this.findable)) && !this.failure) this.write();
    else this.ask();
  }

  /** Asks the server and shows the answer; an answer to an older question is thrown away. */
  async ask({ fit = false } = {}) {
    this.request.abort();
    this.request = new AbortController();
    const { signal } = this.request;
    this.failure = null;
    if (!this.answer) this.message.replaceChildren(...skeletonRows());
    busy(true);
    this.controlsOnly();
    try {
      const stations = this.chosenStations();
      const [answer, { zones, complete }] = await Promise.all([
        stations.length
          ? findNear(nearQuery(this.state, this.findable), signal)
          : { groups: [], total: 0 },
        this.zones.find(stations, this.state.radius, signal),
      ]);
      if (signal.aborted) return;
      this.answer = answer;
      this.view.showZones(zones, this.state);
      if (complete) this.view.notice.unsay('desk.zonesFailed');
      else this.view.notice.say('desk.zonesFailed', () => this.ask());
      if (fit) this.view.fit(zones);
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.answer = null;
      this.failure = failure;
      this.view.showZones([], this.state);
    }
    busy(false);
    this.write();
  }

  chosenStations() {
    const { mode, level, city, ids } = this.state;
    if (mode === 'ids') return this.stations.filter(({ id }) => ids.includes(id));
    return this.stations.filter(
      (one) => (!level || one.level === level) && (mode === 'all' || one.city === city),
    );
  }

  controlsOnly() {
    this.controls.show(this.state, (layer, field) => facet(this.answer, this.state, layer, field));
  }

  write() {
    this.controlsOnly();
    const groups = this.answer ? shownGroups(this.answer, this.state) : [];
    const total = groups.reduce((sum, { items }) => sum + items.length, 0);
    this.summary.show(
      this.state,
      this.answer && this.stations.length && !this.missing().length ? total : null,
      groups,
    );
    this.writeMarks(groups);
    if (!this.answer && !this.failure) return;
    this.message.replaceChildren(...this.messages(total));
    this.list.show(total ? groups : []);
    this.fillSearch(groups);
  }

  writeMarks(groups) {
    const finds = [...this.state.find].map((id) => this.drawings.get(id).declaration);
    const places = [...this.stations, ...groups.flatMap(({ items }) => items)];
    this.view.setMarks(dataMarks(finds, places));
  }

  /** The layers without which this page has nothing to answer from. */
  missing() {
    const [stations, ...finds] = ['station', ...this.findable].map(
      (id) => this.drawings.get(id).declaration,
    );
    const empty = finds.filter(({ count }) => count === 0);
    if (stations.count === 0) return [stations, ...empty];
    return empty.length === finds.length ? empty : [];
  }

  messages(total) {
    if (this.failure) return [failureBox(this.failure, () => this.ask())];
    if (this.missing().length) return [noDataNotice(this.missing())];
    if (this.stations.length === 0) return [emptyDayNotice()];
    if (this.chosenStations().length === 0) return [noStationNotice()];
    if (this.state.find.size === 0) return [nothingSoughtNotice()];
    if (total > 0) return [];
    return [
      emptyNotice(this.state, {
        radius: (radius) => this.change({ radius }),
        clear: () => this.change({ filters: new Map() }),
        calm: () => this.change({ wind: null }),
      }),
    ];
  }

  fillSearch(groups) {
    const station = this.drawings.get('station').declaration;
    const finds = new Map(groups.flatMap(({ items }) => items).map((item) => [keyOf(item), item]));
    this.search.setEntries([
      ...this.stations.map((one) =>
        entryFor(station, { properties: one }, () => {
          this.change({ mode: 'ids', ids: [one.id] });
          this.view.map.reveal(one.lon, one.lat, 12);
        }),
      ),
      ...[...finds.values()].map((item) =>
        entryFor(
          this.drawings.get(item.layer).declaration,
          { properties: { name: item.name ?? item.id } },
          () => this.list.open(keyOf(item)),
        ),
      ),
    ]);
  }

  // A click beside everything asks who is responsible there.
  pickedOnMap(hit, at) {
    if (!hit) {
      this.unselect();
      return this.who.ask(placeAt(at));
    }
    const id = String(hit.feature.properties.id);
    if (hit.layer === 'station') return this.pickStation(id);
    this.sheet.open();
    if (this.list.open(keyOf({ layer: hit.layer, id }))) return undefined;
    return this.showOutside({ layer: hit.layer, id });
  }

  // The first click takes one station by itself; further ones add and remove.
  pickStation(id) {
    const { mode, ids } = this.state;
    if (mode !== 'ids') return this.change({ mode: 'ids', ids: [id] });
    return this.change({ ids: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id] });
  }

  opened(item) {
    this.picked = item;
    this.card.replaceChildren();
    this.view.highlight.select(item && this.placeOf(item));
    writeSelected(item && { layer: item.layer, id: item.id });
    if (item) this.locate(item);
  }

  locate(item, zoom = 0) {
    if (SMALL.matches) this.sheet.lower();
    this.view.map.reveal(item.lon, item.lat, zoom);
  }

  /**
   * Something picked on the map that the list does not hold gets a card of its own; an answer that
   * comes when something else has been picked is thrown away.
   */
  async showOutside({ layer, id }) {
    this.list.close();
    const drawing = this.drawings.get(layer);
    if (!drawing?.isPoint) return;
    const picked = {};
    this.picked = picked;
    try {
      const feature = await getFeature(layer, id);
      if (this.picked !== picked) return;
      const [lon, lat] = feature.geometry.coordinates;
      this.card.replaceChildren(
        placeCard(
          drawing,
          feature,
          { close: () => this.unselect(), locate: null },
          whoButton(() => this.who.ask({ layer, id })),
        ),
      );
      this.view.highlight.select({ lon, lat, style: drawing.styleOf(feature.properties) });
      writeSelected({ layer, id });
    } catch (failure) {
      if (this.picked !== picked) return;
      this.card.replaceChildren(failureBox(failure, () => this.unselect(), 'card.close'));
    }
  }

  unselect() {
    this.list.close();
    this.card.replaceChildren();
  }

  placeOf(item) {
    return {
      lon: item.lon,
      lat: item.lat,
      style: this.drawings.get(item.layer).styleOf(item.properties),
    };
  }
}

async function start() {
  await startLanguage();
  startHeader();
  titlePage('page.desk');
  startDayStrip();
  try {
    const [layers, districts, stations] = await Promise.all([
      findMapLayers(),
      findItems('district'),
      findItems('station'),
    ]);
    const page = new DeskPage(layers, districts, stations);
    await page.start();
    markReady();
  } catch (failure) {
    required('[data-message]').replaceChildren(failureBox(failure, () => location.reload()));
  }
}

start();

import { onAddressChange } from './address.js';
import { findItems, findMapLayers, findNear } from './api.js';
import { findColumns, saveColumns } from './api-desk.js';
import { learnNames } from './facts.js';
import { dataMarks } from './data-marks.js';
import { startDayStrip } from './day.js';
import { required } from './dom.js';
import { circleRound } from './desk/area.js';
import { AreaTool } from './desk/area-tool.js';
import { Controls } from './desk/controls.js';
import { deskFind } from './desk/desk-find.js';
import { DeskMap } from './desk/desk-map.js';
import { facet, shownGroups } from './desk/facets.js';
import { listColumns, listRows, saveRows } from './desk/files.js';
import { keysDialog, startKeys } from './desk/keys.js';
import { NearList, keyOf, skeletonRows } from './desk/near-list.js';
import { emptyNotice, noStationNotice, nothingSoughtNotice } from './desk/notices.js';
import { ringsWithin } from './desk/ring-control.js';
import { OutsideCard } from './desk/outside-card.js';
import { savedSearchesDialog } from './desk/saved-searches.js';
import { MOST_RADIUS, filterQuery, nearQuery, readState, writeState } from './desk/state.js';
import { Summary, busy } from './desk/summary.js';
import { TableView } from './desk/table/table-view.js';
import { toast } from './desk/toast.js';
import { WhoDesk } from './desk/who-desk.js';
import { Zones } from './desk/zones.js';
import { drawingsOf, wholeExtent } from './drawing.js';
import { failureBox } from './failure.js';
import { startHeader, titlePage } from './header.js';
import { onLanguageChange, startLanguage, t } from './i18n.js';
import { emptyDayNotice, noDataNotice } from './notice.js';
import { markReady } from './page-settings.js';
import { BottomSheet } from './panel/bottom-sheet.js';
import { startResize } from './panel/resize.js';
import { findSelected, writeSelected } from './public/selection.js';
import { Search, entryFor } from './search.js';
import { placeAt } from './who/question.js';
import { startSpots } from './who/spot.js';

const FINDABLE = ['site', 'enterprise'];
const SMALL = matchMedia('(max-width: 719px)');

class DeskPage {
  constructor(declarations, districts, stations, columns) {
    this.columns = columns;
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
    this.message = required('[data-message]');
    this.view = new DeskMap(required('#map'), this.drawings, wholeExtent(declarations), (hit, at) =>
      this.pickedOnMap(hit, at),
    );
    this.who = new WhoDesk(required('[data-who-card]'), this.view.map, this.drawings);
    startSpots(this.view.map, (place) => this.who.ask(place));
    this.view.label(districts, this.stations);
    this.card = new OutsideCard(required('[data-outside-card]'), {
      drawings: this.drawings,
      view: this.view,
      who: (item) => this.who.ask(item),
      close: () => this.unselect(),
    });
    this.areas = new AreaTool(this.view.map);
    this.summary = new Summary(required('[data-summary]'), {
      view: (view) => this.change({ view }),
      file: (format) => this.save(format),
      searches: savedSearchesDialog,
      keys: keysDialog,
    });
    const finds = this.findable.map((layer) => this.drawings.get(layer));
    this.controls = new Controls(
      required('[data-controls]'),
      this.stations,
      finds,
      (changes) => this.change(changes),
      (kind) => this.drawArea(kind),
    );
    this.table = new TableView(required('[data-table]'), finds, {
      drawings: this.drawings,
      change: (changes) => this.change(changes),
      open: (item) => this.openedInTable(item),
      point: (item) => this.view.highlight.point(item && this.placeOf(item)),
      keepColumns: (ids) => this.keepColumns(ids),
      changed: () => this.refresh(),
    });
    this.list = new NearList(required('.panel__body'), required('[data-near]'), {
      drawings: this.drawings,
      open: (item) => this.opened(item),
      point: (item) => this.view.highlight.point(item && this.placeOf(item)),
      locate: (item) => this.locate(item, 14),
      only: ({ id }) => this.change({ mode: 'ids', ids: [id] }),
      who: ({ layer, id, lon, lat }) => this.who.ask(id ? { layer, id } : { lon, lat }),
    });
    this.search = new Search(required('.search'));
    this.search.setSource(
      deskFind(this.drawings, {
        place: ({ lon, lat }) => this.goToPlace({ lng: lon, lat }),
        feature: (feature) => this.goToFeature(feature),
      }),
    );
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
    startKeys({
      '/': () => this.search.input.focus(),
      '?': keysDialog,
      t: () => this.change({ view: this.state.view === 'list' ? 'table' : 'list' }),
      s: savedSearchesDialog,
      c: () => required('.panel').querySelector('[data-testid=columns]')?.click(),
      b: () => required('.panel').querySelector('[data-testid=bulk]')?.click(),
      m: () => this.view.map.leaflet.getContainer().focus(),
      l: () => required('.panel').querySelector('[role=row][tabindex="0"], .near-row__button[tabindex="0"]')?.focus(),
    });
  }

  async start() {
    const placed = Boolean(location.hash);
    this.write();
    await Promise.all([this.view.showFinds(this.state), this.ask({ fit: !location.hash })]);
    const selected = findSelected();
    if (selected) await this.select(selected);
    await this.who.readAddress();
    const place = this.who.asking.answer?.place;
    if (place && !placed) this.view.map.reveal(place.lon, place.lat, 13);
  }

  change(changes) {
    const asked = String(nearQuery(this.state, this.findable));
    const drawn = `${[...this.state.find]} ${filterQuery(this.state)}`;
    this.state = { ...this.state, ...changes };
    this.state.radius = this.state.radii[this.state.radii.length - 1];
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
      const centres = this.centres();
      const [answer, { zones, complete }] = await Promise.all([
        centres.length
          ? findNear(nearQuery(this.state, this.findable), signal)
          : { groups: [], total: 0 },
        this.outlines(centres, signal),
      ]);
      if (signal.aborted) return;
      for (const { around } of answer.groups) around.name ??= t(`desk.${this.state.mode}`);
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

  /** What is searched round, as far as it is a point. */
  centres() {
    const { mode, place, area } = this.state;
    if (mode === 'place') return [{ id: null, ...place }];
    return mode === 'area' ? area : this.chosenStations();
  }

  outlines(centres, signal) {
    const { mode, area, radii } = this.state;
    if (mode === 'area') return { zones: [{ ring: [...area, area[0]] }], complete: true };
    return this.zones.find(centres, radii, signal);
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
    const inTable = this.state.view === 'table';
    const isNew = inTable !== required('.stage').classList.contains('stage--table');
    required('.stage').classList.toggle('stage--table', inTable);
    if (isNew && inTable) {
      this.controls.fold();
      if (SMALL.matches) this.sheet.set('full');
    }
    this.list.show(total && !inTable ? groups : []);
    this.table.show(inTable && this.answer?.total ? this.answer : null, this.state, this.columns);
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
    if (this.centres().length === 0) return [noStationNotice()];
    if (this.state.find.size === 0) return [nothingSoughtNotice()];
    if (total > 0) return [];
    return [
      emptyNotice(this.state, {
        radius: (radius) => this.change({ radii: ringsWithin(this.state.radii, radius) }),
        clear: () => this.change({ filters: new Map(), text: '' }),
        calm: () => this.change({ wind: null }),
      }),
    ];
  }

  fillSearch(groups) {
    const station = this.drawings.get('station').declaration;
    const finds = new Map(groups.flatMap(({ items }) => items).map((item) => [keyOf(item), item]));
    this.search.setEntries([
      ...this.stations.map((one) =>
        entryFor(station, { id: one.id, properties: one }, () => {
          this.change({ mode: 'ids', ids: [one.id] });
          this.view.map.reveal(one.lon, one.lat, 12);
        }),
      ),
      ...[...finds.values()].map((item) =>
        entryFor(
          this.drawings.get(item.layer).declaration,
          { id: item.id, properties: { name: item.name ?? item.id } },
          () => this.select(item),
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
    return this.select({ layer: hit.layer, id });
  }

  /** Opens something where it stands in the list, else on a card of its own. */
  select(item) {
    if (this.list.open(keyOf(item))) return undefined;
    this.list.close();
    return this.card.show(item);
  }

  goToPlace(latlng) {
    const place = placeAt(latlng);
    this.change({ mode: 'place', place });
    this.view.map.reveal(place.lon, place.lat, 13);
  }

  goToFeature({ layer, id, lon, lat, box }) {
    const isPoint = this.drawings.get(layer)?.isPoint;
    if (isPoint) this.view.map.reveal(lon, lat, 14);
    else this.view.map.fit(box);
    if (layer === 'station') this.change({ mode: 'ids', ids: [id] });
    else this.select({ layer, id });
  }

  async drawArea(kind) {
    if (SMALL.matches) this.sheet.set('peek');
    const area = kind === 'window' ? this.areas.window() : await this.areas.draw(kind);
    if (SMALL.matches) this.sheet.open();
    if (!area) this.controlsOnly();
    else if (circleRound(area).radius > MOST_RADIUS) {
      toast(t('area.tooLarge'));
      this.controlsOnly();
    } else this.change({ mode: 'area', area });
  }

  openedInTable(item) {
    this.locate(item);
    this.card.show(item);
  }

  /** Keeps the columns for the account; the address names them too, for whoever gets the link. */
  async keepColumns(ids) {
    this.columns = ids;
    this.change({ columns: ids });
    try {
      if (ids) await saveColumns(ids);
    } catch {
      toast(t('table.notKept'));
    }
  }

  /** Asks anew, after something was recorded. */
  refresh() {
    this.ask();
    this.view.finds.reload();
  }

  async save(format) {
    const { radii, view } = this.state;
    const isTable = view === 'table';
    const rows = isTable
      ? this.table.chosenRows()
      : listRows(shownGroups(this.answer, this.state));
    const columns = isTable
      ? this.table.columns.map(({ id }) => id)
      : listColumns([...this.state.find].map((layer) => this.drawings.get(layer)));
    busy(true);
    try {
      await saveRows(rows, columns, this.answer, radii, format);
    } catch (failure) {
      toast(t('desk.fileFailed', { reason: failure.detail || failure.message }));
    }
    busy(false);
  }

  // The first click takes one station by itself; further ones add and remove.
  pickStation(id) {
    const { mode, ids } = this.state;
    if (mode !== 'ids') return this.change({ mode: 'ids', ids: [id] });
    return this.change({ ids: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id] });
  }

  opened(item) {
    this.card.clear();
    this.view.highlight.select(item && this.placeOf(item));
    writeSelected(item && { layer: item.layer, id: item.id });
    if (item) this.locate(item);
  }

  locate(item, zoom = 0) {
    if (SMALL.matches) this.sheet.lower();
    this.view.map.reveal(item.lon, item.lat, zoom);
  }

  unselect() {
    this.list.close();
    this.card.clear();
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
    const [layers, districts, stations, columns] = await Promise.all([
      findMapLayers(),
      findItems('district'),
      findItems('station'),
      findColumns(),
    ]);
    const page = new DeskPage(layers, districts, stations, columns);
    await page.start();
    markReady();
  } catch (failure) {
    required('[data-message]').replaceChildren(failureBox(failure, () => location.reload()));
  }
}

start();

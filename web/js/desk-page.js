import { addressWith, onAddressChange } from './address.js';
import { findItems, findMapLayers, findNear } from './api.js';
import { findColumns, saveColumns } from './api-desk.js';
import { learnNames, learnReferred } from './facts.js';
import { dataMarks } from './data-marks.js';
import { startDayStrip } from './day.js';
import { required } from './dom.js';
import { centresOf, outlinesOf } from './desk/centres.js';
import { messages, missingLayers } from './desk/messages.js';
import { Controls } from './desk/controls.js';
import { DeskSearch } from './desk/desk-find.js';
import { DeskMap } from './desk/desk-map.js';
import { facet, shownGroups } from './desk/facets.js';
import { listFile, saveRows } from './desk/files.js';
import { keysDialog, startKeys } from './desk/keys.js';
import { NearList, skeletonRows } from './desk/near-list.js';
import { Picks } from './desk/picks.js';
import { savedSearchesDialog } from './desk/saved-searches.js';
import { filterQuery, nearQuery, readState, ringsOf, writeState } from './desk/state.js';
import { Summary, busy } from './desk/summary.js';
import { TableView } from './desk/table/table-view.js';
import { toast } from './desk/toast.js';
import { WhoDesk } from './desk/who-desk.js';
import { Zones } from './desk/zones.js';
import { drawingsOf, wholeExtent } from './drawing.js';
import { failureBox } from './failure.js';
import { startHeader, titlePage } from './header.js';
import { onLanguageChange, startLanguage, t } from './i18n.js';
import { markReady } from './page-settings.js';
import { BottomSheet } from './panel/bottom-sheet.js';
import { startResize } from './panel/resize.js';
import { findSelected } from './public/selection.js';
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
      this.picks.onMap(hit, at),
    );
    this.who = new WhoDesk(required('[data-who-card]'), this.view.map, this.drawings);
    startSpots(this.view.map, (place) => this.who.ask(place));
    this.view.label(districts, this.stations);
    this.picks = new Picks(this, {
      change: (changes) => this.change(changes),
      noArea: () => this.controlsOnly(),
    });
    this.summary = new Summary(required('[data-summary]'), {
      view: (view) => this.change({ view }),
      file: (format) => this.save(format),
      searches: () => this.openSearches(),
      keys: keysDialog,
    });
    const finds = this.findable.map((layer) => this.drawings.get(layer));
    this.controls = new Controls(
      required('[data-controls]'),
      this.stations,
      finds,
      (changes) => this.change(changes),
      (kind) => this.picks.drawArea(kind),
    );
    this.table = new TableView(required('[data-table]'), finds, {
      drawings: this.drawings,
      change: (changes) => this.change(changes),
      open: (item) => this.picks.openedInTable(item),
      point: (item) => this.picks.point(item),
      keepColumns: (ids) => this.keepColumns(ids),
      changed: () => this.refresh(),
    });
    this.list = new NearList(required('.panel__body'), required('[data-near]'), {
      drawings: this.drawings,
      open: (item) => this.picks.opened(item),
      point: (item) => this.picks.point(item),
      locate: (item) => this.picks.locate(item, 14),
      only: ({ id }) => this.change({ mode: 'ids', ids: [id] }),
      who: ({ layer, id, lon, lat }) => this.who.ask(id ? { layer, id } : { lon, lat }),
    });
    this.search = new DeskSearch(this.drawings, {
      station: (station) => this.picks.goToStation(station),
      item: (item) => this.picks.select(item, this.search),
      place: ({ lon, lat }) => this.picks.goToPlace({ lng: lon, lat }),
      feature: (feature) => this.picks.goToFeature(feature, this.search),
    });
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
      else this.picks.unselect();
    });
    startKeys({
      '/': () => this.search.focus(),
      '?': keysDialog,
      t: () => this.change({ view: this.state.view === 'list' ? 'table' : 'list' }),
      s: () => this.openSearches(),
      c: () => inSight('[data-testid=columns]')?.click(),
      b: () => inSight('[data-testid=bulk]')?.click(),
      m: () => this.view.map.leaflet.getContainer().focus(),
      l: () => inSight('[role=row][tabindex="0"], .near-row__button[tabindex="0"]')?.focus(),
    });
  }

  async start() {
    const placed = Boolean(location.hash);
    this.layOut();
    this.write();
    await Promise.all([this.view.showFinds(this.state), this.ask({ fit: !location.hash })]);
    const selected = findSelected();
    if (selected) await this.picks.select(selected);
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
      const centres = centresOf(this.state, this.stations);
      const [answer, { zones, complete }] = await Promise.all([
        centres.length
          ? findNear(nearQuery(this.state, this.findable), signal)
          : { groups: [], referred: [], total: 0 },
        outlinesOf(this.state, centres, this.zones, signal),
      ]);
      if (signal.aborted) return;
      for (const { around } of answer.groups) around.name ??= t(`desk.${this.state.mode}`);
      learnReferred(answer.referred);
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

  controlsOnly() {
    this.controls.show(this.state, (layer, field) => facet(this.answer, this.state, layer, field));
  }

  write() {
    this.controlsOnly();
    const inTable = this.state.view === 'table';
    const groups = this.answer ? shownGroups(this.answer, this.state) : [];
    this.layOut();
    this.table.show(this.answer, this.state, this.columns);
    const items = inTable ? this.table.shown.map(({ item }) => item) : groups.flatMap(({ items: own }) => own);
    const isKnown = this.answer && this.stations.length && !this.missing().length;
    this.summary.show(this.state, isKnown ? items : null, groups);
    this.writeMarks(groups);
    if (!this.answer && !this.failure) return;
    this.message.replaceChildren(
      ...messages(
        {
          total: items.length,
          state: this.state,
          failure: this.failure,
          stations: this.stations,
          missing: this.missing(),
          centres: centresOf(this.state, this.stations),
        },
        { again: () => this.ask(), change: (changes) => this.change(changes) },
      ),
    );
    this.list.show(items.length && !inTable ? groups : []);
    this.search.fill(this.stations, groups);
  }

  missing() {
    return missingLayers(this.drawings, this.findable);
  }

  /** The table takes room from the map, whose middle stays where it is. */
  layOut() {
    const stage = required('.stage');
    const inTable = this.state.view === 'table';
    if (inTable === stage.classList.contains('stage--table')) return;
    const { leaflet } = this.view.map;
    const middle = leaflet.getCenter();
    stage.classList.toggle('stage--table', inTable);
    leaflet.invalidateSize({ pan: false, animate: false });
    leaflet.setView(middle, leaflet.getZoom(), { animate: false });
    if (inTable) this.controls.fold();
    if (inTable && SMALL.matches) this.sheet.set('full');
  }

  writeMarks(groups) {
    const finds = [...this.state.find].map((id) => this.drawings.get(id).declaration);
    const places = [...this.stations, ...groups.flatMap(({ items }) => items)];
    this.view.setMarks(dataMarks(finds, places));
  }

  /** Keeps the columns for the account; the address names them too, for whoever gets the link. */
  async keepColumns(ids) {
    this.columns = ids;
    this.change({ columns: ids });
    try {
      await saveColumns(ids ?? []);
    } catch {
      toast(t('table.notKept'));
    }
  }

  /** What is kept or handed on names its columns, whatever others keep for their tables. */
  openSearches() {
    const columns = this.state.view === 'table' ? this.table.file().columns.join(',') : null;
    savedSearchesDialog(addressWith({ columns }));
  }

  /** Asks anew, after something was recorded. */
  refresh() {
    this.ask();
    this.view.finds.reload();
  }

  async save(format) {
    const table = this.state.view === 'table' ? this.table.file() : listFile(this.answer, this.state, this.drawings);
    busy(true);
    try {
      await saveRows(table, this.answer, ringsOf(this.state), format);
    } catch (failure) {
      toast(t('desk.fileFailed', { reason: failure.detail || failure.message }));
    }
    busy(false);
  }
}

// A table that is hidden keeps its rows and tools.
function inSight(selector) {
  return [...required('.panel').querySelectorAll(selector)].find((node) => !node.closest('[hidden]'));
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
      // The table has usual columns to fall back on.
      findColumns().catch(() => null),
    ]);
    const page = new DeskPage(layers, districts, stations, columns);
    await page.start();
    markReady();
  } catch (failure) {
    required('[data-message]').replaceChildren(failureBox(failure, () => location.reload()));
  }
}

start();

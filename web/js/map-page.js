import { askedDay, findParameter, findView, onAddressChange, writeParameters } from './address.js';
import { findItems, findMapLayers, getFeature } from './api.js';
import { learnNames } from './facts.js';
import { dataMarks } from './data-marks.js';
import { startDayStrip } from './day.js';
import { element, required } from './dom.js';
import { drawingsOf, wholeExtent } from './drawing.js';
import { failureBox } from './failure.js';
import * as format from './format.js';
import { startHeader, titlePage } from './header.js';
import { onLanguageChange, startLanguage, t } from './i18n.js';
import { emptyDayNotice, noDataNotice } from './notice.js';
import { markReady } from './page-settings.js';
import { BottomSheet } from './panel/bottom-sheet.js';
import { layerSwitches } from './public/layer-switches.js';
import { LocateButton } from './public/locate-button.js';
import { placeCard } from './public/place-card.js';
import { placeList } from './public/place-list.js';
import { PublicMap } from './public/public-map.js';
import { findSelected, textOf } from './public/selection.js';
import { WhoHere } from './public/who-here.js';
import { Search, entryFor } from './search.js';
import { findQuestion, placeAt, textOf as questionText } from './who/question.js';
import { startSpots } from './who/spot.js';

const DEFAULT_LAYERS = 'section,station';
const SWITCHABLE = ['section', 'station', 'reach', 'road', 'grid_cell'];

/** Drawn when somebody switches them on, and only then loaded to be listed too. */
const LINES = ['reach', 'road'];

class MapPage {
  constructor(declarations, districts) {
    this.districts = districts;
    learnNames('district', districts);
    this.drawings = drawingsOf(declarations);
    this.body = required('[data-panel-body]');
    this.listSwitch = required('[data-testid="list-switch"]');
    this.sheet = new BottomSheet(required('.panel'), required('.panel__handle'));
    this.area = required('[data-area]');
    this.listSwitch.hidden = this.switchable().every(({ declaration }) => declaration.count === 0);
    this.card = null;
    this.places = [];
    this.lines = new Map();
    this.placed = findView() !== null;
    this.view = new PublicMap(required('#map'), this.drawings, {
      extent: wholeExtent(declarations),
      pick: (hit, latlng) => this.picked(hit, placeAt(latlng)),
    });
    this.who = new WhoHere(this.view.map, districts);
    this.locating = new LocateButton(required('[data-locate]'), {
      found: (place) => this.located(place),
      failed: () => this.showStart(),
      tell: () => this.write(),
    });
    startSpots(this.view.map, (place) => this.select(null, place));
    this.listSwitch.addEventListener('click', () => this.switchList());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && (this.card || findQuestion())) this.select(null);
    });
    onLanguageChange(() => {
      this.who.write();
      this.write();
    });
    onAddressChange(() => this.readAddress());
  }

  async start() {
    this.write();
    const drawn = this.view.show(this.shownLayers());
    this.places = await Promise.all(
      ['section', 'station'].map(async (layer) => ({
        drawing: this.drawings.get(layer),
        features: await findItems(layer),
      })),
    );
    this.label();
    this.startSearch();
    const question = findQuestion();
    if (question?.lon && !this.placed) this.view.map.reveal(question.lon, question.lat, 13);
    await Promise.all([drawn, this.readAddress()]);
  }

  shownLayers() {
    return new Set((findParameter('layer') ?? DEFAULT_LAYERS).split(','));
  }

  label() {
    const shown = this.shownLayers();
    this.view.label(
      this.districts,
      this.places.filter(({ drawing }) => shown.has(drawing.layer)),
    );
  }

  startSearch() {
    const search = new Search(required('.search'));
    const entries = this.places.flatMap(({ drawing, features }) =>
      features.map((feature) =>
        entryFor(drawing.declaration, feature, () => this.chosen(drawing, feature)),
      ),
    );
    const district = this.drawings.get('district');
    entries.push(
      ...this.districts.map((feature) =>
        entryFor(district.declaration, feature, () =>
          this.view.map.fit(boundsOf(feature.geometry)),
        ),
      ),
    );
    search.setEntries(entries);
  }

  // A click beside everything asks who is responsible there; inside of an area it means both.
  picked(hit, place) {
    if (!hit) return this.select(null, place);
    const selected = { layer: hit.layer, id: String(hit.feature.properties.id) };
    return this.select(selected, hit.drawing.isPoint ? null : place);
  }

  async located(place) {
    await this.select(null, place);
    this.view.map.reveal(place.lon, place.lat, 15);
  }

  /** Back to where the page begins, where it is said what could not be done. */
  showStart() {
    writeParameters({ view: null });
    this.sheet.open();
    return this.select(null);
  }

  chosen(drawing, feature) {
    this.select({ layer: drawing.layer, id: feature.id }).then(() => this.locate());
  }

  async select(selected, place = null) {
    writeParameters({ feature: textOf(selected), who: questionText(place) });
    await this.readAddress();
  }

  /** An answer that comes when something else has been picked is thrown away. */
  async readAddress() {
    const asked = findParameter('feature');
    const selected = findSelected();
    const answered = this.who.ask(findQuestion() ?? selected);
    if (!selected || !this.drawings.has(selected.layer)) this.card = null;
    else {
      try {
        const feature = await getFeature(selected.layer, selected.id);
        if (asked !== findParameter('feature')) return;
        this.card = { drawing: this.drawings.get(selected.layer), feature };
      } catch (failure) {
        if (asked !== findParameter('feature')) return;
        this.card = { failure };
      }
    }
    if (this.card || findQuestion()) this.sheet.open();
    this.write();
    this.mark();
    this.loadLines();
    await answered;
  }

  mark() {
    const geometry = this.card?.feature?.geometry;
    if (geometry && geometry.type !== 'Point') this.view.highlight.selectArea(geometry);
    else this.view.highlight.select(geometry ? placeOf(this.card) : null);
  }

  locate() {
    const geometry = this.card?.feature?.geometry;
    const place = geometry && placeOf(this.card);
    if (place) this.view.map.reveal(place.lon, place.lat);
    else if (geometry) this.view.map.fit(boundsOf(geometry));
  }

  switchList() {
    writeParameters({ view: this.listShown() ? null : 'list' });
    if (this.listShown()) this.sheet.open();
    this.write();
    this.loadLines();
  }

  /** What of the lines is shown and not in the list yet. */
  async loadLines() {
    const missing = this.shownLines().filter(({ layer }) => !this.lines.has(layer));
    if (!this.listShown() || missing.length === 0) return;
    await Promise.all(
      missing.map(async (drawing) => {
        const { layer } = drawing;
        this.lines.set(layer, { drawing, features: null });
        try {
          this.lines.set(layer, { drawing, features: await findItems(layer) });
        } catch (failure) {
          this.lines.set(layer, { drawing, failure });
        }
      }),
    );
    this.write();
  }

  shownLines() {
    const shown = this.shownLayers();
    return LINES.filter((id) => shown.has(id)).map((id) => this.drawings.get(id)).filter(Boolean);
  }

  listShown() {
    return findParameter('view') === 'list';
  }

  write() {
    this.listSwitch.setAttribute('aria-pressed', String(this.listShown()));
    this.writeMarks();
    this.body.replaceChildren(...this.content());
    if (this.card || findQuestion()) this.body.scrollTop = 0;
  }

  /** Which cities the map is about, and what its data is worth. */
  writeMarks() {
    const cities = new Set(this.districts.map(({ properties }) => properties.city));
    this.area.textContent = format.names([...cities].filter(Boolean));
    const shown = this.shownLayers();
    const declarations = [...this.drawings.values()].map(({ declaration }) => declaration);
    this.view.setMarks(
      dataMarks(
        declarations.filter(({ id }) => shown.has(id)),
        this.places
          .filter(({ drawing }) => shown.has(drawing.layer))
          .flatMap((one) => one.features),
      ),
    );
  }

  content() {
    if (this.card?.failure)
      return [failureBox(this.card.failure, () => this.select(null), 'card.close')];
    if (this.card) {
      const { drawing, feature } = this.card;
      const locate = drawing.isPoint ? () => this.locate() : null;
      const close = () => this.select(null);
      return [placeCard(drawing, feature, { close, locate }, this.who.section())];
    }
    if (this.who.asking.question) return [this.who.card(() => this.select(null)), ...this.listBelow()];
    const drawings = this.switchable();
    if (this.listSwitch.hidden)
      return [noDataNotice(drawings.map(({ declaration }) => declaration))];
    if (this.listShown()) return this.listBelow();
    const switches = layerSwitches(
      drawings,
      this.shownLayers(),
      (drawing) => this.count(drawing),
      (layer, on) => this.switchLayer(layer, on),
    );
    const ask = element(
      'div',
      { class: 'question' },
      element('p', { class: 'quiet', text: t('public.askHint') }),
      ...this.locating.nodes(),
    );
    return this.nothingThatDay() ? [emptyDayNotice(), ask, switches] : [ask, switches];
  }

  listBelow() {
    if (!this.listShown()) return [];
    const choose = (drawing, feature) => this.chosen(drawing, feature);
    const again = (drawing) => {
      this.lines.delete(drawing.layer);
      this.loadLines();
    };
    const lines = this.shownLines().map((drawing) => this.lines.get(drawing.layer) ?? { drawing, features: null });
    return [placeList([...this.places, ...lines], findSelected(), { choose, again })];
  }

  // What the server counts in a layer is there today; of another day only what is loaded is known.
  count({ layer, declaration }) {
    if (!askedDay()) return declaration.count;
    return this.places.find(({ drawing }) => drawing.layer === layer)?.features.length ?? null;
  }

  nothingThatDay() {
    const loaded = [...this.places.map(({ features }) => features), this.districts];
    return Boolean(askedDay()) && this.places.length > 0 && loaded.every((one) => !one.length);
  }

  switchable() {
    return SWITCHABLE.map((id) => this.drawings.get(id)).filter(Boolean);
  }

  switchLayer(layer, on) {
    const shown = this.shownLayers();
    if (on) shown.add(layer);
    else shown.delete(layer);
    const text = SWITCHABLE.filter((id) => shown.has(id)).join(',');
    writeParameters({ layer: text === DEFAULT_LAYERS ? null : text || 'none' });
    this.view.show(shown);
    this.label();
    this.writeMarks();
  }
}

function placeOf({ drawing, feature }) {
  if (feature.geometry?.type !== 'Point') return null;
  const [lon, lat] = feature.geometry.coordinates;
  return { lon, lat, style: drawing.styleOf(feature.properties) };
}

function boundsOf({ coordinates }) {
  const numbers = coordinates.flat(Infinity);
  const lons = numbers.filter((_, index) => index % 2 === 0);
  const lats = numbers.filter((_, index) => index % 2 === 1);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

async function start() {
  await startLanguage();
  startHeader();
  titlePage('page.map');
  startDayStrip();
  try {
    const page = new MapPage(...(await Promise.all([findMapLayers(), findItems('district')])));
    await page.start();
    markReady();
  } catch (failure) {
    required('[data-panel-body]').replaceChildren(failureBox(failure, () => location.reload()));
  }
}

start();

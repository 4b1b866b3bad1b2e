import { findParameter, onAddressChange, writeParameters } from './address.js';
import { findItems, findLayers, getZone } from './api.js';
import { findZones, getJointControl, jointFile, zonesFile } from './api-joint.js';
import { startDayStrip, today } from './day.js';
import { isRadius } from './desk/state.js';
import { element, required } from './dom.js';
import { drawingsOf } from './drawing.js';
import { failureBox } from './failure.js';
import * as format from './format.js';
import { startHeader, titlePage } from './header.js';
import { language, onLanguageChange, startLanguage, t, titleOf } from './i18n.js';
import { writeFooter } from './joint/footer.js';
import { Projection } from './joint/projection.js';
import { report } from './joint/report.js';
import { summaryTable } from './joint/summary-table.js';
import { Tools } from './joint/tools.js';
import { Words } from './joint/words.js';
import { noDataNotice } from './notice.js';
import { markReady } from './page-settings.js';
import { followPaper } from './theme.js';

const USUAL_RADIUS = 3000;
// More cells than this would blacken the picture.
const MOST_CELLS = 600;

class JointPage {
  constructor(declarations, districts, centres) {
    this.declarations = declarations;
    this.drawings = drawingsOf(declarations);
    this.districts = districts;
    this.words = new Words(declarations, districts);
    this.body = required('[data-report]');
    this.layer = layerOf();
    this.filters = zoneFilter(this.layer, declarations);
    this.request = new AbortController();
    const shown = centres.map(({ id, properties }) => ({ id, name: properties.name ?? id }));
    this.tools = new Tools(required('[data-tools]'), shown, (changes) => this.change(changes));
    onLanguageChange(() => this.ask());
    onAddressChange(() => this.ask());
  }

  get state() {
    const radius = Number(findParameter('radius') ?? USUAL_RADIUS);
    return {
      layer: this.layer,
      id: findParameter('id'),
      topic: findParameter('topic'),
      radius: isRadius(radius) ? radius : USUAL_RADIUS,
    };
  }

  change(changes) {
    writeParameters(changes);
    this.ask();
  }

  /** Asks for one zone or for all; an answer to an older question is thrown away. */
  async ask() {
    this.request.abort();
    this.request = new AbortController();
    const { signal } = this.request;
    const { state } = this;
    const file = state.id
      ? jointFile(state, 'xlsx', language())
      : zonesFile(state, this.filters, 'xlsx', language());
    this.tools.show(state, file);
    this.body.setAttribute('aria-busy', 'true');
    try {
      const node = await (state.id ? this.one(state, signal) : this.all(state, signal));
      if (signal.aborted) return;
      this.body.replaceChildren(node);
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.body.replaceChildren(failureBox(failure, () => this.ask()));
    }
    this.body.setAttribute('aria-busy', 'false');
  }

  async one(state, signal) {
    const [answer, zone] = await Promise.all([
      getJointControl(state, signal),
      getZone(state.id, state.radius, signal, state.layer),
    ]);
    const ring = zone.geometry.coordinates[0];
    writeFooter(t('joint.title', { name: answer.zone.name, radius: format.radius(state.radius) }), answer.at);
    return report(answer, { ring, ...(await this.areas(answer, ring)) }, this.words, this.drawings);
  }

  /** The districts that the picture shows, and the outlines of the cells that decide in the zone. */
  async areas({ zone, cells }, ring) {
    const box = new Projection(zone, ring).box();
    const ids = new Set(cells.filter(({ decides }) => decides !== false).map(({ id }) => id));
    const partial = ids.size > MOST_CELLS;
    const found = partial || ids.size === 0 ? [] : await findItems('grid_cell', box);
    return {
      partial,
      districts: this.districts.filter(({ geometry }) => touches(geometry, box)),
      cells: found.filter(({ id }) => ids.has(String(id))),
    };
  }

  async all(state, signal) {
    const answer = await findZones(state, this.filters, signal);
    const title = t('joint.allTitle', {
      layer: titleOf(this.drawings.get(this.layer)?.declaration.title),
      radius: format.radius(state.radius),
    });
    writeFooter(title, answer.at ?? today());
    const declaration = this.drawings.get(this.layer)?.declaration;
    return answer.zones.length || declaration?.count
      ? summaryTable({ ...answer, radius: state.radius }, this.layer, title)
      : noDataNotice([declaration]);
  }
}

function layerOf() {
  return findParameter('layer') ?? 'station';
}

// National stations are those with a zone by rule; a layer without levels has all of its own.
function zoneFilter(layer, declarations) {
  const field = declarations
    .find(({ id }) => id === layer)
    ?.fields.find(({ name, values }) => name === 'level' && values?.national);
  return field ? { level: 'national' } : {};
}

function touches(geometry, [west, south, east, north]) {
  const numbers = geometry.coordinates.flat(Infinity);
  const lons = numbers.filter((_, index) => index % 2 === 0);
  const lats = numbers.filter((_, index) => index % 2 === 1);
  return (
    Math.min(...lons) <= east && Math.max(...lons) >= west && Math.min(...lats) <= north && Math.max(...lats) >= south
  );
}

async function start() {
  await startLanguage();
  startHeader();
  titlePage('page.joint');
  startDayStrip();
  followPaper();
  const body = required('[data-report]');
  try {
    const page = new JointPage(
      ...(await Promise.all([findLayers(), findItems('district'), findItems(layerOf())])),
    );
    await page.ask();
    markReady();
  } catch (failure) {
    body.replaceChildren(element('div', {}, failureBox(failure, () => location.reload())));
  }
}

start();

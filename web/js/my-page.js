import { findParameter, onAddressChange, goTo } from './address.js';
import { json } from './api-request.js';
import { CellSearch } from './cell-search.js';
import { today } from './day.js';
import { element, required } from './dom.js';
import { drawingsOf, wholeExtent } from './drawing.js';
import { learnNames, learnReferred } from './facts.js';
import { failureBox } from './failure.js';
import * as format from './format.js';
import { startHeader, titlePage } from './header.js';
import { onLanguageChange, startLanguage, t, titleOf } from './i18n.js';
import { icon } from './icons.js';
import { aheadNotice } from './my/ahead-notice.js';
import { forgetFiles, markUsed } from './my/farewell.js';
import { newId } from './my/new-id.js';
import { ObjectCard } from './my/object-card.js';
import { ObjectForm } from './my/object-form.js';
import { ObjectList } from './my/object-list.js';
import { OwnMap } from './my/own-map.js';
import { ENDED, sendWaiting } from './my/sending.js';
import { startWorker } from './my/start-worker.js';
import { findSeen, findWaiting, keepSeen, putWaiting, removeWaiting } from './my/store.js';
import { isOpen } from './my/wait-words.js';
import { WaitingList } from './my/waiting-list.js';
import { notice } from './notice.js';
import { markReady } from './page-settings.js';
import { findLocation } from './who/location.js';

const { account } = document.body.dataset;

/** The own area: from the server, or as it was last seen; and what waits to be sent. */
class MyPage {
  constructor({ work, layers }, seenAt) {
    Object.assign(this, { work, layers, seenAt, waiting: [], here: null, form: null, told: null, search: null, ahead: new Map() });
    this.drawings = drawingsOf(layers);
    learnNames('grid_cell', work.areas.filter(({ properties }) => properties.layer === 'grid_cell'));
    // What a phone has kept from before may lack them.
    learnReferred(work.referred ?? []);
    this.panel = required('[data-panel-body]');
    this.state = required('[data-state]');
    this.bar = required('[data-actions]');
    this.list = new ObjectList((layer, id) => this.open(layer, id));
    const district = layers.find(({ id }) => id === 'district');
    this.map = new OwnMap(required('#map'), this.extent() ?? wholeExtent(layers), district, {
      pick: (layer, id) => this.open(layer, id),
      place: (lon, lat) => this.form?.move(lon, lat),
    });
    onAddressChange(() => this.write());
    onLanguageChange(() => {
      this.search = null;
      this.write();
    });
    addEventListener('online', () => this.send());
    addEventListener('offline', () => this.writeState());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.send());
  }

  async start() {
    await this.takeWaiting();
    this.write();
    await this.send();
  }

  extent() {
    const corners = [...this.work.areas, ...this.work.objects.map(({ feature }) => feature)]
      .flatMap(({ geometry }) => geometry.coordinates.flat(Infinity));
    if (corners.length === 0) return null;
    const lons = corners.filter((_, index) => index % 2 === 0);
    const lats = corners.filter((_, index) => index % 2 === 1);
    return [reach(Math.min, lons), reach(Math.min, lats), reach(Math.max, lons), reach(Math.max, lats)];
  }

  async takeWaiting() {
    this.waiting = await findWaiting(account);
  }

  /** The objects as they will be once what waits is sent. */
  objects() {
    const changed = new Map(this.waiting.map((one) => [`${one.layer}/${one.id}`, one]));
    const objects = this.work.objects.map((object) => {
      const one = changed.get(`${object.layer}/${object.feature.id}`);
      changed.delete(`${object.layer}/${object.feature.id}`);
      return one ? { ...object, ...asObject(one), findings: object.findings } : object;
    });
    return [...objects, ...[...changed.values()].map(asObject)];
  }

  shown() {
    return { areas: this.work.areas, objects: this.objects() };
  }

  write() {
    this.map.show(this.shown(), this.drawings);
    this.list.show(this.shown(), this.drawings, this.here, this.ended);
    this.form = null;
    const subject = findParameter('edit');
    const object = this.find(findParameter('object'));
    if (subject) this.writeForm(subject);
    else if (findParameter('view') === 'waiting') this.writeWaiting();
    else if (object) this.writeCard(object);
    else this.writeList();
    this.writeAround();
  }

  find(address) {
    return address ? this.objects().find(({ layer, feature }) => `${layer}/${feature.id}` === address) : null;
  }

  open(layer, id) {
    if (this.form) return;
    goTo({ object: `${layer}/${id}`, edit: null, view: null });
  }

  close() {
    goTo({ object: null, edit: null, view: null });
  }

  writeList() {
    this.map.mark(null);
    const content = this.work.areas.length ? [this.heading(), this.list.node] : [this.choiceOfArea()];
    this.fill(this.told, ...content);
  }

  /** Puts something into the panel, below what was recorded for later days and nobody has read yet. */
  fill(...nodes) {
    const ahead = this.ahead.size ? aheadNotice([...this.ahead.values()], () => this.readAhead()) : null;
    this.panel.replaceChildren(...[ahead, ...nodes].filter(Boolean));
  }

  readAhead() {
    this.ahead.clear();
    this.write();
  }

  heading() {
    const names = this.work.areas.map(({ properties }) => t('my.area', { name: properties.name, count: properties.objects }));
    return element(
      'p',
      { class: 'own-areas' },
      names.join(t('names.separator')),
      findParameter('cell') ? element('a', { href: '/my', text: t('my.otherArea'), dataset: { testid: 'other-area' } }) : null,
    );
  }

  /** For accounts that are for everything; what is looked for stays when the page is written again. */
  choiceOfArea() {
    this.search ??= new CellSearch(({ id }) => location.assign(`/my?${new URLSearchParams({ cell: id })}`));
    return notice('my-no-area', t('my.noArea'), t('my.noAreaAdvice'), this.search.node);
  }

  writeCard(object) {
    const { declaration } = this.drawings.get(object.layer);
    const card = new ObjectCard(account, object, declaration, this.ended, {
      close: () => this.close(),
      edit: () => goTo({ edit: `${object.layer}/${object.feature.id}`, object: null }),
      decide: toWaiting,
    });
    this.fill(card.node);
    this.panel.scrollTop = 0;
    const [lon, lat] = object.feature.geometry.coordinates;
    this.map.mark({ lon, lat });
    card.start();
  }

  writeForm(text) {
    const [layer, ...rest] = text.split('/');
    const id = rest.join('/');
    const object = this.find(text);
    const declaration = this.drawings.get(layer)?.declaration;
    if (!declaration?.mayEdit) return this.writeList();
    const waits = this.waiting.find((one) => one.layer === layer && one.id === id);
    const isNew = !object || Boolean(waits?.isNew);
    this.form = new ObjectForm(
      { account, layer, id, isNew, base: waits?.state ?? (object ? stateOfObject(object) : emptyState()) },
      declaration,
      {
        close: () => (object ? goTo({ edit: null, object: text }) : this.close()),
        save: (state) => this.save({ layer, id, isNew, object, waits }, state),
        locate: () => this.locate(),
        moved: (place) => this.map.mark(place),
        objects: () => this.objects(),
      },
    );
    this.panel.replaceChildren(this.form.node);
    this.panel.scrollTop = 0;
    if (isNew && this.here && !this.form.draft.now.geometry) this.form.stand(this.here);
    return undefined;
  }

  async save({ layer, id, isNew, object, waits }, state) {
    // While the form was open, what waited may have been sent: then it is what this change is based on.
    const still = (await findWaiting(account)).find((one) => one.layer === layer && one.id === id);
    const isSent = Boolean(waits) && !still;
    const seen = object && !isNew ? stateOfObject(object) : null;
    await putWaiting({
      ...(still ? { key: still.key } : {}),
      account,
      layer,
      id,
      isNew: still ? still.isNew : isNew && !isSent,
      base: isSent ? waits.state : (still?.base ?? seen),
      state,
      status: 'waiting',
      since: new Date().toISOString(),
    });
    await this.takeWaiting();
    goTo({ edit: null, object: `${layer}/${id}`, view: null });
    await this.send();
  }

  writeWaiting() {
    const list = new WaitingList({
      close: () => this.close(),
      send: () => this.send(),
      edit: (one) => goTo({ edit: `${one.layer}/${one.id}`, view: null }),
      change: (one) => this.change(() => putWaiting(one)),
      remove: (one) => this.change(() => removeWaiting(one.key)),
    });
    list.show(this.waiting, this.drawings, this.ended);
    this.fill(list.node);
  }

  async change(work) {
    await work();
    await this.takeWaiting();
    this.write();
    await this.send();
  }

  async send() {
    const before = this.waiting.length;
    const { ended, recorded } = navigator.onLine ? await sendWaiting(account) : { ended: ENDED.offline, recorded: [] };
    await this.takeWaiting();
    this.ended = ended;
    recorded
      .filter(({ state }) => state.validFrom > today())
      .forEach((one) => this.ahead.set(`${one.layer}/${one.id}`, one));
    if (ended === ENDED.done && (before !== this.waiting.length || this.seenAt)) await this.refresh();
    else if (this.form) this.writeAround();
    else this.write();
  }

  async refresh() {
    try {
      this.work = await load(account).then(({ work }) => work);
      learnReferred(this.work.referred);
      this.seenAt = null;
    } catch {
      // It stays as it was last seen.
    }
    if (this.form) this.writeAround();
    else this.write();
  }

  async locate() {
    try {
      this.here = await findLocation();
      this.map.stand(this.here);
      this.told = null;
    } catch (failure) {
      if (typeof failure !== 'string') throw failure;
      this.told = notice('locate-failed', t(failure), t('my.locateAdvice'));
    }
    if (!this.form) this.write();
    return this.here;
  }

  /** All but a form that is open. */
  writeAround() {
    this.writeBar();
    this.writeState();
  }

  writeState() {
    const away = !navigator.onLine || this.ended === ENDED.offline;
    const texts = [
      this.ended === ENDED.loggedOut ? t('my.loggedOut') : null,
      away ? t('my.offline') : null,
      this.seenAt ? t('my.seenAt', { when: format.moment(this.seenAt) }) : null,
    ].filter(Boolean);
    this.state.hidden = texts.length === 0;
    this.state.replaceChildren(
      ...texts.map((text) => element('span', { text })),
      ...(this.ended === ENDED.loggedOut ? [element('a', { href: '/login', text: t('account.login') })] : []),
    );
  }

  writeBar() {
    const layers = this.layers.filter(({ mayEdit, geometry }) => mayEdit && geometry === 'Point');
    this.bar.replaceChildren(
      action('locate', 'my.locate', 'own-locate', () => this.locate()),
      ...layers.map((layer) =>
        action('plus', null, `own-add-${layer.id}`, () => goTo({ edit: `${layer.id}/${newId()}`, object: null, view: null }), titleOf(layer.title), t('edit.new', { layer: titleOf(layer.title) })),
      ),
      action('upload', null, 'own-queue', toWaiting, this.countText()),
    );
  }

  /** What nobody has decided does not go by itself: it is counted first. */
  countText() {
    const open = this.waiting.filter(isOpen).length;
    return open ? t('my.openCount', { count: open }) : t('my.waitingCount', { count: this.waiting.length });
  }
}

function toWaiting() {
  goTo({ view: 'waiting', object: null, edit: null });
}

function action(sign, key, testid, click, text = t(key), label = text) {
  return element(
    'button',
    { type: 'button', class: 'own-action', 'aria-label': label, dataset: { testid }, on: { click } },
    icon(sign, 22),
    element('span', { text }),
  );
}

// Math.min takes only so many numbers at once.
function reach(pick, numbers) {
  return numbers.reduce((one, other) => pick(one, other));
}

function asObject(wait) {
  const { layer, id, state, isNew } = wait;
  return {
    wait,
    layer,
    isNew,
    feature: { type: 'Feature', id, geometry: state.geometry, properties: state.values },
    findings: [],
    missing: [],
  };
}

function stateOfObject({ feature }) {
  return { values: { ...feature.properties }, geometry: feature.geometry, source: null, validFrom: today(), validTo: null };
}

function emptyState() {
  return { values: {}, geometry: null, source: null, validFrom: today(), validTo: null };
}

/** This page was kept when somebody else was logged in here: nothing may be kept or sent under that name. */
async function beginAnew() {
  await forgetFiles();
  location.reload();
  await new Promise(() => {});
}

async function load(name) {
  const cell = findParameter('cell');
  const [work, { layers }, me] = await Promise.all([
    json(`/api/my${cell ? `?cell=${encodeURIComponent(cell)}` : ''}`),
    json('/api/layers'),
    json('/api/me'),
  ]);
  if (me.name !== name) await beginAnew();
  await keepSeen(name, 'area', { work, layers });
  return { work, layers };
}

async function start() {
  await startLanguage();
  markUsed();
  startHeader();
  titlePage('page.my');
  try {
    let seen = null;
    let content;
    try {
      content = await load(account);
    } catch (failure) {
      seen = await findSeen(account, 'area');
      if (!seen || ![0, 502, 503, 504, 404, 401].includes(failure.status)) throw failure;
      content = seen.content;
    }
    await new MyPage(content, seen?.at ?? null).start();
    markReady();
    await startWorker();
  } catch (failure) {
    required('[data-panel-body]').replaceChildren(failureBox(failure, () => location.reload()));
    markReady();
  }
}

start();

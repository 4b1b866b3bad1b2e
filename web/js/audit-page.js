import { findParameter, onAddressChange, writeParameters } from './address.js';
import { findItems, findLayers } from './api.js';
import { countFindings, findFindings, findShapes, getFinding } from './api-audit.js';
import { AuditMap } from './audit/audit-map.js';
import { FindingDetails } from './audit/finding-details.js';
import { FindingList } from './audit/finding-list.js';
import { Filters } from './audit/filters.js';
import { Head } from './audit/head.js';
import { nothingNotice } from './audit/notices.js';
import { Runs } from './audit/runs.js';
import { AREA_KINDS, kindsOf, queryOf, readFilter, writeFilter } from './audit/state.js';
import { Words } from './audit/words.js';
import { dataMarks } from './data-marks.js';
import { busy, skeletons } from './audit/busy.js';
import { debounced, required } from './dom.js';
import { drawingsOf, wholeExtent } from './drawing.js';
import { failureBox } from './failure.js';
import { startHeader, titlePage } from './header.js';
import { onLanguageChange, startLanguage, t, titleOf } from './i18n.js';
import { notice } from './notice.js';
import { markReady, settings } from './page-settings.js';
import { BottomSheet } from './panel/bottom-sheet.js';
import { startResize } from './panel/resize.js';

// More areas than this are shown as points only.
const MOST_SHAPES = 3000;
// What audits compare everything else with.
const COMPARED = ['district', 'grid_cell'];

class AuditPage {
  constructor(declarations, districts) {
    const drawings = drawingsOf(declarations);
    this.words = new Words(declarations);
    this.missing = declarations.filter(({ id, count }) => COMPARED.includes(id) && count === 0);
    this.filter = readFilter();
    this.items = [];
    this.counts = null;
    this.failure = null;
    this.request = new AbortController();
    this.message = required('[data-message]');
    this.sheet = new BottomSheet(required('.panel'), required('.panel__handle'));
    this.view = new AuditMap(required('#map'), drawings, wholeExtent(declarations), {
      words: this.words,
      pick: (finding) => this.picked(finding),
    });
    this.view.label(districts);
    this.view.setMarks(dataMarks(declarations.filter(({ id }) => id === 'grid_cell'), []));
    this.head = new Head(required('[data-count]'));
    this.runs = new Runs(required('[data-run]'), required('[data-runs]'), () => this.ask());
    this.filters = new Filters(
      required('[data-filters]'),
      { districts, levels: () => levelsOf(drawings.get('grid_cell')?.declaration) },
      (changes) => this.change(changes),
    );
    this.list = new FindingList(required('.panel__body'), required('[data-findings]'), {
      words: this.words,
      details: (finding) => this.details(finding),
      open: (finding) => this.opened(finding),
      point: (finding) => this.view.point(finding),
    });
    startResize(required('.stage'), required('.desk__grip'));
    this.listen();
  }

  listen() {
    const input = required('.search input');
    input.value = this.filter.q ?? '';
    input.addEventListener('input', debounced(() => this.change({ q: input.value.trim() || null }), 300));
    required('.search').addEventListener('submit', (event) => event.preventDefault());
    onLanguageChange(() => this.rewrite());
    onAddressChange(() => {
      this.filter = readFilter();
      this.ask();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.list.close();
    });
  }

  async start() {
    this.write();
    await Promise.all([this.runs.load(), this.ask()]);
    this.write();
    const asked = findParameter('finding');
    if (asked) await this.openAsked(asked);
  }

  change(changes) {
    this.filter = { ...this.filter, ...changes };
    writeFilter(this.filter);
    this.ask();
  }

  /** Asks for all findings of the filter, shows the first page at once and the others as they come. */
  async ask() {
    this.request.abort();
    this.request = new AbortController();
    const { signal } = this.request;
    const query = queryOf(this.filter);
    const items = [];
    this.failure = null;
    busy(true);
    this.filters.show(this.filter, this.counts);
    try {
      await findFindings(
        query,
        ({ total, counts, items: more }) => {
          items.push(...more);
          Object.assign(this, { total, counts, items });
          this.write();
        },
        signal,
      );
      await this.askShapes(signal);
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      Object.assign(this, { failure, items: [], total: null });
      this.write();
    }
    busy(false);
  }

  // Only areas have a shape worth asking for, and only while the map can show them all.
  async askShapes(signal) {
    const chosen = kindsOf(this.filter);
    const kinds = AREA_KINDS.filter(
      (kind) => (!chosen.size || chosen.has(kind)) && this.counts.kind[kind],
    );
    const count = kinds.reduce((sum, kind) => sum + this.counts.kind[kind], 0);
    if (count === 0 || count > MOST_SHAPES) return this.view.findings.setShapes(new Map());
    const query = queryOf({ ...this.filter, kind: kinds.join(',') });
    const { features } = await findShapes(query, signal);
    return this.view.findings.setShapes(
      new Map(features.map(({ id, properties, geometry }) => [String(properties.id ?? id), geometry])),
    );
  }

  write() {
    this.head.show(this.total, queryOf(this.filter));
    this.filters.show(this.filter, this.counts);
    this.message.replaceChildren(...this.messages());
    this.list.show(this.items);
    this.view.findings.setItems(this.items);
  }

  rewrite() {
    this.runs.write();
    this.write();
  }

  messages() {
    if (this.failure) return [failureBox(this.failure, () => this.ask())];
    if (this.total === undefined) return skeletons();
    if (this.items.length) return [];
    return [
      nothingNotice(this.filter, this.missing, this.runs.none, {
        clear: () => this.change(Object.fromEntries(Object.keys(this.filter).map((name) => [name, null]).concat([['state', 'open']]))),
        all: () => this.change({ state: 'all' }),
      }),
    ];
  }

  details(finding) {
    return new FindingDetails(finding, {
      words: this.words,
      changed: (changed) => this.changed(changed),
      shape: (whole) => {
        if (this.list.opened?.id === whole.id) this.view.select(whole);
      },
    }).node;
  }

  opened(finding) {
    writeParameters({ finding: finding?.id ?? null });
    this.view.select(finding);
    if (finding) this.sheet.open();
  }

  picked(finding) {
    if (finding) this.list.open(finding.id);
    else this.list.close();
  }

  /** A link may name a finding that the filter hides: then it stands above the others. */
  async openAsked(id) {
    if (this.list.open(id)) return;
    try {
      const finding = await getFinding(id);
      this.items = [finding, ...this.items];
      this.write();
      this.list.open(finding.id);
    } catch (failure) {
      this.message.prepend(failureBox(failure, () => this.openAsked(id)));
    }
  }

  async changed(finding) {
    this.list.change(finding);
    this.view.findings.setItems(this.items);
    const { counts } = await countFindings(queryOf(this.filter)).catch(() => this);
    this.counts = counts;
    this.filters.show(this.filter, counts);
  }
}

function levelsOf(declaration) {
  const field = declaration?.fields.find(({ name }) => name === 'level');
  return Object.entries(field?.values ?? {}).map(([value, titles]) => ({ value, text: titleOf(titles) }));
}

// The server answers as if there were nothing: to whoever has an account that is said as it is.
function refuse() {
  const main = required('main');
  main.className = 'refused';
  main.id = 'panel';
  const write = () => main.replaceChildren(notice('not-for-you', t('audit.closed'), t('audit.closedAdvice')));
  onLanguageChange(write);
  write();
  markReady();
}

async function start() {
  await startLanguage();
  startHeader();
  titlePage('page.audit');
  if (!settings.seesAll) return refuse();
  try {
    const page = new AuditPage(...(await Promise.all([findLayers(), findItems('district')])));
    await page.start();
    markReady();
  } catch (failure) {
    required('[data-message]').replaceChildren(failureBox(failure, () => location.reload()));
  }
  return undefined;
}

start();

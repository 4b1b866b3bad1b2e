import { closeFeature, getForEdit, putFeature } from '../../api-edit.js';
import { previewChange } from '../../api-preview.js';
import { element, required } from '../../dom.js';
import { failureBox } from '../../failure.js';
import { t, titleOf } from '../../i18n.js';
import { isTable } from '../../tables.js';
import { confirmed } from '../confirm-dialog.js';
import { ImpactPanel, hasImpact } from '../impact/impact-panel.js';
import { go } from '../route.js';
import { conflictPanel } from './conflict.js';
import { Draft, bodyOf, stateOf } from './draft.js';
import { EditMap } from './edit-map.js';
import { EditPanel } from './edit-panel.js';
import { HistoryPanel } from './history-panel.js';
import { NoMap } from './no-map.js';
import { ShapeTools } from './shape-tools.js';
import { readWkt } from './wkt.js';
import { today } from '../../day.js';

const EMPTY = { values: {}, geometry: null, source: null, validTo: null };

/** One feature beside the map: its form and its shape, or its history. */
export class FeatureEditor {
  constructor(root, declarations, declaration, id, tab) {
    this.root = root;
    this.declarations = declarations;
    this.declaration = declaration;
    this.id = id;
    this.tab = id !== null && tab === 'history' ? 'history' : 'form';
    this.request = new AbortController();
    this.panel = element('aside', { class: 'workbench__panel' });
    this.onKey = (event) => this.key(event);
  }

  async start() {
    this.map = isTable(this.declaration) ? this.withoutMap() : this.withMap();
    addEventListener('keydown', this.onKey);
    try {
      await (this.tab === 'history' ? this.startHistory() : this.startForm());
    } catch (failure) {
      if (failure.name !== 'AbortError')
        this.panel.replaceChildren(failureBox(failure, () => this.start()));
    }
  }

  withMap() {
    const container = element('div', { class: 'map', tabindex: '0', role: 'application', 'aria-label': t('map.label'), dataset: { testid: 'map' } });
    const stage = element('div', { class: 'workbench__map' }, container);
    this.root.replaceChildren(element('div', { class: 'workbench' }, stage, this.panel));
    return new EditMap(container, this.declarations, this.declaration);
  }

  withoutMap() {
    this.root.replaceChildren(element('div', { class: 'workbench workbench--table' }, this.panel));
    return new NoMap();
  }

  async startHistory() {
    const history = new HistoryPanel(this.panel, this.declaration, this.id, this.map);
    await history.start(this.request.signal);
  }

  async startForm() {
    const layer = this.declaration.id;
    if (this.id === null) {
      this.draft = new Draft(`draft:${layer}/`, { ...EMPTY, validFrom: today() }, null);
    } else {
      const { feature, tag } = await getForEdit(layer, this.id, this.request.signal);
      this.feature = feature;
      this.draft = new Draft(`draft:${layer}/${this.id}`, stateOf(feature, readWkt), tag);
      this.map.goTo(feature.geometry);
    }
    const older = this.draft.recoverOlder();
    const recovered = older || this.draft.recover();
    if (!isTable(this.declaration)) this.tools = new ShapeTools(this.map, this.declaration, this.draft);
    this.form = new EditPanel(this.panel, this.declaration, this.draft, {
      feature: this.feature ?? null,
      recovered,
      impact: hasImpact(this.declaration) ? this.impact() : null,
      save: () => this.save(),
      close: () => this.close(),
      moved: (geometry) => this.map.goTo(geometry),
    });
    // While the draft was left here, somebody else has saved.
    if (older) this.meet(this.feature);
  }

  /** What would move if the draft were saved. */
  impact() {
    return new ImpactPanel(this.declarations, (signal) => {
      const { now } = this.draft;
      const feature = bodyOf(this.id ?? this.form.newId(), now);
      const change = { layer: this.declaration.id, features: [feature], at: now.validFrom };
      return previewChange(now.source ? { ...change, crs: now.source.crs } : change, signal);
    });
  }

  async save() {
    const id = this.id ?? this.form.newId();
    if (!this.form.check() || !id) return;
    const { now, tag } = this.draft;
    this.form.busy(true);
    try {
      await putFeature(this.declaration.id, id, bodyOf(id, now), { tag, crs: now.source?.crs ?? null });
      this.draft.forget();
      this.draft = null;
      go({ view: 'edit', feature: `${this.declaration.id}/${id}`, tab: 'history' });
    } catch (failure) {
      this.form.busy(false);
      this.refused(failure);
    }
  }

  refused(failure) {
    const { current } = failure.problem ?? {};
    if (failure.status === 412 && current) this.meet(current);
    else if (failure.status === 412) this.form.say(failureBox(failure, () => go({ view: 'edit', feature: `${this.declaration.id}/${this.id}`, tab: 'history' }), 'edit.toHistory'));
    else {
      this.form.tell(failure.problem?.errors ?? []);
      this.form.say(failureBox(failure, null));
    }
  }

  /** Somebody else was faster: both versions side by side, and a choice for each field. */
  meet(current) {
    const theirs = { ...stateOf(current, readWkt), validFrom: this.draft.now.validFrom };
    this.map.compare([{ geometry: theirs.geometry, kind: 'theirs' }]);
    this.form.say(
      conflictPanel(this.declaration, this.draft, theirs, current, (merged) => {
        this.map.compare([]);
        this.draft.rebase(theirs, `"${current.version}"`, merged);
        this.save();
      }),
    );
  }

  async close() {
    const day = element('input', { type: 'date', class: 'field number', value: today(), required: true, dataset: { testid: 'close-day' } });
    const name = this.feature.properties.name ?? this.id;
    const wanted = await confirmed({
      title: t('edit.closeTitle', { name }),
      text: t('edit.closeText'),
      action: t('edit.close'),
      danger: true,
      more: element('label', { class: 'labelled' }, element('span', { text: t('edit.closeDay') }), day),
    });
    if (!wanted) return;
    try {
      await closeFeature(this.declaration.id, this.id, this.draft.tag, day.value);
      this.draft.forget();
      this.draft = null;
      go({ view: 'edit', feature: `${this.declaration.id}/${this.id}`, tab: 'history' });
    } catch (failure) {
      // Who wants to end it has nothing to merge: what is there now is looked at, and asked about again.
      if (failure.status === 412) this.form.say(failureBox(failure, () => go({ view: 'edit', feature: `${this.declaration.id}/${this.id}` }), 'edit.lookAgain'));
      else this.refused(failure);
    }
  }

  // In a text field the keys mean the text, as everywhere.
  key(event) {
    if (!this.draft || !(event.ctrlKey || event.metaKey)) return;
    if (event.target.matches?.('input:not([type=date]), textarea')) return;
    const again = event.key.toLowerCase() === 'y' || (event.shiftKey && event.key.toLowerCase() === 'z');
    if (!again && event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (again) this.draft.redo();
    else this.draft.undo();
  }

  /** Whether something would be out of sight that was not saved. */
  get holds() {
    return Boolean(this.draft?.changed);
  }

  mayLeave() {
    return confirmed({ title: t('edit.leaveTitle'), text: t('edit.leaveText'), action: t('edit.leave') });
  }

  leave() {
    this.request.abort();
    removeEventListener('keydown', this.onKey);
    this.map?.end();
  }
}

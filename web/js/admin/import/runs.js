import { cancelJob, checkImport, commitImport, getImport, undoImport } from '../../api-import.js';
import { previewImport } from '../../api-preview.js';
import { element } from '../../dom.js';
import { failureBox } from '../../failure.js';
import * as format from '../../format.js';
import { t, titleOf } from '../../i18n.js';
import { confirmed } from '../confirm-dialog.js';
import { ImpactPanel, hasImpact } from '../impact/impact-panel.js';
import { watchJob } from '../job-watch.js';
import { progressBar } from '../progress-bar.js';
import { isTable } from '../../tables.js';
import { mapAddress, sectionLink } from '../route.js';
import { jobProblem } from './job-problem.js';
import { ResultView } from './result-view.js';
import { mappingNotice, suspectNotice } from './suspect-notice.js';

/** The two runs over a file, the check and the commit: their progress, their end, and the way back. */
export class Runs {
  constructor(view, check, commit) {
    this.view = view;
    this.check = check;
    this.commit = commit;
    this.request = new AbortController();
    this.result = view.body.state === 'checked' ? view.body.result : null;
    this.said = null;
    this.busy = false;
  }

  get written() {
    return ['committed', 'undone'].includes(this.view.body.state);
  }

  /** Goes on where the import is, such as after the page was loaded again. */
  resume() {
    const { state, problem } = this.view.body;
    if (state === 'checking') this.follow(this.check, 'import.checking');
    else if (state === 'committing') this.follow(this.commit, 'import.committing');
    else if (state === 'failed' && problem) this.fail(this.check, jobProblem(problem));
    else this.write();
  }

  /** The settings are others now: the last check says nothing about them, nor will one that is under way. */
  outdate() {
    if (this.busy) return;
    if (this.result) this.said = element('p', { class: 'notice notice--warning', text: t('import.outdated') });
    this.result = null;
    this.endResult();
    this.write();
  }

  settle(ready) {
    this.ready = ready;
    if (this.busy) return;
    this.check.is(this.result || this.written ? 'done' : ready ? 'now' : 'later', '');
    this.commit.is(this.written ? 'done' : this.result ? 'now' : 'later', '');
  }

  write() {
    this.settle(this.ready);
    if (this.written) this.writeWritten();
    else this.writeCheck();
  }

  writeCheck() {
    this.endResult();
    const start = element('button', {
      type: 'button',
      class: this.result ? 'button' : 'button button--main',
      text: t(this.result ? 'import.checkAgain' : 'import.startCheck'),
      dataset: { testid: 'check' },
      on: { click: () => this.startCheck() },
    });
    this.check.fill(this.said, this.result ? null : element('p', { class: 'quiet', text: t('import.checkAbout') }), start);
    if (this.result) this.showResult(this.result);
    this.commit.fill(this.result ? this.commitBox() : null);
  }

  showResult(result) {
    const { suspectDatum, offeredMapping } = result;
    if (suspectDatum)
      this.check.body.append(suspectNotice(suspectDatum, () => this.use(suspectDatum.offered, null)));
    if (offeredMapping) this.check.body.append(mappingNotice(() => this.use(null, offeredMapping)));
    this.shown = new ResultView(result, this.view.declaration, this.view.declarations);
    this.check.body.append(this.shown.node);
    this.shown.start().catch((failure) => this.check.body.append(failureBox(failure, null)));
  }

  // One press: the other datum or mapping is taken and tried at once.
  use(crs, mapping) {
    this.view.read.use(mapping?.columns ?? this.view.read.columns, crs);
    this.said = null;
    this.startCheck();
  }

  commitBox() {
    const { created, changed, closed, refused } = this.result;
    const nothing = created + changed + closed === 0;
    const text = nothing ? t('import.nothingNew') : t('import.commitAbout', { created: format.count(created), changed: format.count(changed), closed: format.count(closed), refused: format.count(refused) });
    return element(
      'div',
      { class: 'commit' },
      element('p', { text }),
      !nothing && hasImpact(this.view.declaration) ? this.impact().node : null,
      element('button', {
        type: 'button',
        class: 'button button--main',
        text: t('import.startCommit'),
        disabled: nothing,
        dataset: { testid: 'commit' },
        on: { click: () => this.startCommit() },
      }),
    );
  }

  impact() {
    const { declarations, body } = this.view;
    return new ImpactPanel(declarations, (signal) => previewImport(body.id, signal));
  }

  async startCheck() {
    const asked = this.view.settings;
    const { crs, mode, validFrom, table, mapping } = asked;
    await this.begin(this.check, 'import.checking', async () => {
      await checkImport(this.view.body.id, { crs, mode, validFrom, table, mapping });
      this.view.keep(asked);
    });
  }

  async startCommit() {
    if (!(await this.replaceIsMeant())) return;
    const { id, settings } = this.view.body;
    await this.begin(this.commit, 'import.committing', () => commitImport(id, settings));
  }

  async replaceIsMeant() {
    const { closed } = this.result;
    const { declaration, body } = this.view;
    const { settings } = body;
    if (settings.mode !== 'replace' || closed === 0) return true;
    return confirmed({
      title: t('mode.sureTitle', { count: format.count(closed) }),
      text: t('mode.sureText', { count: format.count(closed), layer: titleOf(declaration.title), day: settings.validFrom }),
      action: t('mode.sure', { count: format.count(closed) }),
      danger: true,
    });
  }

  async begin(step, title, ask) {
    if (this.busy) return;
    this.busy = true;
    this.said = null;
    try {
      await ask();
    } catch (failure) {
      this.fail(step, failureBox(failure, null));
      return;
    }
    await this.follow(step, title);
  }

  async follow(step, title) {
    this.busy = true;
    this.endResult();
    step.is('now', '');
    const { id } = this.view.body;
    const bar = progressBar(t(title), () => cancelJob(id).catch(() => {}));
    bar.show(null, '');
    step.fill(bar.node);
    try {
      const job = await watchJob(id, (one) => bar.show(shareOf(one), progressText(one)), this.request.signal);
      this.view.body = await getImport(id);
      this.ended(job, step);
    } catch (failure) {
      if (!this.request.signal.aborted) this.fail(step, failureBox(failure, () => this.follow(step, title)));
    }
  }

  ended(job, step) {
    this.busy = false;
    if (job.state === 'failed') return this.fail(step, jobProblem(job.problem));
    if (job.state === 'cancelled') return this.fail(step, element('p', { class: 'notice', role: 'status', text: t('import.cancelled') }));
    if (this.written) return this.view.show(this.view.body);
    this.result = this.view.body.result;
    if (this.view.isKept) this.write();
    else this.outdate();
    return undefined;
  }

  fail(step, box) {
    this.busy = false;
    this.result = step === this.commit && this.view.body.state === 'checked' ? this.result : null;
    this.said = box;
    this.write();
  }

  writeWritten() {
    const { body, declaration } = this.view;
    const undone = body.state === 'undone';
    this.check.fill();
    this.commit.fill(
      this.said,
      element('div', { class: 'notice notice--good', role: 'status', dataset: { testid: undone ? 'undone' : 'committed' } },
        element('p', { class: 'notice__title', text: t(undone ? 'import.undoneTitle' : 'import.done') }),
        element('p', { text: t(undone ? 'import.undoneText' : 'import.doneText') }),
        element('div', { class: 'notice__actions' },
          isTable(declaration)
            ? null
            : element('a', { class: 'button', href: mapAddress(declaration), text: t('import.onMap'), dataset: { testid: 'to-map' } }),
          sectionLink({ view: 'edit', layer: declaration.id }, { class: 'button' }, t('import.lookAt')),
          sectionLink({ view: 'import', layer: declaration.id }, { class: 'button' }, t('import.next')),
          undone ? null : this.undoButton(),
        ),
      ),
    );
    this.shown = new ResultView(body.result, declaration, this.view.declarations);
    this.commit.body.append(this.shown.node);
    this.shown.start().catch((failure) => this.commit.body.append(failureBox(failure, null)));
  }

  undoButton() {
    return element('button', {
      type: 'button',
      class: 'button button--danger',
      text: t('import.undo'),
      dataset: { testid: 'undo' },
      on: { click: () => this.undo() },
    });
  }

  async undo() {
    const wanted = await confirmed({ title: t('import.undoTitle'), text: t('import.undoText', { name: this.view.body.fileName }), action: t('import.undo'), danger: true });
    if (!wanted) return;
    try {
      await undoImport(this.view.body.id);
      this.view.body = await getImport(this.view.body.id);
      this.said = null;
    } catch (failure) {
      this.said = failureBox(failure, null);
    }
    this.endResult();
    this.write();
  }

  endResult() {
    this.shown?.end();
    this.shown = null;
  }

  end() {
    this.request.abort();
    this.endResult();
  }
}

function shareOf({ state, done, total }) {
  return state === 'running' && total ? Math.min(1, done / total) : null;
}

function progressText({ state, done, total }) {
  if (state === 'waiting') return t('import.waiting');
  return total ? t('import.rowsOf', { done: format.count(done), total: format.count(total) }) : t('import.rowsDone', { done: format.count(done) });
}

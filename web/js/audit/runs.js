import { findRuns, getRun, startRun } from '../api-audit.js';
import { element } from '../dom.js';
import { failureBox } from '../failure.js';
import * as format from '../format.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';
import { settings } from '../page-settings.js';
import { runTable } from './run-table.js';

const EACH = 1000;
const SHOWN = 10;

/** The runs of all audits: the last one in a line, the way to a new one, and what each has changed. */
export class Runs {
  /**
   * @param {HTMLElement} head where the button and the line are
   * @param {HTMLElement} body where the runs are listed
   * @param {() => void} ended hears that a run has ended
   */
  constructor(head, body, ended) {
    Object.assign(this, { head, body, ended });
    this.runs = null;
    this.failure = null;
  }

  get none() {
    return this.runs?.length === 0;
  }

  async load() {
    try {
      this.runs = await findRuns(SHOWN);
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
    this.write();
    if (this.running) this.follow();
  }

  get running() {
    return this.runs?.[0]?.state === 'running' ? this.runs[0] : null;
  }

  async start() {
    try {
      this.runs = [await startRun(), ...(this.runs ?? [])];
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
    this.write();
    if (this.running) await this.follow();
  }

  // Each step of a run is said; a step that cannot be asked for is asked for again.
  async follow() {
    if (this.following) return;
    this.following = true;
    while (this.running) {
      await new Promise((done) => setTimeout(done, EACH));
      this.runs[0] = await getRun(this.running.id).catch(() => this.runs[0]);
      this.write();
    }
    this.following = false;
    this.ended();
    await this.load();
  }

  write() {
    const last = this.runs?.find(({ state }) => state === 'done');
    this.head.replaceChildren(this.line(last), settings.mayEdit ? this.button() : '');
    this.body.replaceChildren(
      ...(this.failure ? [failureBox(this.failure, () => this.load())] : []),
      ...(this.runs?.length ? [this.list()] : []),
    );
  }

  line(last) {
    const { running } = this;
    const text = running
      ? t('audit.running', { done: running.done, total: running.total })
      : last
        ? t('audit.last', { when: format.moment(last.finished_at), by: last.started_by })
        : '';
    return element('p', { class: 'quiet number', role: 'status', text, dataset: { testid: 'last-run' } });
  }

  button() {
    return element(
      'button',
      {
        type: 'button',
        class: 'button button--main',
        disabled: Boolean(this.running),
        dataset: { testid: 'run-audit' },
        on: { click: () => this.start() },
      },
      icon('check', 18),
      t(this.running ? 'audit.runningShort' : 'audit.start'),
    );
  }

  list() {
    const open = this.body.querySelector('details')?.open ?? false;
    return element(
      'details',
      { class: 'controls runs', open, dataset: { testid: 'runs' } },
      element(
        'summary',
        { class: 'controls__summary' },
        element('span', { class: 'controls__name', text: t('audit.runs') }),
        element('span', { class: 'quiet', text: changesText(this.runs.find(({ changes }) => changes)) }),
      ),
      ...this.runs.map(runTable),
    );
  }
}

function changesText(run) {
  if (!run) return '';
  const sum = (name) => run.changes.reduce((total, one) => total + one[name], 0);
  return ['new', 'again', 'resolved', 'reopened']
    .map((name) => `${t(`changes.${name}`)} ${format.count(sum(name))}`)
    .join(' · ');
}

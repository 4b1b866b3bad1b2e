import { findMoreTrail, findTrail, findTrailChoices, trailFile } from '../../api-trail.js';
import { parameters, writeParameters } from '../../address.js';
import { element } from '../../dom.js';
import { failureBox } from '../../failure.js';
import * as format from '../../format.js';
import { icon } from '../../icons.js';
import { language, t } from '../../i18n.js';
import { notice } from '../../notice.js';
import { officePage, pageHead } from '../page-head.js';
import { ChainCheck } from './chain-check.js';
import { FILTERS, TrailFilters } from './trail-filters.js';
import { trailRows } from './trail-rows.js';

/** Counted by the server one by one; more are only known to be more. */
const COUNTED = 10000;

/** Who did what, the newest first, with the search for it. */
export class TrailView {
  constructor(root, declarations) {
    this.root = root;
    this.declarations = declarations;
    this.count = element('p', { class: 'quiet number', role: 'status', dataset: { testid: 'trail-count' } });
    this.list = element('div', { class: 'trail', dataset: { testid: 'trail' } });
    this.more = element('button', {
      type: 'button',
      class: 'button',
      hidden: true,
      text: t('trail.more'),
      dataset: { testid: 'trail-more' },
      on: { click: () => this.load(this.next) },
    });
    this.download = element('a', { class: 'button', download: true, dataset: { testid: 'trail-export' } }, icon('download'), t('trail.export'));
    this.asked = new AbortController();
  }

  async start() {
    this.choices = await findTrailChoices();
    this.filters = new TrailFilters(this.choices, this.declarations, (changes) => this.change(changes));
    this.root.replaceChildren(
      officePage(
        pageHead(t('admin.trail'), t('trail.about'), this.download),
        new ChainCheck().node,
        this.filters.node,
        this.count,
        this.list,
        element('div', { class: 'trail-more' }, this.more),
      ),
    );
    await this.search();
  }

  change(changes) {
    writeParameters(changes);
    this.search();
  }

  async search() {
    this.query = queryOf(parameters());
    this.filters.show(this.query);
    this.download.href = trailFile(this.query, 'csv', language());
    this.rows = [];
    this.list.setAttribute('aria-busy', 'true');
    await this.load(null);
    this.list.removeAttribute('aria-busy');
  }

  async load(next) {
    this.asked.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    this.more.disabled = true;
    try {
      const page = next ? await findMoreTrail(next, signal) : await findTrail(this.query, signal);
      if (page.total !== undefined) this.total = page.total;
      this.rows.push(...page.items);
      this.next = page.next;
      this.write();
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.fail(failure, next);
    }
    this.more.disabled = false;
  }

  /** What was found by another search does not stay; what this one has found already does. */
  fail(failure, next) {
    if (next) {
      this.list.append(failureBox(failure, () => this.load(next)));
      return;
    }
    this.count.textContent = '';
    this.more.hidden = true;
    this.list.replaceChildren(failureBox(failure, () => this.search()));
  }

  write() {
    const many = this.total > COUNTED;
    this.count.textContent = t(many ? 'trail.countMany' : 'trail.count', { count: format.count(Math.min(this.total, COUNTED)) });
    this.more.hidden = !this.next;
    this.list.replaceChildren(
      ...(this.rows.length
        ? trailRows(this.rows, this.choices.kinds, this.declarations, (changes) => this.change(changes))
        : [notice('trail-empty', t('trail.none'), t('trail.noneAdvice'))]),
    );
  }

  leave() {
    this.asked.abort();
  }
}

function queryOf(address) {
  const query = new URLSearchParams();
  for (const name of FILTERS) {
    const value = address.get(name)?.trim();
    if (value) query.set(name, value);
  }
  return query;
}

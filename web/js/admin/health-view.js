import { findHealth } from '../api-admin.js';
import { element } from '../dom.js';
import { failureBox } from '../failure.js';
import * as format from '../format.js';
import { icon } from '../icons.js';
import { t, titleOf } from '../i18n.js';
import { officePage, pageHead } from './page-head.js';
import { sectionLink } from './route.js';

const SPACE = '\u00a0';
const SIGNS = { good: 'check', watch: 'warn', bad: 'warn' };

/** How the service fares, in plain words, with what to do where something is to be done. */
export class HealthView {
  constructor(root, declarations) {
    this.root = root;
    this.titles = new Map(declarations.map(({ id, title }) => [id, titleOf(title)]));
    this.again = element('button', {
      type: 'button',
      class: 'button',
      text: t('health.again'),
      dataset: { testid: 'health-again' },
      on: { click: () => this.look() },
    });
  }

  async start() {
    this.write(await findHealth());
  }

  /** What was well a while ago may be so no longer: without an answer nothing is shown but that. */
  async look() {
    this.again.disabled = true;
    try {
      await this.start();
    } catch (failure) {
      const box = failureBox(failure, () => this.look());
      this.root.replaceChildren(officePage(pageHead(t('admin.health'), ''), box));
    }
    this.again.disabled = false;
  }

  write(health) {
    const { database, disk, memory, layers, jobs, audits } = health;
    const parts = { database, disk, memory, layers, jobs, audits };
    const open = Object.values(parts).filter(({ grade }) => grade !== null && grade !== 'good').length;
    this.root.replaceChildren(
      officePage(
        pageHead(t('admin.health'), t('health.about', { at: format.moment(health.checkedAt) }), this.again),
        element(
          'p',
          { class: `health__sum health__sum--${open ? 'watch' : 'good'}`, role: 'status', dataset: { testid: 'health-sum' } },
          icon(open ? 'warn' : 'check', 22),
          t(open ? 'health.something' : 'health.allWell', { count: open }),
        ),
        element(
          'div',
          { class: 'health' },
          ...Object.entries(parts).map(([name, part]) => this.part(name, part, this.factOf(name, part))),
          this.nodes(health),
          this.backup(),
        ),
      ),
    );
  }

  factOf(name, part) {
    switch (name) {
      case 'database':
        return part.bytes === null
          ? t('health.databaseAway', part)
          : t('health.databaseFact', { product: part.product, size: size(part.bytes) });
      case 'layers':
        return t('health.layersFact', { layers: format.count(part.layers), features: format.count(part.features) });
      case 'jobs':
        return t('health.jobsFact', { active: format.count(part.active), failed: format.count(part.failed.length) });
      case 'audits':
        return auditsFact(part.last);
      default:
        return t(`health.${name}Fact`, {
          used: size(part.used),
          total: size(part.total),
          free: size(part.total - part.used),
        });
    }
  }

  part(name, part, fact) {
    const { grade } = part;
    if (grade === null) return this.unknown(name);
    const advice = grade === 'good' ? null : t(`healthadvice.${name}_${grade}`);
    const share = part.total ? part.used / part.total : null;
    return element(
      'section',
      { class: `card health__part health__part--${grade}`, 'aria-labelledby': `health-${name}`, dataset: { testid: `health-${name}`, grade } },
      element(
        'h2',
        { class: 'health__title', id: `health-${name}` },
        icon(SIGNS[grade], 18),
        t(`health.${name}`),
        element('span', { class: 'tag health__grade', text: t(`healthgrade.${grade}`) }),
      ),
      element('p', { class: 'number', text: fact }),
      share === null
        ? null
        : element('meter', { class: 'health__meter', min: 0, max: 1, value: share.toFixed(3), 'aria-label': fact }),
      advice ? element('p', { class: 'health__advice', text: advice }) : null,
      name === 'layers' && part.behind.length
        ? element('p', { class: 'quiet', text: format.names(part.behind.map((id) => this.titles.get(id) ?? id)) })
        : null,
      name === 'audits' ? element('p', {}, element('a', { href: '/desk/audit', text: t('health.toAudits') })) : null,
      name === 'jobs' && part.failed.length
        ? element(
            'ul',
            { class: 'plain-list' },
            ...part.failed.map(({ id, fileName, createdAt }) =>
              element(
                'li',
                {},
                sectionLink({ view: 'import', import: id }, { dataset: { testid: 'failed-import' } }, fileName),
                element('span', { class: 'quiet number', text: ` ${format.moment(createdAt)}` }),
              ),
            ),
          )
        : null,
    );
  }

  /** What only the database knows, while it is away. */
  unknown(name) {
    return element(
      'section',
      { class: 'card health__part', 'aria-labelledby': `health-${name}`, dataset: { testid: `health-${name}`, grade: 'unknown' } },
      element('h2', { class: 'health__title', id: `health-${name}`, text: t(`health.${name}`) }),
      element('p', { class: 'quiet', text: t('health.unknown') }),
    );
  }

  nodes({ nodes, startedAt, version }) {
    const count = nodes === null ? t('health.nodesUnknown') : t('health.nodesFact', { count: format.count(nodes) });
    return element(
      'section',
      { class: 'card health__part', 'aria-labelledby': 'health-nodes', dataset: { testid: 'health-nodes' } },
      element('h2', { class: 'health__title', id: 'health-nodes', text: t('health.nodes') }),
      element('p', { text: count }),
      element('p', { class: 'quiet number', text: t('health.since', { since: format.moment(startedAt), version }) }),
    );
  }

  backup() {
    return element(
      'section',
      { class: 'card health__part', 'aria-labelledby': 'health-backup', dataset: { testid: 'health-backup' } },
      element('h2', { class: 'health__title', id: 'health-backup', text: t('health.backup') }),
      element('p', { text: t('health.backupUnknown') }),
      element('p', { class: 'quiet', text: t('health.backupAdvice') }),
    );
  }
}

function auditsFact(last) {
  if (!last) return t('health.auditsNever');
  const when = format.moment(last.started_at);
  return t(`health.audits_${last.state}`, { when, done: format.count(last.done), total: format.count(last.total) });
}

function size(bytes) {
  const gigabytes = bytes / 2 ** 30;
  if (gigabytes >= 1) return `${gigabytes.toFixed(1)}${SPACE}GB`;
  return `${Math.max(1, Math.round(bytes / 2 ** 20))}${SPACE}MB`;
}

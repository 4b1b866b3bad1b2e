import { getFinding } from '../api-audit.js';
import { element } from '../dom.js';
import { failureBox } from '../failure.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { settings } from '../page-settings.js';
import { acceptance } from './acceptance.js';
import { findingLinks } from './links.js';

/** What a finding says in full, what has been said to it, and its history, opened under its row. */
export class FindingDetails {
  /** @param {{words: Words, changed: (finding) => void, shape: (finding) => void}} actions */
  constructor(finding, actions) {
    this.actions = actions;
    this.node = element('div', { class: 'finding-details', dataset: { testid: 'finding-details' } });
    this.write(finding, null);
    this.load(finding);
  }

  async load(finding) {
    try {
      const whole = await getFinding(finding.id);
      this.write(whole, whole.history);
      this.actions.shape(whole);
    } catch (failure) {
      this.node.append(failureBox(failure, () => this.load(finding)));
    }
  }

  write(finding, history) {
    this.node.replaceChildren(
      element('p', { class: 'finding-details__says', text: t(`about.${finding.kind}`) }),
      facts(finding, this.actions.words),
      settings.mayEdit || finding.state === 'accepted'
        ? acceptance(finding, (changed) => {
            this.write(changed, changed.history ?? history);
            this.actions.changed(changed);
          })
        : null,
      findingLinks(finding),
      historyList(finding, history),
    );
  }
}

function facts(finding, words) {
  const { district, zone, level, layer, area_m2: area, distance_to_edge: edge, verdict } = finding;
  const rows = [
    [t('who.district'), [zone?.name, district?.name].filter(Boolean).join(' · ')],
    [t('audit.about'), [layer && words.layer(layer), words.names(finding)].filter(Boolean).join(' · ')],
    [t('audit.level'), level && words.level(layer, level)],
    [t('audit.area'), area === undefined ? '' : format.area(area)],
    [t('audit.inside'), inside(finding)],
    ...words.between(finding).flatMap(({ what, recorded, computed }) => [
      [t('audit.recorded', { what: t(`who.${what}`) }), recorded || t('who.notRecorded')],
      [t('audit.computed', { what: t(`who.${what}`) }), computed || t('who.nothing')],
    ]),
    [t('audit.edge'), edge === undefined ? '' : format.distance(edge)],
    [t('audit.verdict'), verdict ? t(`verdict.${verdict}`) : ''],
    [t('audit.missing'), finding.role ? words.facts({ kind: 'duty_gap', role: finding.role, topic: finding.topic }) : ''],
    [t('audit.seen'), seen(finding)],
  ];
  return element(
    'dl',
    { class: 'facts' },
    ...rows
      .filter(([, text]) => text)
      .map(([title, text]) =>
        element(
          'div',
          { class: 'facts__row' },
          element('dt', { text: title }),
          element('dd', { text }),
        ),
      ),
  );
}

function inside({ sites, enterprises }) {
  if (sites === undefined) return '';
  return `${t('audit.sites', { count: sites })} · ${t('audit.enterprises', { count: enterprises ?? 0 })}`;
}

function seen({ first_seen: first, last_seen: last, resolved_at: resolved }) {
  return t(resolved ? 'audit.seenResolved' : 'audit.seenLast', {
    first: format.moment(first),
    last: format.moment(resolved ?? last),
  });
}

function historyList(finding, history) {
  if (!history) return element('div', { class: 'skeleton' });
  return element(
    'details',
    { class: 'more', dataset: { testid: 'finding-history' } },
    element('summary', { text: t('audit.history', { count: history.length }) }),
    element(
      'ol',
      { class: 'plain-list finding-history' },
      ...history.map(({ at, event, by, reason, run }) =>
        element(
          'li',
          {},
          element('span', { class: 'quiet number', text: format.moment(at) }),
          element('span', { text: t(`event.${event}`) }),
          element('span', {
            class: 'quiet',
            text: [run ? t('audit.run', { id: run }) : by, reason].filter(Boolean).join(' · '),
          }),
        ),
      ),
    ),
  );
}

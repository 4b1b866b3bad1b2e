import { element } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';

const COLUMNS = ['found', 'new', 'again', 'resolved', 'reopened'];

/** What one run has found and changed, by kind. */
export function runTable({ id, state, started_at: at, started_by: by, day, changes, problem }) {
  return element(
    'section',
    { class: 'run', dataset: { testid: 'run', id } },
    element('p', {
      class: 'run__head number',
      text: [t('audit.run', { id }), format.moment(at), by, day && t('audit.ofDay', { day }), t(`run.${state}`)]
        .filter(Boolean)
        .join(' · '),
    }),
    problem ? element('p', { class: 'quiet', text: problem, lang: 'en' }) : null,
    changes ? table(changes) : null,
  );
}

function table(changes) {
  const head = ['', ...COLUMNS.map((name) => t(`changes.${name}`))];
  return element(
    'table',
    { class: 'run__table number' },
    element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col', text })))),
    element(
      'tbody',
      {},
      ...changes.map((one) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row', text: t(`finding.${one.kind}`) }),
          ...COLUMNS.map((name) => element('td', { text: format.count(one[name]) })),
        ),
      ),
    ),
  );
}

import { element } from '../../dom.js';
import { t, titleOf } from '../../i18n.js';
import { reasonWords } from '../reason-words.js';

const MOST = 200;

/** Rows that were refused or mended: where, what stands there, why, and what was perhaps meant. */
export function issueList(issues, declaration, testid) {
  return element(
    'div',
    { class: 'sample__frame', tabindex: '0' },
    element(
      'table',
      { class: 'grid-table issues', dataset: { testid } },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...['import.row', 'issue.field', 'issue.value', 'issue.reason'].map((key) =>
            element('th', { scope: 'col', text: t(key) }),
          ),
        ),
      ),
      element('tbody', {}, ...issues.slice(0, MOST).map((issue) => issueRow(issue, declaration))),
    ),
    issues.length > MOST ? element('p', { class: 'quiet', text: t('issue.more', { count: issues.length - MOST }) }) : null,
  );
}

function issueRow({ row, field, value, reason, suggestions = [] }, declaration) {
  const words = reasonWords(reason);
  return element(
    'tr',
    {},
    element('th', { scope: 'row', class: 'number', text: row ? String(row) : t('issue.all') }),
    element('td', { text: fieldTitle(declaration, field) }),
    element('td', { class: 'issues__value', text: value ?? '' }),
    element(
      'td',
      {},
      element('span', { text: words.text, lang: words.lang }),
      suggestions.length
        ? element('span', { class: 'issues__perhaps', text: t('issue.perhaps', { names: suggestions.join(t('names.separator')) }) })
        : null,
    ),
  );
}

/** What a field is called; the key and the place are no fields of their own. */
export function fieldTitle(declaration, name) {
  if (!name) return '';
  if (name === 'id') return t('role.id');
  if (name === 'geometry') return t('history.geometry');
  if (name === 'valid_from') return t('edit.validFrom');
  if (name === 'valid_to') return t('edit.lastDay');
  return titleOf(declaration.fields.find((field) => field.name === name)?.title) || name;
}

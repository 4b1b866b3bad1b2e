import { element } from '../../dom.js';
import { t } from '../../i18n.js';

/** The first rows of the file as they are. */
export function sampleTable({ description, sample }) {
  const { columns, headerRow } = description;
  return element(
    'details',
    { class: 'more sample' },
    element('summary', { text: t('import.sample', { count: sample.length }) }),
    element(
      'div',
      { class: 'sample__frame', tabindex: '0', role: 'region', 'aria-label': t('import.sample', { count: sample.length }) },
      element(
        'table',
        { class: 'grid-table' },
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            element('th', { scope: 'col', class: 'grid-table__row', text: t('import.row') }),
            ...columns.map((name) => element('th', { scope: 'col', text: name })),
          ),
        ),
        element(
          'tbody',
          {},
          ...sample.map((cells, index) =>
            element(
              'tr',
              {},
              element('th', { scope: 'row', class: 'grid-table__row number', text: String(headerRow + 1 + index) }),
              ...columns.map((name, column) => element('td', { text: cells[column] ?? '' })),
            ),
          ),
        ),
      ),
    ),
  );
}

import { element } from '../../dom.js';
import { icon } from '../../icons.js';
import { t } from '../../i18n.js';

/**
 * The headings: choosing all, sorting, and a filter where a column has a closed list of values.
 *
 * @param {{rows: Row[], columns: Column[], sort: string, isFiltered: (column) => boolean}} shown
 * @param {{selection: Selection, sort: (id) => void, filter: (column, button) => void}} actions
 */
export function headerRow({ rows, columns, sort, isFiltered }, { selection, sort: sortBy, filter }) {
  const keys = rows.map(({ key }) => key);
  const chosen = keys.filter((key) => selection.has(key)).length;
  const all = element('input', {
    type: 'checkbox',
    checked: chosen > 0 && chosen === keys.length,
    'aria-label': t('table.selectAll'),
    dataset: { testid: 'select-all' },
    on: { change: ({ target }) => (target.checked ? selection.add(keys) : selection.clear()) },
  });
  all.indeterminate = chosen > 0 && chosen < keys.length;
  return element(
    'div',
    { class: 'grid__heads', role: 'row', 'aria-rowindex': 1 },
    element('div', { class: 'grid__check', role: 'columnheader' }, all),
    ...columns.map((column) => heading(column, sort, isFiltered(column), sortBy, filter)),
  );
}

function heading(column, sort, filtered, sortBy, filter) {
  const way = sort === column.id ? 'ascending' : sort === `-${column.id}` ? 'descending' : null;
  const title = column.title();
  return element(
    'div',
    {
      class: `grid__heading${column.isNumber ? ' grid__heading--number' : ''}${column.id === 'name' ? ' grid__cell--name' : ''}`,
      role: 'columnheader',
      'aria-sort': way ?? 'none',
    },
    element(
      'button',
      {
        type: 'button',
        class: 'grid__sort',
        title: t('table.sortBy', { title }),
        dataset: { testid: `sort-${column.id}`, focus: `sort-${column.id}` },
        on: { click: () => sortBy(way === 'ascending' ? `-${column.id}` : column.id) },
      },
      element('span', { text: title }),
      way ? icon(way === 'ascending' ? 'up' : 'down', 14) : null,
    ),
    column.field
      ? element(
          'button',
          {
            type: 'button',
            class: 'grid__filter',
            'aria-pressed': String(filtered),
            'aria-label': t('table.filterBy', { title }),
            title: t('table.filterBy', { title }),
            dataset: { testid: `column-filter-${column.id}`, focus: `column-filter-${column.id}` },
            on: { click: (event) => filter(column, event.currentTarget) },
          },
          icon('funnel', 14),
        )
      : null,
  );
}

import { element } from '../../dom.js';
import { t } from '../../i18n.js';
import { symbolCanvas } from '../../symbols.js';

/**
 * One object as a row of the table.
 *
 * @param {Row} row
 * @param {Column[]} columns
 * @param {Drawing} drawing of its layer
 */
export function tableRow(row, columns, drawing, { place, selected, active }) {
  const name = row.item.name ?? row.item.id;
  return element(
    'div',
    {
      class: 'grid__row',
      role: 'row',
      tabindex: active ? 0 : -1,
      'aria-rowindex': place + 2,
      'aria-selected': String(selected),
      dataset: { testid: 'table-row', id: row.item.id, layer: row.item.layer, index: place },
    },
    element(
      'div',
      { class: 'grid__check', role: 'gridcell' },
      element('input', {
        type: 'checkbox',
        tabindex: -1,
        checked: selected,
        'aria-label': t('table.select', { name }),
      }),
    ),
    ...columns.map((column) => cell(row, column, drawing)),
  );
}

function cell(row, column, drawing) {
  const text = column.text(row);
  const isName = column.id === 'name';
  return element(
    'div',
    {
      class: `grid__cell${column.isNumber ? ' grid__cell--number number' : ''}${isName ? ' grid__cell--name' : ''}`,
      role: 'gridcell',
      title: text.length > 10 ? text : null,
    },
    isName ? symbolCanvas(drawing.styleOf(row.item.properties), 20) : null,
    element('span', { text: text || (isName ? row.item.id : '–') }),
  );
}

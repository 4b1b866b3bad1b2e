import { element } from '../../dom.js';
import * as format from '../../format.js';
import { t } from '../../i18n.js';
import { openDialog } from '../dialog.js';
import { NONE, NOTHING } from '../state.js';

/**
 * The values of a column to choose from, each with how often it is there.
 *
 * @param {Column} column
 * @param {Map<string, {text: string, count: number}>} values
 * @param {Set<string>} chosen empty when nothing is filtered
 * @param {(values: Set<string>) => void} choose
 */
export function filterDialog(column, values, chosen, choose) {
  const sorted = [...values].sort(([a, x], [b, y]) =>
    a === NOTHING ? 1 : b === NOTHING ? -1 : y.count - x.count,
  );
  openDialog(
    { title: t('table.filterBy', { title: column.title() }), testid: 'filter-dialog' },
    (dialog) => [
      element(
        'form',
        {
          class: 'pick',
          method: 'dialog',
          on: {
            submit: (event) => {
              const data = new FormData(event.target);
              choose(new Set(data.getAll('value')));
            },
          },
        },
        element(
          'ul',
          { class: 'plain-list pick__list' },
          ...sorted.map(([value, { text, count }]) =>
            element(
              'li',
              {},
              element(
                'label',
                { class: 'pick__one' },
                element('input', { type: 'checkbox', name: 'value', value, checked: chosen.has(value) }),
                element('span', { text: value === NOTHING ? t('table.empty') : text }),
                element('span', { class: 'quiet number', text: format.count(count) }),
              ),
            ),
          ),
        ),
        element(
          'div',
          { class: 'dialog__actions' },
          element('button', {
            type: 'button',
            class: 'button',
            text: t('table.noFilter'),
            on: {
              click: () => {
                choose(new Set());
                dialog.close();
              },
            },
          }),
          element('button', { class: 'button button--main', text: t('table.apply'), dataset: { testid: 'apply' } }),
        ),
      ),
    ],
  );
}

/**
 * The filters with those of one column set, for each layer that has the field: a layer of which no
 * value was chosen shows nothing.
 *
 * @param {Map<string, Set<string>>} filters by `layer.field`
 * @param {Map<string, Set<string>>} valuesByLayer which values each layer has
 */
export function withColumnFilter(filters, field, chosen, valuesByLayer) {
  const next = new Map(filters);
  for (const [layer, values] of valuesByLayer) {
    const own = [...chosen].filter((value) => values.has(value));
    if (chosen.size === 0) next.delete(`${layer}.${field}`);
    else next.set(`${layer}.${field}`, new Set(own.length ? own : [NONE]));
  }
  return next;
}

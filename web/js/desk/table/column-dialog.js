import { element } from '../../dom.js';
import { icon } from '../../icons.js';
import { t } from '../../i18n.js';
import { openDialog } from '../dialog.js';

/**
 * Which columns to show, and in which order.
 *
 * @param {Map<string, Column>} all
 * @param {string[]} shown their ids in order
 * @param {(ids: string[]|null) => void} choose null for the usual ones
 */
export function columnDialog(all, shown, choose) {
  let order = [...shown, ...[...all.keys()].filter((id) => !shown.includes(id))];
  const chosen = new Set(shown);
  const list = element('ul', { class: 'plain-list pick__list' });
  const move = (id, by) => {
    const from = order.indexOf(id);
    const to = Math.max(0, Math.min(order.length - 1, from + by));
    order = order.filter((one) => one !== id);
    order.splice(to, 0, id);
    write();
    list.querySelector(`[data-move="${id}${by}"]`)?.focus();
  };
  const write = () =>
    list.replaceChildren(
      ...order.map((id) =>
        element(
          'li',
          { class: 'pick__row' },
          element(
            'label',
            { class: 'pick__one' },
            element('input', {
              type: 'checkbox',
              checked: chosen.has(id),
              dataset: { testid: `column-${id}` },
              on: { change: ({ target }) => (target.checked ? chosen.add(id) : chosen.delete(id)) },
            }),
            element('span', { text: all.get(id).title() }),
          ),
          mover(id, -1, 'up', 'table.earlier', all, move),
          mover(id, 1, 'down', 'table.later', all, move),
        ),
      ),
    );
  write();
  const done = (dialog, ids) => {
    dialog.close();
    choose(ids?.length ? ids : null);
  };
  openDialog({ title: t('table.columns'), testid: 'column-dialog' }, (dialog) => [
    list,
    element(
      'div',
      { class: 'dialog__actions' },
      element('button', {
        type: 'button',
        class: 'button',
        text: t('table.usual'),
        on: { click: () => done(dialog, null) },
      }),
      element('button', {
        type: 'button',
        class: 'button button--main',
        text: t('table.apply'),
        dataset: { testid: 'apply' },
        on: { click: () => done(dialog, order.filter((id) => chosen.has(id))) },
      }),
    ),
  ]);
}

function mover(id, by, sign, key, all, move) {
  return element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': t(key, { title: all.get(id).title() }),
      dataset: { move: `${id}${by}` },
      on: { click: () => move(id, by) },
    },
    icon(sign, 16),
  );
}

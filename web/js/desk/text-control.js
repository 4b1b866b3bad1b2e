import { element } from '../dom.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';

/**
 * The text that names or ids must hold, to be taken away. The table has a field for it; the list
 * keeps to it as well.
 *
 * @param {DeskState} state
 * @param {(text: string) => void} change
 */
export function textControl({ view, text }, change) {
  if (view === 'table' || !text) return '';
  return element(
    'div',
    { class: 'control text-chosen' },
    element('span', { class: 'control__title', text: t('table.text') }),
    element(
      'button',
      {
        type: 'button',
        class: 'chip',
        'aria-pressed': 'true',
        'aria-label': t('desk.clearText', { text }),
        dataset: { testid: 'text-chosen' },
        on: { click: () => change('') },
      },
      element('span', { class: 'text-chosen__text', text }),
      icon('close', 14),
    ),
  );
}

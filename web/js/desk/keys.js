import { element } from '../dom.js';
import { t } from '../i18n.js';
import { openDialog } from './dialog.js';

const OFF = 'zeren.desk.noKeys';
const LIST = [
  ['/', 'keys.find'],
  ['?', 'keys.help'],
  ['t', 'keys.view'],
  ['s', 'keys.searches'],
  ['c', 'keys.columns'],
  ['b', 'keys.bulk'],
  ['m', 'keys.map'],
  ['l', 'keys.rows'],
  ['↑ ↓', 'keys.move'],
  ['PgUp PgDn', 'keys.page'],
  ['Home End', 'keys.ends'],
  ['Space', 'keys.choose'],
  ['Shift + ↑ ↓', 'keys.extend'],
  ['Ctrl + A', 'keys.all'],
  ['Enter', 'keys.open'],
  ['Esc', 'keys.close'],
];

// Letters say nothing to what is switched or slid.
const TYPED_INTO = 'input:not([type=radio], [type=checkbox], [type=range]), select, textarea, dialog';

/**
 * Single keys that act from anywhere but fields. They can be turned off, for those whose way of
 * speaking to the machine types letters by itself.
 *
 * @param {Record<string, () => void>} acts by key
 */
export function startKeys(acts) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest?.(TYPED_INTO)) return;
    const act = acts[event.key];
    if (!act || (event.key !== '?' && localStorage.getItem(OFF))) return;
    event.preventDefault();
    act();
  });
}

/** What the keys do. */
export function keysDialog() {
  openDialog({ title: t('keys.title'), testid: 'keys' }, () => [
    element(
      'dl',
      { class: 'keys' },
      ...LIST.map(([key, text]) =>
        element(
          'div',
          { class: 'keys__one' },
          element('dt', {}, element('kbd', { text: key })),
          element('dd', { text: t(text) }),
        ),
      ),
    ),
    element(
      'label',
      { class: 'pick__one' },
      element('input', {
        type: 'checkbox',
        class: 'switch',
        checked: !localStorage.getItem(OFF),
        on: {
          change: ({ target }) =>
            target.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1'),
        },
      }),
      element('span', { text: t('keys.on') }),
    ),
  ]);
}

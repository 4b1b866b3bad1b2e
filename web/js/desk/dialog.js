import { element } from '../dom.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';

/**
 * A window over the page: Esc and its button close it, and the keyboard returns to where it was.
 *
 * @param {{title: string, testid: string, wide?: boolean}} about
 * @param {(dialog: HTMLDialogElement) => Node[]} content
 */
export function openDialog({ title, testid, wide = false }, content) {
  const before = document.activeElement;
  const dialog = element('dialog', {
    class: wide ? 'dialog dialog--wide' : 'dialog',
    'aria-labelledby': `${testid}-title`,
    dataset: { testid },
  });
  dialog.append(
    element(
      'header',
      { class: 'dialog__head' },
      element('h2', { class: 'dialog__title', id: `${testid}-title`, text: title }),
      element(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': t('card.close'),
          dataset: { testid: 'dialog-close' },
          on: { click: () => dialog.close() },
        },
        icon('close'),
      ),
    ),
    ...content(dialog),
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus?.({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

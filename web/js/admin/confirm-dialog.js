import { element } from '../dom.js';
import { t } from '../i18n.js';

/**
 * Asks before something is done that others will see.
 *
 * @param {{title: string, text: string, action: string, danger?: boolean, more?: Node}} question
 * @returns {Promise<boolean>} whether it shall be done
 */
export function confirmed({ title, text, action, danger = false, more = null }) {
  return new Promise((answer) => {
    const dialog = element(
      'dialog',
      { class: 'ask', 'aria-labelledby': 'ask-title' },
      element(
        'form',
        { method: 'dialog' },
        element('h2', { class: 'ask__title', id: 'ask-title', text: title }),
        element('p', { text }),
        more,
        element(
          'div',
          { class: 'ask__actions' },
          element('button', { class: 'button', value: 'no', text: t('edit.cancel') }),
          element('button', {
            class: danger ? 'button button--danger' : 'button button--main',
            value: 'yes',
            text: action,
            dataset: { testid: 'confirm' },
          }),
        ),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      answer(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

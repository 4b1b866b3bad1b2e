import { copyButton } from '../../copy.js';
import { element } from '../../dom.js';
import { t } from '../../i18n.js';

/** Shows a one-time password until whoever reads it says to have kept it: nobody can read it again. */
export function showPasswordOnce(name, password) {
  return new Promise((kept) => {
    const dialog = element(
      'dialog',
      { class: 'ask', 'aria-labelledby': 'once-title', dataset: { testid: 'once' } },
      element(
        'form',
        { method: 'dialog' },
        element('h2', { class: 'ask__title', id: 'once-title', text: t('accounts.once', { name }) }),
        element('code', { class: 'once', text: password, dataset: { testid: 'once-password' } }),
        element('p', { text: t('accounts.onceAdvice') }),
        copyButton('accounts.onceCopy', () => password),
        element(
          'div',
          { class: 'ask__actions' },
          element('button', {
            class: 'button button--main',
            text: t('accounts.onceKept'),
            dataset: { testid: 'once-kept' },
          }),
        ),
      ),
    );
    // The escape key is too near for what cannot be shown again.
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    dialog.addEventListener('close', () => {
      dialog.remove();
      kept();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

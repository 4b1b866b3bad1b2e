import { element } from '../dom.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';

/**
 * Says at the edge of the window what was done, with a way back; stays until it is closed or something
 * else is said.
 *
 * @param {string} text
 * @param {{key: string, act: () => void}|null} [way]
 */
export function toast(text, way = null) {
  document.querySelector('.toast')?.remove();
  const node = element(
    'div',
    { class: 'toast', role: 'status', dataset: { testid: 'toast' } },
    element('span', { text }),
    way
      ? element('button', {
          type: 'button',
          class: 'button',
          text: t(way.key),
          dataset: { testid: 'toast-act' },
          on: {
            click: () => {
              node.remove();
              way.act();
            },
          },
        })
      : null,
    element(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': t('card.close'), on: { click: () => node.remove() } },
      icon('close'),
    ),
  );
  document.body.append(node);
}

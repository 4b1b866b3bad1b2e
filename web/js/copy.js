import { element } from './dom.js';
import { icon } from './icons.js';
import { t } from './i18n.js';

/**
 * A button that puts a text on the clipboard and says so.
 *
 * @param {string} key of the button's own words
 * @param {() => string} text
 */
export function copyButton(key, text) {
  const words = element('span', { text: t(key) });
  return element(
    'button',
    {
      type: 'button',
      class: 'button button--quiet copy',
      dataset: { testid: 'copy' },
      on: {
        click: async () => {
          words.textContent = t((await copied(text())) ? 'copy.done' : 'copy.failed');
        },
      },
    },
    icon('copy', 18),
    words,
  );
}

// Browsers keep the clipboard from pages that came over plain http, as in an office's own network;
// the old way works there as well.
async function copied(text) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by whoever looks at the page: the old way may still do.
    }
  }
  const area = element('textarea', { class: 'aside-only', 'aria-hidden': 'true', readonly: true });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

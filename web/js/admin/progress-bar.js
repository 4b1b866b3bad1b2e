import { element } from '../dom.js';
import { t } from '../i18n.js';

/**
 * How far something is that takes time, and a way to stop it.
 *
 * @returns {{node: HTMLElement, show: (share: number|null, text: string) => void}} a share of null is
 *     one that is not known
 */
export function progressBar(title, cancel) {
  const done = element('div', { class: 'progress__done' });
  const bar = element(
    'div',
    { class: 'progress', role: 'progressbar', 'aria-valuemin': '0', 'aria-valuemax': '100', 'aria-label': title },
    done,
  );
  const said = element('span', { class: 'quiet number' });
  const node = element(
    'div',
    { class: 'working', dataset: { testid: 'working' } },
    element('p', { class: 'working__title' }, element('span', { text: title }), said),
    bar,
    element('button', {
      type: 'button',
      class: 'button',
      text: t('edit.cancel'),
      dataset: { testid: 'cancel-work' },
      on: { click: cancel },
    }),
  );
  const show = (share, text) => {
    bar.classList.toggle('progress--unknown', share === null);
    if (share === null) bar.removeAttribute('aria-valuenow');
    else bar.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    done.style.width = share === null ? '' : `${Math.round(share * 100)}%`;
    said.textContent = text || (share === null ? '' : `${Math.round(share * 100)}%`);
  };
  show(0, '');
  return { node, show };
}

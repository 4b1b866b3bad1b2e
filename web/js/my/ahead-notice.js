import { element } from '../dom.js';
import { language, t } from '../i18n.js';

/**
 * What was recorded for a later day stands in no list of today: says so until it was read, and leads to
 * where it can be seen.
 *
 * @param {{layer: string, id: string, state: object}[]} recorded
 * @param {() => void} read
 */
export function aheadNotice(recorded, read) {
  return element(
    'div',
    { class: 'notice', role: 'status', dataset: { testid: 'own-ahead' } },
    element('p', { class: 'notice__title', text: t('my.ahead') }),
    element('ul', { class: 'plain-list' }, ...recorded.map((one) => element('li', {}, link(one)))),
    element('button', { type: 'button', class: 'button', text: t('my.aheadRead'), dataset: { testid: 'ahead-read' }, on: { click: read } }),
  );
}

function link({ layer, id, state }) {
  const history = new URLSearchParams({ view: 'edit', feature: `${layer}/${id}`, tab: 'history' });
  if (language() !== 'zh') history.set('lang', language());
  return element('a', {
    href: `/admin?${history}`,
    text: t('my.aheadOne', { name: state.values.name ?? id, day: state.validFrom }),
  });
}

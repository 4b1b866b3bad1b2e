import { element } from '../dom.js';
import { t } from '../i18n.js';

/** One finding on one line: its kind, what it is about, what is wrong. */
export function findingRow(finding, words, { place, size, open }) {
  const title = words.title(finding);
  return element(
    'div',
    { class: 'finding', role: 'listitem', 'aria-posinset': place + 1, 'aria-setsize': size },
    element(
      'button',
      {
        type: 'button',
        class: 'finding__button',
        tabindex: -1,
        'aria-expanded': String(open),
        dataset: { testid: 'finding', id: finding.id, kind: finding.kind, state: finding.state },
      },
      element('span', { class: 'finding__kind', text: t(`finding.${finding.kind}`) }),
      element('span', { class: 'finding__name', text: title, title }),
      element('span', { class: 'finding__facts number', text: words.facts(finding) }),
      mark(finding),
    ),
  );
}

function mark({ state, new: fresh }) {
  if (state !== 'open') {
    return element('span', { class: `tag tag--${state}`, text: t(`finding.state_${state}`) });
  }
  return fresh ? element('span', { class: 'tag', text: t('finding.new') }) : null;
}

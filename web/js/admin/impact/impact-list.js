import { element } from '../../dom.js';
import * as format from '../../format.js';
import { t } from '../../i18n.js';

const PAGE = 20;

/** A list that unfolds, and shows twenty of its rows at a time. */
export function impactList(testid, title, items, row) {
  const list = element('ul', { class: 'plain-list' });
  const more = element('button', { type: 'button', class: 'button button--quiet' });
  const add = () => {
    const shown = list.children.length;
    list.append(...items.slice(shown, shown + PAGE).map(row));
    const left = items.length - list.children.length;
    more.hidden = left === 0;
    more.textContent = t('result.more', { count: format.count(left) });
  };
  more.addEventListener('click', add);
  add();
  return element(
    'details',
    { class: 'impact__list', open: items.length <= PAGE, dataset: { testid: `list-${testid}` } },
    element('summary', {}, title, element('span', { class: 'number', text: ` ${format.count(items.length)}` })),
    list,
    more,
  );
}

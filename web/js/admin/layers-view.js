import { findChanges } from '../api-edit.js';
import { element } from '../dom.js';
import { t } from '../i18n.js';
import { notice } from '../notice.js';
import { settings } from '../page-settings.js';
import { LayerView } from './layer/layer-view.js';
import { layerGroups } from './layer-groups.js';
import { LayerRow } from './layer-row.js';
import { officePage, pageHead } from './page-head.js';
import { sectionLink } from './route.js';

/** All layers: what they hold, what happened last, and the ways in and out. */
export class LayersView {
  constructor(root, declarations, route) {
    this.root = root;
    this.groups = layerGroups(declarations);
    this.route = route;
    const about = route.tab === 'about' && declarations.find(({ id }) => id === route.layer);
    this.one = about ? new LayerView(root, declarations, about) : null;
  }

  get holds() {
    return Boolean(this.one?.holds);
  }

  mayLeave() {
    return this.one.mayLeave();
  }

  async start() {
    if (this.one) {
      await this.one.start();
      return;
    }
    const all = this.groups.flatMap(({ layers }) => layers);
    const rows = new Map(all.map((one) => [one, new LayerRow(one, one.id === this.route.layer)]));
    const empty = all.every(({ count }) => count === 0);
    this.root.replaceChildren(
      officePage(
        pageHead(
          t('admin.layers'),
          t('layers.about'),
          settings.mayImport
            ? sectionLink(
                { view: 'import' },
                { class: 'button button--main', dataset: { testid: 'start-import' } },
                t('layers.import'),
              )
            : null,
        ),
        empty ? notice('nothing-yet', t('layers.nothing'), t('layers.nothingAdvice')) : null,
        ...this.groups.flatMap(({ title, layers }) => [
          element('h2', { class: 'block__title ledger__title', text: title }),
          element(
            'div',
            { class: 'ledger', role: 'table', 'aria-label': title },
            headRow(),
            ...layers.map((one) => rows.get(one).node),
          ),
        ]),
      ),
    );
    await Promise.all([...rows.values()].map(async (row) => row.tellLast(await lastChange(row.declaration))));
  }
}

function headRow() {
  const names = ['layers.layer', 'layers.count', 'layers.seen', 'layers.last', 'layers.do'];
  return element(
    'div',
    { class: 'ledger__row ledger__row--head', role: 'row' },
    ...names.map((name) => element('span', { role: 'columnheader', text: t(name) })),
  );
}

// A layer whose last change cannot be told is shown all the same.
async function lastChange({ id }) {
  try {
    return (await findChanges(id, 1))[0] ?? null;
  } catch {
    return null;
  }
}

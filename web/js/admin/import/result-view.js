import { element } from '../../dom.js';
import { icon } from '../../icons.js';
import { t } from '../../i18n.js';
import { isTable } from '../../tables.js';
import { ChangeList } from './change-list.js';
import { issueList } from './issue-list.js';
import { PreviewMap } from './preview-map.js';
import { resultTiles } from './result-tiles.js';

/** What a check or a commit has found: counts, the map, and lists to look into. */
export class ResultView {
  constructor(result, declaration, declarations) {
    this.result = result;
    this.declaration = declaration;
    this.preview = isTable(declaration) ? null : new PreviewMap(declarations);
    this.pane = element('div', { class: 'result__pane' });
    this.tabs = element('div', { class: 'tabs tabs--wide', role: 'group', 'aria-label': t('result.lists') });
    this.node = element(
      'div',
      { class: 'result', dataset: { testid: 'result' } },
      resultTiles(result),
      this.preview?.node,
      this.tabs,
      this.pane,
    );
  }

  /** To be called when the node is in the page. */
  async start() {
    const { errors, warnings, refused, changed, created, closed, id } = this.result;
    const lists = [
      refused && ['refused', refused, () => this.refused(errors)],
      changed && ['changed', changed, () => this.changes(id, 'changed')],
      created && ['created', created, () => this.changes(id, 'created')],
      closed && ['closed', closed, () => this.changes(id, 'closed')],
      warnings.length && ['warnings', warnings.length, () => issueList(warnings, this.declaration, 'warnings')],
    ].filter(Boolean);
    this.tabs.replaceChildren(...lists.map(([kind, count, make]) => this.tab(kind, count, make)));
    this.tabs.firstChild?.click();
    this.preview?.start();
    await this.preview?.load(id);
  }

  tab(kind, count, make) {
    const button = element('button', {
      type: 'button',
      class: 'tabs__one',
      'aria-pressed': 'false',
      text: `${t(`result.${kind}`)} ${count}`,
      dataset: { testid: `tab-${kind}` },
    });
    button.addEventListener('click', () => {
      [...this.tabs.children].forEach((one) => one.setAttribute('aria-pressed', String(one === button)));
      this.pane.replaceChildren(make());
    });
    return button;
  }

  refused(errors) {
    return element(
      'div',
      { class: 'result__refused' },
      element(
        'p',
        {},
        element('span', { text: t('result.refusedAdvice') }),
      ),
      this.result.refusedFile
        ? element(
            'a',
            { class: 'button', href: this.result.refusedFile, download: true, dataset: { testid: 'refused-file' } },
            icon('download', 18),
            t('result.refusedFile'),
          )
        : null,
      issueList(errors, this.declaration, 'refused-rows'),
    );
  }

  changes(id, kind) {
    const list = new ChangeList(id, kind, this.declaration, this.preview && ((place) => this.preview.reveal(place)));
    list.load();
    return list.node;
  }

  end() {
    this.preview?.end();
  }
}

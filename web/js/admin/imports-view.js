import { cancelJob, deleteImport, findImports, findMoreImports, getJob, undoImport } from '../api-import.js';
import { element } from '../dom.js';
import { failureBox } from '../failure.js';
import * as format from '../format.js';
import { t, titleOf } from '../i18n.js';
import { notice } from '../notice.js';
import { confirmed } from './confirm-dialog.js';
import { importRow } from './import-row.js';
import { officePage, pageHead } from './page-head.js';
import { sectionLink } from './route.js';

const EACH = 1000;

/** All imports, the newest first; those at work say how far they are. */
export class ImportsView {
  constructor(root, declarations, route) {
    this.root = root;
    this.declarations = declarations;
    this.layer = route.layer;
    this.list = element('div', { class: 'import-list', dataset: { testid: 'imports' } });
    this.message = element('div', { 'aria-live': 'polite' });
    this.more = element('button', { type: 'button', class: 'button', hidden: true, on: { click: () => this.loadMore() } });
    this.jobs = new Map();
  }

  async start() {
    this.root.replaceChildren(
      officePage(pageHead(t('admin.imports'), t('imports.about')), this.filter(), this.message, this.list, this.more),
    );
    await this.load();
  }

  filter() {
    const chip = (layer, text) =>
      sectionLink(
        { view: 'imports', layer },
        { class: 'chip', 'aria-current': layer === this.layer ? 'true' : null },
        text,
      );
    return element(
      'div',
      { class: 'chips', role: 'group', 'aria-label': t('edit.layer') },
      chip(null, t('imports.all')),
      ...[...this.declarations].reverse().map(({ id, title }) => chip(id, titleOf(title))),
    );
  }

  async load() {
    const page = await findImports(this.layer);
    this.imports = page.imports;
    this.next = page.next;
    this.write(page.total);
  }

  async loadMore() {
    try {
      const page = await findMoreImports(this.next);
      this.imports.push(...page.imports);
      this.next = page.next;
      this.write(page.total);
    } catch (failure) {
      this.say(failure);
    }
  }

  write(total) {
    this.more.hidden = !this.next;
    this.more.textContent = t('result.more', { count: format.count(total - this.imports.length) });
    this.list.replaceChildren(
      ...(this.imports.length === 0
        ? [notice('no-imports', t('imports.none'), t('imports.noneAdvice'), sectionLink({ view: 'import', layer: this.layer }, { class: 'button button--main' }, t('layers.import')))]
        : this.imports.map((one) => this.row(one))),
    );
    clearTimeout(this.timer);
    if (this.imports.some(isActive)) this.timer = setTimeout(() => this.poll(total), EACH);
  }

  row(one) {
    return importRow(one, this.declarations, this.jobs.get(one.id) ?? null, {
      undo: () => this.undo(one),
      remove: () => this.remove(one),
      cancel: () => cancelJob(one.id).catch((failure) => this.say(failure)),
    });
  }

  async poll(total) {
    try {
      for (const { id } of this.imports.filter(isActive)) this.jobs.set(id, await getJob(id));
      if ([...this.jobs.values()].some(({ state }) => !['waiting', 'running'].includes(state))) {
        this.jobs.clear();
        await this.load();
        return;
      }
      if (!this.left) this.write(total);
    } catch (failure) {
      this.say(failure);
    }
  }

  async undo({ id, fileName }) {
    const wanted = await confirmed({
      title: t('import.undoTitle'),
      text: t('import.undoText', { name: fileName }),
      action: t('import.undo'),
      danger: true,
    });
    if (wanted) await this.tried(() => undoImport(id));
  }

  async remove({ id, fileName }) {
    const wanted = await confirmed({
      title: t('imports.removeTitle'),
      text: t('imports.removeText', { name: fileName }),
      action: t('imports.remove'),
      danger: true,
    });
    if (wanted) await this.tried(() => deleteImport(id));
  }

  async tried(action) {
    try {
      await action();
      this.message.replaceChildren();
      await this.load();
    } catch (failure) {
      this.say(failure);
    }
  }

  say(failure) {
    this.message.replaceChildren(failureBox(failure, () => this.load()));
  }

  leave() {
    this.left = true;
    clearTimeout(this.timer);
  }
}

function isActive({ state }) {
  return state === 'checking' || state === 'committing';
}

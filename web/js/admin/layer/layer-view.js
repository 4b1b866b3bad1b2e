import { changeAppearance, findAppearance } from '../../api-admin.js';
import { element } from '../../dom.js';
import { failureBox } from '../../failure.js';
import * as format from '../../format.js';
import { t, titleOf } from '../../i18n.js';
import { settings } from '../../page-settings.js';
import { confirmed } from '../confirm-dialog.js';
import { layerSymbol } from '../layer-row.js';
import { officePage, pageHead } from '../page-head.js';
import { go, sectionLink } from '../route.js';
import { declarationWords } from './declaration-words.js';
import { LookForm } from './look-form.js';

/** One layer: what is declared of it, and for administrators what it is called and how it is drawn. */
export class LayerView {
  constructor(root, declarations, declaration) {
    Object.assign(this, { root, declarations, declaration });
    this.form = null;
  }

  async start() {
    const { declaration } = this;
    const look = settings.isAdministrator ? await findAppearance(declaration.id) : null;
    this.form = look ? new LookForm(declaration, look, () => this.changed()) : null;
    this.root.replaceChildren(
      officePage(
        element('p', {}, sectionLink({ view: 'layers' }, { class: 'back-link' }, t('layer.back'))),
        pageHead(titleOf(declaration.title), t('layer.about'), layerSymbol(declaration)),
        this.form?.node ?? null,
        look?.history.length ? this.history(look) : null,
        element('section', { class: 'card', 'aria-label': t('layer.declared') }, ...declarationWords(declaration, this.declarations)),
      ),
    );
  }

  history(look) {
    return element(
      'section',
      { class: 'card', 'aria-labelledby': 'look-history' },
      element('h2', { class: 'block__title', id: 'look-history', text: t('look.history') }),
      element(
        'ul',
        { class: 'plain-list' },
        ...look.history.map((entry, index) => this.entry(look, entry, index)),
      ),
    );
  }

  entry(look, { number, appearance, at, by }, index) {
    const said = [
      appearance.title ? titleOf(appearance.title) : null,
      ...Object.values(appearance.fields).map(titleOf),
      ...Object.values(appearance.style),
      ...Object.values(appearance.byValue).flatMap(Object.values),
    ].filter(Boolean);
    return element(
      'li',
      { class: 'look__entry', dataset: { testid: 'look-entry' } },
      element('span', { class: 'number', text: `${format.moment(at)} ${by}` }),
      element('span', { class: 'quiet', text: said.length ? format.names(said.map(String)) : t('look.declaredAgain') }),
      index === 0
        ? element('span', { class: 'tag', text: t('look.now') })
        : element('button', {
            type: 'button',
            class: 'button',
            text: t('look.again'),
            dataset: { testid: `look-again-${number}` },
            on: { click: () => this.back(look, appearance) },
          }),
    );
  }

  async back(look, appearance) {
    if (this.holds && !(await this.mayLeave())) return;
    try {
      await changeAppearance(this.declaration.id, look.number, appearance);
      await this.changed();
    } catch (failure) {
      this.form.problem.replaceChildren(failureBox(failure, () => this.start()));
    }
  }

  get holds() {
    return Boolean(this.form?.holds);
  }

  mayLeave() {
    return confirmed({ title: t('accounts.leave'), text: t('accounts.leaveAsk'), action: t('accounts.leaveYes') });
  }

  async changed() {
    this.form.holds = false;
    await go({ view: 'layers', layer: this.declaration.id, tab: 'about' });
  }
}

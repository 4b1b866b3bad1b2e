import { findAccount } from '../../api-account.js';
import { findAccounts, findExtent } from '../../api-admin.js';
import { element } from '../../dom.js';
import * as format from '../../format.js';
import { icon } from '../../icons.js';
import { language, t } from '../../i18n.js';
import { officePage, pageHead } from '../page-head.js';
import { sectionLink } from '../route.js';
import { templateLink } from '../template-link.js';
import { ExtentChoice } from './extent-choice.js';
import { stepsOf } from './steps.js';

/** The way from an empty database to the first objects; what is done is seen from the data itself. */
export class StartView {
  constructor(root, declarations) {
    Object.assign(this, { root, declarations });
  }

  async start() {
    const [own, extent, accounts] = await Promise.all([findAccount(), findExtent(), findAccounts()]);
    this.extent = extent;
    const steps = stepsOf(this.declarations, own, extent, accounts);
    const done = steps.filter((step) => step.done).length;
    const next = steps.find((step) => !step.done);
    this.choice?.end();
    this.choice = null;
    this.root.replaceChildren(
      officePage(
        pageHead(t('admin.start'), t(next ? 'start.about' : 'start.allDone')),
        element('progress', { class: 'start__bar', max: steps.length, value: done, 'aria-label': t('start.done', { done, all: steps.length }) }),
        element('p', { class: 'quiet number', dataset: { testid: 'start-done' }, text: t('start.done', { done, all: steps.length }) }),
        element('ol', { class: 'plain-list start' }, ...steps.map((step, index) => this.step(step, index + 1, step === next))),
      ),
    );
  }

  step(step, number, isNext) {
    const { id, done, count } = step;
    const body = element('div', { class: 'start__body' }, element('p', { text: t(`startabout.${id}`) }), this.doing(step));
    const said = done ? t('start.isDone') : t(isNext ? 'start.isNext' : 'start.isOpen');
    const node = element(
      'details',
      { class: `card start__step${done ? ' start__step--done' : ''}`, open: isNext, dataset: { testid: `step-${id}`, done: String(done) } },
      element(
        'summary',
        { class: 'start__head' },
        element('span', { class: 'start__number number', 'aria-hidden': 'true' }, done ? icon('check', 18) : String(number)),
        element('span', { class: 'start__title', text: t(`start.${id}`) }),
        element('span', { class: 'quiet start__state', text: done && count !== undefined ? `${said} · ${format.count(count)}` : said }),
      ),
      body,
    );
    if (id === 'extent') {
      node.addEventListener('toggle', () => this.openExtent(node, body));
    }
    return element('li', {}, node);
  }

  openExtent(node, body) {
    if (!node.open || this.choice) return;
    this.choice = new ExtentChoice(this.declarations, this.extent, () => this.start());
    body.append(this.choice.node);
    this.choice.start();
  }

  doing({ id, layer }) {
    if (id === 'password') {
      const address = language() === 'zh' ? '/account' : `/account?lang=${language()}`;
      return actions(element('a', { class: 'button', href: address, text: t('start.toPassword') }));
    }
    if (id === 'extent') return element('p', { class: 'quiet', dataset: { testid: 'extent-now' }, text: this.extentWords() });
    if (id === 'people') {
      return actions(
        sectionLink({ view: 'accounts', new: '1' }, { class: 'button button--main', dataset: { testid: 'invite' } }, t('accounts.new')),
        sectionLink({ view: 'accounts' }, { class: 'button' }, t('accounts.back')),
      );
    }
    const declaration = this.declarations.find((one) => one.id === layer);
    return actions(
      sectionLink({ view: 'import', layer }, { class: 'button button--main', dataset: { testid: `import-${id}` } }, t('layers.import')),
      declaration ? templateLink(declaration) : null,
      id === 'objects' ? sectionLink({ view: 'edit', layer, new: '1' }, { class: 'button', dataset: { testid: 'first-object' } }, t('start.oneObject')) : null,
    );
  }

  extentWords() {
    const { source, chosenBy, chosenAt } = this.extent;
    return t(`extentsource.${source}`, { by: chosenBy, at: format.moment(chosenAt) });
  }

  leave() {
    this.choice?.end();
  }
}

function actions(...nodes) {
  return element('div', { class: 'office__actions' }, ...nodes.filter(Boolean));
}

import { conflictPanel } from '../admin/edit/conflict.js';
import { confirmed } from '../admin/confirm-dialog.js';
import { element } from '../dom.js';
import { kindWords } from '../failure.js';
import { t } from '../i18n.js';
import { notice } from '../notice.js';
import { iconButton } from '../public/place-card.js';
import { refusalWords, standWords } from './wait-words.js';

/** What is not on the server yet, and what has to be decided before it can be. */
export class WaitingList {
  /**
   * @param {{close: () => void, send: () => void, change: (one) => Promise, remove: (one) => Promise,
   *     edit: (one) => void}} actions
   */
  constructor(actions) {
    this.actions = actions;
    this.list = element('div', { class: 'own-waiting', 'aria-live': 'polite' });
    this.node = element(
      'section',
      { class: 'card', dataset: { testid: 'own-waiting' } },
      element(
        'header',
        { class: 'card__head' },
        element('h2', { class: 'card__title', tabindex: '-1', text: t('my.waiting') }),
        iconButton('close', 'card.close', actions.close),
      ),
      this.list,
    );
  }

  /** @param {string} ended what sending came to */
  show(all, drawings, ended) {
    this.list.replaceChildren(
      ...(all.length
        ? [...all.map((one) => this.one(one, drawings.get(one.layer)?.declaration, ended)), this.sendButton()]
        : [notice('nothing-waits', t('my.nothingWaits'), t('my.nothingWaitsAdvice'))]),
    );
  }

  sendButton() {
    return element('button', {
      type: 'button',
      class: 'button button--main own-wide',
      text: t('my.send'),
      dataset: { testid: 'own-send' },
      on: { click: this.actions.send },
    });
  }

  one(one, declaration, ended) {
    return element(
      'article',
      { class: 'own-wait', dataset: { testid: 'own-wait', status: one.status } },
      element('h3', { class: 'own-wait__name', text: one.state.values.name ?? one.id }),
      element('p', { class: 'quiet', text: standWords(one, ended) }),
      one.status === 'refused' ? this.refused(one) : null,
      one.status === 'conflict' && declaration ? this.conflict(one, declaration) : null,
      element('button', {
        type: 'button',
        class: 'button button--danger',
        text: t('my.drop'),
        dataset: { testid: 'own-drop' },
        on: { click: () => this.drop(one) },
      }),
    );
  }

  refused(one) {
    return element(
      'div',
      { class: 'notice notice--danger' },
      element('p', { text: refusalWords(one) }),
      element('p', { text: t('my.refusedAdvice') }),
      kindWords(one.problem) ? null : element('p', { class: 'notice__detail', lang: 'en', text: one.detail ?? '' }),
      element('button', { type: 'button', class: 'button', text: t('my.edit'), on: { click: () => this.actions.edit(one) } }),
    );
  }

  conflict(one, declaration) {
    const draft = { now: one.state, base: one.base };
    return conflictPanel(declaration, draft, one.theirs, one.current, (state) =>
      this.actions.change({ ...one, isNew: false, base: one.theirs, state, status: 'waiting', theirs: null, current: null }),
    );
  }

  async drop(one) {
    const question = { title: t('my.drop'), text: t('my.dropText'), action: t('my.drop'), danger: true };
    if (await confirmed(question)) await this.actions.remove(one);
  }
}

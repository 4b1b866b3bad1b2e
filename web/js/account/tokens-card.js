import { deleteToken, findTokens, makeToken } from '../api-account.js';
import { copyButton } from '../copy.js';
import { element } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { confirmed } from '../admin/confirm-dialog.js';
import { Card } from './card.js';

const DAYS = [30, 90, 365];

/** What one's programs log in with. The secret of a new one is shown this once. */
export class TokensCard extends Card {
  constructor() {
    super('own.tokens', 'own.tokensAbout');
    this.secret = element('div', { 'aria-live': 'polite' });
    this.list = element('div');
  }

  async start() {
    this.body.append(this.secret, this.list, this.form());
    await this.load();
  }

  async load() {
    const tokens = await findTokens();
    this.list.replaceChildren(
      tokens.length
        ? element('ul', { class: 'plain-list own-list' }, ...tokens.map((one) => this.line(one)))
        : element('p', { class: 'quiet', text: t('own.noToken') }),
    );
  }

  line(token) {
    const over = new Date(token.expiresAt) < new Date();
    return element(
      'li',
      { class: 'own-list__line', dataset: { testid: 'token' } },
      element(
        'div',
        { class: 'own-list__what' },
        element(
          'p',
          { class: 'own-list__name' },
          token.name,
          element('span', {
            class: 'own-list__mark',
            text: t(token.readsOnly ? 'own.readsOnly' : 'own.allRights'),
          }),
          over ? element('span', { class: 'own-list__mark own-list__mark--over', text: t('own.over') }) : null,
        ),
        element('p', {
          class: 'quiet number',
          text: t(token.lastUsedAt ? 'own.token' : 'own.tokenUnused', {
            until: format.moment(token.expiresAt),
            used: format.moment(token.lastUsedAt),
          }),
        }),
      ),
      element('button', {
        class: 'button',
        type: 'button',
        text: t('own.delete'),
        dataset: { testid: 'token-delete' },
        on: { click: ({ target }) => this.act(target, () => this.delete(token)) },
      }),
    );
  }

  async delete({ id, name }) {
    const question = { title: t('own.delete'), text: t('own.deleteAsk', { name }), action: t('own.delete') };
    if (!(await confirmed({ ...question, danger: true }))) return;
    await deleteToken(id);
    await this.load();
  }

  form() {
    const name = element('input', {
      class: 'field',
      required: true,
      maxlength: 100,
      autocomplete: 'off',
      placeholder: t('own.tokenExample'),
      dataset: { testid: 'token-name' },
    });
    const days = element(
      'select',
      { class: 'field', dataset: { testid: 'token-days' } },
      ...DAYS.map((number) =>
        element('option', { value: number, selected: number === 90, text: t('own.days', { number }) }),
      ),
    );
    const rights = element(
      'select',
      { class: 'field', dataset: { testid: 'token-rights' } },
      element('option', { value: 'reads', text: t('own.readsOnly') }),
      element('option', { value: 'all', text: t('own.allRights') }),
    );
    const button = element('button', {
      class: 'button button--main',
      type: 'submit',
      text: t('own.tokenMake'),
      dataset: { testid: 'token-make' },
    });
    const make = async () => {
      const made = await makeToken({
        name: name.value,
        readsOnly: rights.value === 'reads',
        days: Number(days.value),
      });
      name.value = '';
      this.show(made.secret);
      await this.load();
    };
    return element(
      'form',
      {
        class: 'own-form own-form--row',
        on: {
          submit: (event) => {
            event.preventDefault();
            this.act(button, make);
          },
        },
      },
      labelled('own.tokenName', name),
      labelled('own.tokenDays', days),
      labelled('own.tokenRights', rights),
      button,
    );
  }

  show(secret) {
    this.secret.replaceChildren(
      element(
        'div',
        { class: 'notice own-secret', dataset: { testid: 'token-secret' } },
        element('p', { class: 'notice__title', text: t('own.secret') }),
        element('code', { class: 'own-secret__text', text: secret }),
        element('p', { class: 'quiet', text: t('own.secretAdvice') }),
        copyButton('own.secretCopy', () => secret),
      ),
    );
  }
}

function labelled(key, field) {
  return element('label', { class: 'own-form__field' }, element('span', { text: t(key) }), field);
}

import { changePassword } from '../api-account.js';
import { element } from '../dom.js';
import { t } from '../i18n.js';
import { Card } from './card.js';

/** Changes the password; what is wrong with one is said at its field. */
export class PasswordCard extends Card {
  constructor(account, changed) {
    super('own.password', 'own.passwordAbout');
    this.account = account;
    this.changed = changed;
  }

  async start() {
    const { hasPassword, passwordDue } = this.account;
    if (!hasPassword) {
      this.body.append(element('p', { text: t('own.passwordElsewhere') }));
      return;
    }
    if (passwordDue) {
      this.body.append(
        element(
          'div',
          { class: 'notice notice--warning', role: 'status', dataset: { testid: 'password-due' } },
          element('p', { class: 'notice__title', text: t('own.passwordDue') }),
          element('p', { text: t('own.passwordDueAdvice') }),
        ),
      );
    }
    this.body.append(this.form());
  }

  form() {
    this.old = this.field('old', 'current-password');
    this.wanted = this.field('new', 'new-password');
    this.again = this.field('again', 'new-password');
    const show = element('input', { type: 'checkbox', dataset: { testid: 'show-passwords' } });
    show.addEventListener('change', () => {
      for (const { input } of [this.old, this.wanted, this.again]) {
        input.type = show.checked ? 'text' : 'password';
      }
    });
    const button = element('button', {
      class: 'button button--main',
      type: 'submit',
      text: t('own.passwordChange'),
      dataset: { testid: 'password-change' },
    });
    this.said = element('p', { class: 'own-card__done', role: 'status' });
    return element(
      'form',
      {
        class: 'own-form',
        on: {
          submit: (event) => {
            event.preventDefault();
            this.submit(button);
          },
        },
      },
      // Password managers want to know whose it is.
      element('input', {
        class: 'aside-only',
        name: 'username',
        autocomplete: 'username',
        value: this.account.name,
        readonly: true,
        tabindex: -1,
        'aria-hidden': 'true',
      }),
      this.old.node,
      this.wanted.node,
      this.again.node,
      element('label', { class: 'own-form__check' }, show, t('own.passwordShow')),
      button,
      this.said,
    );
  }

  field(name, autocomplete) {
    const wrong = element('span', { class: 'own-form__wrong', id: `wrong-${name}`, role: 'alert' });
    const input = element('input', {
      class: 'field',
      type: 'password',
      autocomplete,
      required: true,
      'aria-describedby': wrong.id,
      dataset: { testid: `password-${name}` },
    });
    const node = element(
      'label',
      { class: 'own-form__field' },
      element('span', { text: t(`field.${name}`) }),
      input,
      wrong,
    );
    return { node, input, wrong };
  }

  async submit(button) {
    this.said.textContent = '';
    for (const field of [this.old, this.wanted, this.again]) complain(field, '');
    if (this.wanted.input.value !== this.again.input.value) {
      complain(this.again, t('weak.different'));
      return;
    }
    await this.act(button, async () => {
      try {
        await changePassword(this.old.input.value, this.wanted.input.value);
      } catch (failure) {
        const field = { old: this.old, new: this.wanted }[failure.parameter];
        if (!field || !failure.problem.reason) throw failure;
        complain(field, t(`weak.${failure.problem.reason}`));
        return;
      }
      if (this.account.passwordDue) {
        this.changed();
        return;
      }
      for (const { input } of [this.old, this.wanted, this.again]) input.value = '';
      this.said.textContent = t('own.passwordDone');
    });
  }
}

function complain({ input, wrong }, text) {
  wrong.textContent = text;
  if (!text) {
    input.removeAttribute('aria-invalid');
    return;
  }
  input.setAttribute('aria-invalid', 'true');
  input.focus();
}

import { clientName } from '../../account/client.js';
import { changeAccount, endSessionsOf, findSessionsOf, issuePassword } from '../../api-admin.js';
import { element } from '../../dom.js';
import * as format from '../../format.js';
import { language, t } from '../../i18n.js';
import { confirmed } from '../confirm-dialog.js';
import { problemOf } from './account-editor.js';
import { showPasswordOnce } from './password-once.js';

/** The ways into an account: where it is logged in, a new password, and its end. */
export class AccountDoors {
  /**
   * @param {() => Promise<boolean>} mayChange asks about what is unsaved on the page, which is loaded anew
   * @param {() => void} changed called when the account is another one now
   */
  constructor(account, mayChange, changed) {
    Object.assign(this, { account, mayChange, changed });
    this.problem = element('div', { 'aria-live': 'polite' });
    this.sessions = element('div', { dataset: { testid: 'account-sessions' } }, element('div', { class: 'skeleton' }));
    this.node = element(
      'section',
      { class: 'card people-doors', 'aria-labelledby': 'doors-title' },
      element('h2', { class: 'block__title', id: 'doors-title', text: t('accounts.doors') }),
      this.sessions,
      element(
        'div',
        { class: 'people-doors__actions' },
        this.button('account-password', 'accounts.password', () => this.password()),
        this.button('account-logout', 'accounts.logout', () => this.logout()),
        account.closedAt
          ? this.button('account-open', 'accounts.open', () => this.close(false))
          : this.button('account-close', 'accounts.close', () => this.close(true), ' button--danger'),
      ),
      this.problem,
    );
    this.tellSessions();
  }

  button(testid, key, action, more = '') {
    return element('button', {
      type: 'button',
      class: `button${more}`,
      text: t(key),
      dataset: { testid },
      on: { click: ({ target }) => this.act(target, action) },
    });
  }

  async act(button, action) {
    button.disabled = true;
    this.problem.replaceChildren();
    try {
      await action();
    } catch (failure) {
      this.problem.replaceChildren(problemOf(failure));
    }
    button.disabled = false;
  }

  async tellSessions() {
    try {
      const sessions = await findSessionsOf(this.account.name);
      this.isHere = sessions.some(({ current }) => current);
      this.sessions.replaceChildren(
        sessions.length
          ? element('ul', { class: 'plain-list' }, ...sessions.map(sessionLine))
          : element('p', { class: 'quiet', text: t('accounts.nowhere') }),
      );
    } catch (failure) {
      this.sessions.replaceChildren(problemOf(failure));
    }
  }

  async password() {
    const { name } = this.account;
    const action = t('accounts.password');
    if (!(await confirmed({ title: action, text: t('accounts.passwordAsk', { name }), action }))) return;
    await showPasswordOnce(name, await issuePassword(name));
    await this.tellSessions();
  }

  async logout() {
    const { name } = this.account;
    const action = t('accounts.logout');
    if (!(await confirmed({ title: action, text: t('accounts.logoutAsk', { name }), action }))) return;
    const own = this.isHere;
    await endSessionsOf(name);
    if (own) location.assign(language() === 'zh' ? '/login' : `/login?lang=${language()}`);
    else await this.tellSessions();
  }

  async close(closed) {
    const { name, version, role, scope } = this.account;
    const action = t(closed ? 'accounts.close' : 'accounts.open');
    const text = t(closed ? 'accounts.closeAsk' : 'accounts.openAsk', { name });
    if (!(await this.mayChange())) return;
    if (!(await confirmed({ title: action, text, action, danger: closed }))) return;
    await changeAccount(name, version, { role, scope, closed });
    this.changed();
  }
}

function sessionLine({ client, address, startedAt, seenAt }) {
  return element(
    'li',
    { class: 'people-doors__session', dataset: { testid: 'account-session' } },
    element('span', { text: clientName(client) || t('own.unknownClient') }),
    element('span', {
      class: 'quiet number',
      text: t('own.session', { address, since: format.moment(startedAt), seen: format.moment(seenAt) }),
    }),
  );
}

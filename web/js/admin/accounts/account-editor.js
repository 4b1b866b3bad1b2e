import { changeAccount, makeAccount } from '../../api-admin.js';
import { element } from '../../dom.js';
import { failureBox } from '../../failure.js';
import * as format from '../../format.js';
import { t } from '../../i18n.js';
import { confirmed } from '../confirm-dialog.js';
import { officePage, pageHead } from '../page-head.js';
import { go, sectionLink } from '../route.js';
import { AccountDoors } from './account-doors.js';
import { showPasswordOnce } from './password-once.js';
import { ScopeChoice } from './scope-choice.js';

const ROLES = ['admin', 'office', 'district', 'grid_manager', 'viewer'];
const OPEN = { districts: [], cells: [], layers: [] };

/** Makes an account, or changes what one may do. */
export class AccountEditor {
  /** @param {object|null} account null for a new one */
  constructor(root, declarations, account) {
    Object.assign(this, { root, declarations, account });
    this.holds = false;
    this.problem = element('div', { 'aria-live': 'polite' });
    this.scope = new ScopeChoice(declarations, account?.scope ?? OPEN, () => this.touched());
    this.role = element(
      'select',
      { class: 'field', dataset: { testid: 'account-role' }, on: { change: () => this.roleChosen() } },
      ...ROLES.map((role) =>
        element('option', { value: role, selected: role === (account?.role ?? 'grid_manager'), text: t(`accountrole.${role}`) }),
      ),
    );
    this.about = element('p', { class: 'quiet' });
    this.save = element('button', {
      type: 'submit',
      class: 'button button--main',
      text: t(account ? 'accounts.save' : 'accounts.make'),
      dataset: { testid: 'account-save' },
    });
  }

  async start() {
    const { account } = this;
    this.tellRole();
    this.root.replaceChildren(
      officePage(
        element('p', {}, sectionLink({ view: 'accounts' }, { class: 'back-link', dataset: { testid: 'to-accounts' } }, t('accounts.back'))),
        pageHead(account ? account.name : t('accounts.new'), account ? this.state() : t('accounts.newAbout')),
        this.form(),
        account ? new AccountDoors(account, async () => !this.holds || this.mayLeave(), () => this.reload()).node : null,
      ),
    );
  }

  state() {
    const { closedAt } = this.account;
    return closedAt ? t('accounts.closedAt', { day: format.day(format.moment(closedAt)) }) : t('accounts.isOpen');
  }

  form() {
    this.name = element('input', {
      class: 'field',
      required: true,
      maxlength: 64,
      autocomplete: 'off',
      spellcheck: 'false',
      dataset: { testid: 'account-name' },
      on: { input: () => this.touched() },
    });
    return element(
      'form',
      { class: 'card people-form', on: { submit: (event) => this.submit(event) } },
      this.account ? null : labelled('accounts.name', this.name, t('accounts.nameHint')),
      labelled('accounts.role', this.role),
      this.about,
      this.scope.node,
      this.problem,
      element('div', { class: 'people-form__actions' }, this.save),
    );
  }

  roleChosen() {
    this.tellRole();
    this.touched();
  }

  tellRole() {
    this.about.textContent = t(`accountabout.${this.role.value}`);
    this.scope.show(this.role.value);
  }

  touched() {
    this.holds = true;
    this.problem.replaceChildren();
  }

  mayLeave() {
    return confirmed({ title: t('accounts.leave'), text: t('accounts.leaveAsk'), action: t('accounts.leaveYes') });
  }

  async submit(event) {
    event.preventDefault();
    this.save.disabled = true;
    this.problem.replaceChildren();
    const asked = { role: this.role.value, scope: this.scope.value() };
    try {
      if (this.account) await this.change(asked);
      else await this.make({ name: this.name.value.trim(), ...asked });
    } catch (failure) {
      this.problem.replaceChildren(problemOf(failure));
    }
    this.save.disabled = false;
  }

  async make(asked) {
    const { account, password } = await makeAccount(asked);
    this.holds = false;
    await showPasswordOnce(account.name, password);
    await go({ view: 'accounts', account: account.name });
  }

  async change(asked) {
    const { name, version, closedAt } = this.account;
    const question = { title: t('accounts.save'), text: t('accounts.saveAsk', { name }), action: t('accounts.save') };
    if (!(await confirmed(question))) return;
    await changeAccount(name, version, { ...asked, closed: Boolean(closedAt) });
    this.reload();
  }

  async reload() {
    this.holds = false;
    await go({ view: 'accounts', account: this.account.name });
  }
}

/** What the server refused, in words that say what to do; anything else as everywhere. */
export function problemOf(failure) {
  const kind = String(failure.problem?.type ?? '').split('/').at(-1).split(':').at(-1);
  const key = {
    'account-exists': 'accounts.exists',
    'last-admin': 'accounts.lastAdmin',
    'account-changed': 'accounts.changed',
    'bad-account': failure.problem?.field === 'name' ? 'accounts.badName' : 'accounts.badScope',
  }[kind];
  if (!key) return failureBox(failure, null);
  return element(
    'div',
    { class: 'notice notice--danger', role: 'alert', dataset: { testid: 'account-problem' } },
    element('p', { text: t(key) }),
  );
}

function labelled(key, field, hint = '') {
  return element(
    'label',
    { class: 'labelled' },
    element('span', { text: t(key) }),
    field,
    hint ? element('span', { class: 'quiet', text: hint }) : null,
  );
}

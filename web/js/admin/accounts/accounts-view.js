import { findAccounts } from '../../api-admin.js';
import { element } from '../../dom.js';
import * as format from '../../format.js';
import { icon } from '../../icons.js';
import { t } from '../../i18n.js';
import { notice } from '../../notice.js';
import { officePage, pageHead } from '../page-head.js';
import { sectionLink } from '../route.js';
import { AccountEditor } from './account-editor.js';
import { learnCells, scopeWords } from './scope-words.js';

/** Everybody who may log in; one of them, or a new one, when the address says so. */
export class AccountsView {
  constructor(root, declarations, route) {
    Object.assign(this, { root, declarations, route });
    this.editor = null;
  }

  async start() {
    const accounts = await findAccounts();
    await learnCells(accounts);
    const { account: name, isNew } = this.route;
    const account = accounts.find((one) => one.name === name) ?? null;
    if (account || isNew) {
      this.editor = new AccountEditor(this.root, this.declarations, account);
      await this.editor.start();
      return;
    }
    this.root.replaceChildren(
      officePage(
        pageHead(
          t('admin.accounts'),
          t('accounts.about'),
          sectionLink(
            { view: 'accounts', new: '1' },
            { class: 'button button--main', dataset: { testid: 'new-account' } },
            icon('plus', 18),
            t('accounts.new'),
          ),
        ),
        name ? notice('account-missing', t('accounts.missing', { name }), t('accounts.missingAdvice')) : null,
        element('ul', { class: 'plain-list people' }, ...accounts.map(lineOf)),
      ),
    );
  }

  get holds() {
    return Boolean(this.editor?.holds);
  }

  mayLeave() {
    return this.editor.mayLeave();
  }
}

function lineOf(account) {
  const { name, role, closedAt } = account;
  return element(
    'li',
    {},
    sectionLink(
      { view: 'accounts', account: name },
      { class: `people__one${closedAt ? ' people__one--closed' : ''}`, dataset: { testid: 'account-row', name } },
      element('strong', { class: 'people__name', text: name }),
      element('span', { class: 'tag', text: t(`accountrole.${role}`) }),
      element('span', { class: 'quiet people__scope', text: scopeWords(account) }),
      closedAt
        ? element('span', { class: 'people__state', text: t('accounts.closedAt', { day: format.day(format.moment(closedAt)) }) })
        : null,
    ),
  );
}

import { PasswordCard } from './account/password-card.js';
import { SessionsCard } from './account/sessions-card.js';
import { TokensCard } from './account/tokens-card.js';
import { wayOn } from './account/way-on.js';
import { findAccount } from './api-account.js';
import { element, required } from './dom.js';
import { failureBox } from './failure.js';
import { startHeader, titlePage } from './header.js';
import { onLanguageChange, startLanguage, t } from './i18n.js';
import { markReady } from './page-settings.js';

/** One's own account. With a one-time password there is only the form that changes it. */
class AccountPage {
  constructor() {
    this.main = required('[data-main]');
    this.isNew = false;
    onLanguageChange(() => this.show());
  }

  async show() {
    try {
      const account = await findAccount();
      const cards = [new PasswordCard(account, () => this.welcome())];
      if (!account.passwordDue) cards.push(new SessionsCard(), new TokensCard());
      this.main.replaceChildren(
        element(
          'header',
          { class: 'account__head' },
          element('h1', { class: 'account__title', text: t('own.title') }),
          element('p', { class: 'quiet', text: account.name, dataset: { testid: 'own-name' } }),
        ),
        ...(this.isNew ? [await wayOn()] : []),
        ...cards.map((card) => card.node),
      );
      await Promise.all(cards.map((card) => card.start()));
    } catch (failure) {
      this.main.replaceChildren(failureBox(failure, () => this.show()));
    }
    markReady();
  }

  // Whoever has just got in came for something else.
  async welcome() {
    this.isNew = true;
    await this.show();
    this.main.querySelector('[data-testid=go-on]')?.focus();
  }
}

async function start() {
  await startLanguage();
  startHeader();
  titlePage('page.account');
  await new AccountPage().show();
}

start();

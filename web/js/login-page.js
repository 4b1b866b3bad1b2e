import { startHeader, titlePage } from './header.js';
import { onLanguageChange, startLanguage, t } from './i18n.js';
import { markReady } from './page-settings.js';

/** The way in. Says how long to wait after too many failures. */
async function start() {
  await startLanguage();
  startHeader();
  titlePage('page.login');
  const wait = document.querySelector('[data-login-wait]');
  const write = () => {
    if (wait) wait.textContent = t('login.waitAdvice', { seconds: wait.dataset.loginWait });
  };
  onLanguageChange(write);
  write();
  markReady();
}

start();

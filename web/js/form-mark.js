import { settings } from './page-settings.js';

/**
 * Whoever has logged in anew since this page was opened needs a new mark of their own pages.
 *
 * @returns {Promise<boolean>} whether there is another one now; false also when somebody else is logged in
 */
export async function renewMark() {
  const answer = await fetch(location.pathname, { cache: 'no-store' });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const { csrf, account } = page.body.dataset;
  if (!answer.ok || account !== settings.account || !csrf || csrf === settings.csrf) return false;
  settings.csrf = csrf;
  return true;
}

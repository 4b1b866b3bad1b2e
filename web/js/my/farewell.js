import { confirmed } from '../admin/confirm-dialog.js';
import { USED } from '../header.js';
import { t } from '../i18n.js';
import { countAllWaiting, forgetSeen } from './store.js';

/** Remembers that this browser keeps something of somebody's area. */
export function markUsed() {
  localStorage.setItem(USED, 'yes');
}

/** Forgets the page and its files, so that it comes from the server. */
export async function forgetFiles() {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

/** Before somebody logs out where an area was kept: warns of what waits, and forgets what was seen. */
export function guardLogout() {
  const form = document.querySelector('form[action="/logout"]');
  if (!form) return;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const count = await countAllWaiting();
    const question = {
      title: t('my.leaveTitle', { count }),
      text: t('my.leaveText'),
      action: t('account.logout'),
      danger: true,
    };
    if (count > 0 && !(await confirmed(question))) return;
    await forgetSeen();
    await forgetFiles();
    form.submit();
  });
}

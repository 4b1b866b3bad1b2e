import { confirmed } from '../admin/confirm-dialog.js';
import { t } from '../i18n.js';
import { countAllWaiting, forgetSeen } from './store.js';

const USED = 'zeren-my';

/** Remembers that this browser keeps something of somebody's area. */
export function markUsed() {
  localStorage.setItem(USED, 'yes');
}

/** Before somebody logs out where an area was kept: warns of what waits, and forgets what was seen. */
export function guardLogout() {
  const form = document.querySelector('form[action="/logout"]');
  if (!form || !localStorage.getItem(USED)) return;
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
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
    form.submit();
  });
}

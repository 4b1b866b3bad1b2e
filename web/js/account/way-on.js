import { json } from '../api-request.js';
import { element } from '../dom.js';
import { language, t } from '../i18n.js';

/** Where the work of a role begins; of all others, where a login leads as well. */
const STARTS = {
  grid_manager: ['/my', 'nav.my'],
  admin: ['/admin', 'nav.admin'],
};
const OTHERWISE = ['/desk', 'nav.desk'];

/** Says that the first password of one's own is set, and leads on to where the work begins. */
export async function wayOn() {
  const { role } = await json('/api/me');
  const [address, name] = STARTS[role] ?? OTHERWISE;
  return element(
    'div',
    { class: 'notice account__done', role: 'status', dataset: { testid: 'password-done' } },
    element('p', { class: 'notice__title', text: t('own.passwordDone') }),
    element('a', {
      class: 'button button--main',
      href: language() === 'zh' ? address : `${address}?lang=${language()}`,
      text: t('own.goOn', { page: t(name) }),
      dataset: { testid: 'go-on' },
    }),
  );
}

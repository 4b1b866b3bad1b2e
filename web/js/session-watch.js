import { element } from './dom.js';
import { t } from './i18n.js';
import { settings } from './page-settings.js';

/** Nobody's login ends sooner after the last request; once it has, whoever comes back is awaited. */
const QUIET = 60_000;
const AWAITED = 2_000;

let checkedAt = Date.now();
let shown = null;
let looking = null;

/**
 * Says when the login that the page was made for has ended: from then on the server answers as it
 * answers the public, and what is missing looks as if it were not there. Looked at when somebody
 * comes back to the page, and at once when a request is refused.
 */
export function watchSession() {
  for (const kind of ['pointerdown', 'keydown', 'focus']) addEventListener(kind, check, { capture: true, passive: true });
  document.addEventListener('visibilitychange', check);
}

function check() {
  if (document.visibilityState !== 'visible' || Date.now() - checkedAt < (shown ? AWAITED : QUIET)) return;
  hasSessionEnded();
}

/** Whether it has ended, as far as is known; all who ask at once share one answer. */
export function hasSessionEnded() {
  looking ??= look().finally(() => {
    looking = null;
  });
  return looking;
}

// Without a network nothing is known. Not asked as others are: a refusal of this would ask again.
async function look() {
  checkedAt = Date.now();
  try {
    const answer = await fetch('/api/me', { cache: 'no-store' });
    if (!answer.ok) return false;
    const isThere = (await answer.json()).name === settings.account;
    tell(isThere);
    return !isThere;
  } catch {
    return false;
  }
}

function tell(isThere) {
  shown?.remove();
  shown = isThere ? null : box();
  if (shown) document.body.append(shown);
}

// In another window: what is unsaved here stays, and can be saved afterwards.
function box() {
  return element(
    'div',
    { class: 'session-ended notice notice--warning', role: 'alert', dataset: { testid: 'session-ended' } },
    element('p', { text: t('session.ended', { account: settings.account }) }),
    element('a', { class: 'button', href: '/login', target: '_blank', rel: 'noopener', text: t('account.login') }),
  );
}

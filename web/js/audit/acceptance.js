import { acceptFinding, withdrawAcceptance } from '../api-audit.js';
import { element } from '../dom.js';
import { failureBox } from '../failure.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { settings } from '../page-settings.js';

const LONGEST = 500;

/**
 * Why a finding may stay as it is: who has said so, or the place to say it.
 *
 * @param {(finding: object) => void} changed hears of the finding as it is then
 */
export function acceptance(finding, changed) {
  if (finding.state === 'accepted') return accepted(finding, changed);
  return finding.state === 'open' ? form(finding, changed) : null;
}

function accepted({ id, accepted_by: by, accepted_at: at, reason }, changed) {
  const box = element(
    'div',
    { class: 'accepted', dataset: { testid: 'accepted' } },
    element('p', { class: 'quiet', text: t('audit.acceptedBy', { by, at: format.moment(at) }) }),
    element('p', { text: reason }),
  );
  if (settings.mayEdit) {
    const withdraw = element('button', {
      type: 'button',
      class: 'button',
      text: t('audit.withdraw'),
      dataset: { testid: 'withdraw' },
      on: { click: () => act(box, withdraw, () => withdrawAcceptance(id), changed) },
    });
    box.append(withdraw);
  }
  return box;
}

function form({ id }, changed) {
  const reason = element('textarea', {
    class: 'field accept__reason',
    maxlength: LONGEST,
    rows: 2,
    required: true,
    placeholder: t('audit.reasonHint'),
    'aria-label': t('audit.reason'),
    dataset: { testid: 'reason' },
  });
  const button = element('button', {
    type: 'submit',
    class: 'button',
    text: t('audit.accept'),
    dataset: { testid: 'accept' },
  });
  const box = element(
    'form',
    { class: 'accept' },
    element('p', { class: 'quiet', text: t('audit.acceptAbout') }),
    reason,
    button,
  );
  box.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = reason.value.trim();
    if (text) act(box, button, () => acceptFinding(id, text), changed);
    else reason.focus();
  });
  // What is typed here is text, not a way through the list.
  box.addEventListener('keydown', (event) => event.key !== 'Escape' && event.stopPropagation());
  return box;
}

async function act(box, button, ask, changed) {
  button.disabled = true;
  box.querySelector('.notice')?.remove();
  try {
    changed(await ask());
  } catch (failure) {
    button.disabled = false;
    box.append(failureBox(failure, null));
  }
}

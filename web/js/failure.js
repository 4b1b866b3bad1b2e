import { todayLink } from './day.js';
import { element } from './dom.js';
import { t } from './i18n.js';

// More are not read.
const MOST_CHOICES = 12;

/**
 * What went wrong and what to do, with a button; below, for those who can use it, what the server said
 * in its own words.
 *
 * @param {() => void} act what the button does
 * @param {string} label key of the button's text
 */
export function failureBox(failure, act, label = 'error.retry') {
  const known = failure.status === undefined ? 'error.unexpected' : `error.${failure.status}`;
  const wrongDay = failure.parameter === 'at';
  const advice = wrongDay ? t('day.refused') : adviceOf(failure, known);
  return element(
    'div',
    { class: 'notice notice--danger', role: 'alert', dataset: { testid: 'error' } },
    element('p', { class: 'notice__title', text: t(failure.isChange ? 'error.notDone' : 'error.title') }),
    element('p', { text: advice }),
    wrongDay ? todayLink() : null,
    act && !wrongDay
      ? element('button', {
          class: 'button',
          type: 'button',
          text: t(label),
          on: { click: act },
        })
      : null,
    element('p', {
      class: 'notice__detail',
      lang: 'en',
      text: failure.detail || failure.message || '',
    }),
  );
}

function adviceOf({ problem }, known) {
  if (problem?.ids) return t('error.changedSince', { ids: problem.ids.join(t('names.separator')) });
  if (problem?.parameter) {
    const { parameter: name, allowed = [] } = problem;
    const few = allowed.length > 0 && allowed.length <= MOST_CHOICES;
    return few ? t('error.oneOf', { name, allowed: allowed.join(t('names.separator')) }) : t('error.parameter', { name });
  }
  return t(known) === known ? t('error.other') : t(known);
}

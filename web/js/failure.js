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
  const wrongDay = failure.parameter === 'at';
  const advice = wrongDay ? t('day.refused') : adviceOf(failure);
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

/** What to do about it, in the language of the page. */
export function adviceOf({ status, problem }) {
  const own = kindWords(problem);
  if (own) return own;
  if (problem?.ids) return t('error.changedSince', { ids: problem.ids.join(t('names.separator')) });
  if (problem?.parameter) {
    const { parameter: name, allowed = [] } = problem;
    const few = allowed.length > 0 && allowed.length <= MOST_CHOICES;
    return few ? t('error.oneOf', { name, allowed: allowed.join(t('names.separator')) }) : t('error.parameter', { name });
  }
  const known = status === undefined ? 'error.unexpected' : `error.${status}`;
  return t(known) === known ? t('error.other') : t(known);
}

/** The words of those kinds of problems that have their own; null for the others. */
export function kindWords(problem) {
  const kind = String(problem?.type ?? '').split(/[/:]/).at(-1);
  if (kind === 'out-of-scope') return t('error.outOfScope');
  if (kind !== 'known-ahead') return null;
  const ids = (problem.ids ?? []).join(t('names.separator'));
  return problem.day ? t('error.knownFrom', { day: problem.day }) : t('error.knownAhead', { ids });
}

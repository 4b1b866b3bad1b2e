import { element } from '../../dom.js';
import { failureBox } from '../../failure.js';
import { t } from '../../i18n.js';

/** Why a run over a file has failed, and what to do; below, what the server said of it. */
export function jobProblem({ code, detail, location }) {
  return box(t('failed.title'), wordsOf(code) ?? t('failed.other'), [detail, location]);
}

/** Why a file was not taken. */
export function uploadProblem(failure) {
  const { code, detail, location } = failure.problem ?? {};
  const words = wordsOf(code);
  return words ? box(t('error.notDone'), words, [detail, location]) : failureBox(failure, null);
}

function wordsOf(code) {
  if (!code) return null;
  const key = `failed.${code.replaceAll('-', '_')}`;
  return t(key) === key ? null : t(key);
}

function box(title, advice, details) {
  return element(
    'div',
    { class: 'notice notice--danger', role: 'alert', dataset: { testid: 'error' } },
    element('p', { class: 'notice__title', text: title }),
    element('p', { text: advice }),
    element('p', { class: 'notice__detail', lang: 'en', text: details.filter(Boolean).join(' · ') }),
  );
}

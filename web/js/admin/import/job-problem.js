import { element } from '../../dom.js';
import { t } from '../../i18n.js';

/** Why a run over a file has failed, and what to do; below, what the server said of it. */
export function jobProblem({ code, detail, location }) {
  const key = `failed.${code.replaceAll('-', '_')}`;
  const advice = t(key) === key ? t('failed.other') : t(key);
  return element(
    'div',
    { class: 'notice notice--danger', role: 'alert', dataset: { testid: 'error' } },
    element('p', { class: 'notice__title', text: t('failed.title') }),
    element('p', { text: advice }),
    element('p', { class: 'notice__detail', lang: 'en', text: [detail, location].filter(Boolean).join(' · ') }),
  );
}

import { element } from '../../dom.js';
import { t } from '../../i18n.js';

/** What becomes of features that the file does not have, and from which day on the file holds. */
export function modeChoice({ mode, validFrom }, count, change) {
  const warning = element('p', {
    class: 'notice notice--warning',
    text: t('mode.warning', { count }),
    hidden: mode !== 'replace',
    dataset: { testid: 'replace-warning' },
  });
  const day = element('input', { type: 'date', class: 'field number', required: true, value: validFrom, dataset: { testid: 'import-day' } });
  day.addEventListener('change', () => day.value && change({ validFrom: day.value }));
  const one = (value) =>
    element(
      'label',
      { class: 'datums__one' },
      element('input', {
        type: 'radio',
        name: 'mode',
        value,
        checked: value === mode,
        dataset: { testid: `mode-${value}` },
        on: {
          change: () => {
            warning.hidden = value !== 'replace';
            change({ mode: value });
          },
        },
      }),
      element('strong', { text: t(`mode.${value}`) }),
      element('span', { class: 'quiet', text: t(`mode.${value}About`) }),
    );
  return element(
    'div',
    { class: 'modes' },
    element('fieldset', { class: 'datums datums--two' }, element('legend', { class: 'aside-only', text: t('import.how') }), one('upsert'), one('replace')),
    warning,
    element('label', { class: 'labelled' }, element('span', { text: t('mode.day') }), day),
  );
}

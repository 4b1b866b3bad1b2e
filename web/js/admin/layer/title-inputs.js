import { element } from '../../dom.js';
import { t } from '../../i18n.js';

const LANGUAGES = ['zh', 'en'];

/** A title in both languages. */
export function titleInputs(testid, title, what) {
  const inputs = LANGUAGES.map((language) =>
    element('input', {
      class: 'field',
      required: true,
      maxlength: 60,
      autocomplete: 'off',
      lang: language,
      value: title[language],
      'aria-label': t(`look.${language}`, { what }),
      dataset: { testid: `${testid}-${language}` },
    }),
  );
  return {
    node: element('div', { class: 'look__titles' }, ...inputs),
    read: () => Object.fromEntries(LANGUAGES.map((language, index) => [language, inputs[index].value.trim()])),
  };
}

import { element } from '../dom.js';

/**
 * A choice of one out of a few, side by side.
 *
 * @param {{value: string, text: string}[]} options
 * @param {(value: string) => void} choose
 */
export function segments(title, name, options, value, choose) {
  return element(
    'fieldset',
    { class: 'segments', dataset: { testid: name } },
    element('legend', { class: 'aside-only', text: title }),
    ...options.map((option) =>
      element(
        'label',
        { class: 'segments__one' },
        element('input', {
          type: 'radio',
          name,
          value: option.value,
          checked: option.value === value,
          dataset: { focus: `${name}-${option.value}` },
          on: { change: () => choose(option.value) },
        }),
        element('span', { text: option.text }),
      ),
    ),
  );
}

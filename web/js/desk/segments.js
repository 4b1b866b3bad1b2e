import { element } from '../dom.js';

/**
 * A choice of one out of a few, side by side.
 *
 * @param {{value: string, text: string}[]} options
 * @param {(value: string, isPointed: boolean) => void} choose hears whether a pointer chose it
 */
export function segments(title, name, options, value, choose) {
  let isPointed = false;
  return element(
    'fieldset',
    {
      class: 'segments',
      dataset: { testid: name },
      on: {
        pointerdown: () => (isPointed = true),
        keydown: () => (isPointed = false),
      },
    },
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
          on: { change: () => choose(option.value, isPointed) },
        }),
        element('span', { text: option.text }),
      ),
    ),
  );
}

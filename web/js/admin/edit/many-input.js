import { element } from '../../dom.js';
import { t, titleOf } from '../../i18n.js';
import { joined, valuesIn } from '../../many-values.js';

/**
 * A field that may have several of its values, each with a box to tick; the same shape as
 * `fieldInput`.
 */
export function manyInput(field, label, change) {
  const id = `field-${field.name}`;
  const boxes = Object.entries(field.values).map(([value, title]) => ({
    value,
    title,
    input: element('input', { type: 'checkbox', value, dataset: { testid: `${id}-${value}` } }),
  }));
  const problem = element('p', { class: 'entry-field__problem', id: `${id}-problem`, hidden: true });
  const node = element(
    'div',
    { class: 'entry-field many', role: 'group', dataset: { field: field.name }, 'aria-labelledby': `${id}-label`, 'aria-describedby': problem.id },
    element('span', { class: 'many__label', id: `${id}-label` }, ...label),
    element(
      'div',
      { class: 'many__values' },
      ...boxes.map(({ input, title }) =>
        element('label', { class: 'many__value' }, input, element('span', { text: titleOf(title) })),
      ),
    ),
    problem,
  );
  const tell = (text) => {
    problem.hidden = !text;
    problem.textContent = text ?? '';
  };
  const chosen = () => joined(field, boxes.filter(({ input }) => input.checked).map(({ value }) => value));
  const missing = () => (field.required && !chosen() ? t('edit.missing') : null);
  node.addEventListener('change', () => {
    tell(missing());
    change(chosen());
  });
  return {
    node,
    input: boxes[0].input,
    tell,
    check: () => {
      tell(missing());
      return !missing();
    },
    show: (value) => {
      const now = new Set(valuesIn(value));
      boxes.forEach((box) => {
        box.input.checked = now.has(box.value);
      });
    },
  };
}

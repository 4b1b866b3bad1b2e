import { element } from '../../dom.js';
import { knownNames } from '../../facts.js';
import { t, titleOf } from '../../i18n.js';
import { manyInput } from './many-input.js';
import { ReferenceHelp } from './reference-help.js';

/** What a field refers to whose values are layers. */
const LAYERS = '@layers';

/**
 * One field of a form, as its declaration says.
 *
 * @param {object} field of a layer of `GET /api/layers`
 * @param {(value: string|number|boolean|null) => void} change
 * @returns {{node: HTMLElement, show: (value) => void, tell: (problem: string|null) => void}}
 */
export function fieldInput(field, change) {
  if (field.many) return manyInput(field, labelOf(field), change);
  const id = `field-${field.name}`;
  const input = inputOf(field, id);
  const help = field.refersTo && field.refersTo !== LAYERS ? new ReferenceHelp(field.refersTo, input) : null;
  const problem = element('p', { class: 'entry-field__problem', id: `${id}-problem`, hidden: true });
  const tell = (text) => {
    problem.hidden = !text;
    problem.textContent = text ?? '';
    input.setAttribute('aria-invalid', String(Boolean(text)));
  };
  const looked = () => {
    const { value, wrong } = valueOf(field, input);
    tell(wrong);
    if (!wrong) change(value);
  };
  input.addEventListener(field.type === 'boolean' || field.values ? 'change' : 'input', looked);
  return {
    node: element(
      'div',
      { class: 'entry-field', dataset: { field: field.name } },
      element('label', { for: id }, ...labelOf(field)),
      input,
      ...(help?.nodes ?? []),
      problem,
    ),
    input,
    tell,
    check: () => {
      const { wrong } = valueOf(field, input);
      tell(wrong);
      return !wrong;
    },
    show: (value) => {
      const text = value === null || value === undefined ? '' : String(value);
      if (String(valueOf(field, input).value ?? '') === text) return;
      input.value = text;
      help?.name();
    },
  };
}

function labelOf(field) {
  return [
    element('span', { text: titleOf(field.title) }),
    field.unit ? element('span', { class: 'quiet', text: ` ${field.unit}` }) : null,
    field.required ? element('span', { class: 'must', text: t('edit.required') }) : null,
  ].filter(Boolean);
}

function inputOf(field, id) {
  const common = {
    id,
    class: 'field',
    'aria-describedby': `${id}-problem`,
    'aria-required': field.required ? 'true' : null,
    dataset: { testid: id },
  };
  if (field.values) return selectOf(common, Object.entries(field.values));
  if (field.refersTo === LAYERS)
    return selectOf(
      common,
      knownNames(LAYERS).map(([layer, name]) => [layer, { zh: name, en: name }]),
    );
  if (field.type === 'boolean')
    return selectOf(common, [
      ['true', { zh: '是', en: 'Yes' }],
      ['false', { zh: '否', en: 'No' }],
    ]);
  if (field.type === 'date') return element('input', { ...common, type: 'date' });
  if (field.type === 'text') return element('input', { ...common, type: 'text', maxlength: 2000 });
  return element('input', {
    ...common,
    type: 'text',
    class: 'field number',
    inputmode: field.type === 'integer' ? 'numeric' : 'decimal',
  });
}

function selectOf(common, entries) {
  return element(
    'select',
    common,
    element('option', { value: '', text: t('edit.none') }),
    ...entries.map(([value, title]) => element('option', { value, text: titleOf(title) })),
  );
}

// What stands in the input as the type of the field has it, or what is wrong with it.
function valueOf(field, input) {
  const text = input.value.trim();
  if (text === '') return { value: null, wrong: field.required ? t('edit.missing') : null };
  if (field.type === 'boolean') return { value: text === 'true', wrong: null };
  if (field.type === 'integer')
    return /^[-+]?\d{1,15}$/.test(text)
      ? { value: Number(text), wrong: null }
      : { value: null, wrong: t('edit.notWhole') };
  if (field.type === 'number')
    return Number.isFinite(Number(text))
      ? { value: Number(text), wrong: null }
      : { value: null, wrong: t('edit.notNumber') };
  return { value: text, wrong: null };
}

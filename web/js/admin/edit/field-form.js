import { element } from '../../dom.js';
import { t } from '../../i18n.js';
import { reasonWords } from '../reason-words.js';
import { fieldInput } from './field-input.js';

/** The fields of a feature, made from the declaration of its layer. */
export class FieldForm {
  constructor(declaration, draft) {
    this.draft = draft;
    this.inputs = new Map(
      declaration.fields.map((field) => [
        field.name,
        fieldInput(field, (value) => this.change(field.name, value)),
      ]),
    );
    this.day = element('input', {
      type: 'date',
      class: 'field number',
      id: 'valid-from',
      required: true,
      dataset: { testid: 'valid-from' },
    });
    this.day.addEventListener('change', () => {
      if (this.day.value) draft.change({ validFrom: this.day.value }, 'valid-from');
    });
    this.node = element(
      'div',
      { class: 'entry-fields' },
      ...[...this.inputs.values()].map(({ node }) => node),
      element(
        'div',
        { class: 'entry-field' },
        element('label', { for: 'valid-from' }, element('span', { text: t('edit.validFrom') })),
        this.day,
        element('p', { class: 'quiet entry-field__help', text: t('edit.validFromHelp') }),
      ),
    );
    draft.onChange(() => this.write());
    this.write();
  }

  change(name, value) {
    const values = { ...this.draft.now.values };
    if (value === null) delete values[name];
    else values[name] = value;
    this.draft.change({ values }, `field:${name}`);
  }

  write() {
    const { values, validFrom } = this.draft.now;
    this.inputs.forEach((input, name) => input.show(values[name]));
    this.day.value = validFrom;
    const { base } = this.draft;
    this.inputs.forEach(({ node }, name) =>
      node.classList.toggle(
        'entry-field--changed',
        this.draft.tag !== null && (values[name] ?? null) !== (base.values[name] ?? null),
      ),
    );
  }

  /** Whether everything that must be there is there; the first input that is wrong gets the focus. */
  check() {
    const wrong = [...this.inputs.values()].filter((input) => !input.check());
    wrong[0]?.input.focus();
    return wrong.length === 0;
  }

  /** Writes what the server refused beside its field. */
  tell(errors) {
    for (const { field, reason } of errors) this.inputs.get(field)?.tell(reasonWords(reason).text);
  }
}

import { element } from '../../dom.js';
import { reasonWords } from '../reason-words.js';
import { fieldInput } from './field-input.js';
import { PeriodFields } from './period-fields.js';

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
    this.period = new PeriodFields(declaration, draft);
    this.node = element(
      'div',
      { class: 'entry-fields' },
      ...[...this.inputs.values()].map(({ node }) => node),
      ...this.period.nodes,
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
    const { values } = this.draft.now;
    this.inputs.forEach((input, name) => input.show(values[name]));
    this.period.write();
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
    return this.period.check() && wrong.length === 0;
  }

  /** Writes what the server refused beside its field. */
  tell(errors) {
    for (const { field, reason } of errors) {
      const place = field === 'valid_to' ? this.period : this.inputs.get(field);
      place?.tell(reasonWords(reason).text);
    }
  }
}

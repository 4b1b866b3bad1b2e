import { changeAppearance } from '../../api-admin.js';
import { element } from '../../dom.js';
import { failureBox } from '../../failure.js';
import { t, titleOf } from '../../i18n.js';
import { colour } from '../../theme.js';
import { titleInputs } from './title-inputs.js';

const NUMBERS = { size: [3, 24, 1], width: [0.5, 8, 0.5] };

/** Changes what a layer is called and how it is drawn; only what differs from the declaration is sent. */
export class LookForm {
  /** @param {() => void} changed called when it looks otherwise now */
  constructor(declaration, look, changed) {
    Object.assign(this, { declaration, look, changed });
    this.holds = false;
    this.problem = element('div', { 'aria-live': 'polite' });
    this.title = titleInputs('look-title', look.appearance.title ?? look.title, titleOf(look.title));
    this.fields = Object.entries(look.fields).map(([name, declared]) => ({
      name,
      declared,
      inputs: titleInputs(`look-field-${name}`, look.appearance.fields[name] ?? declared, name),
    }));
    this.styles = this.styleInputs();
    this.node = element(
      'form',
      { class: 'card look', on: { submit: (event) => this.submit(event), input: () => (this.holds = true) } },
      element('h2', { class: 'block__title', text: t('look.title') }),
      element('p', { class: 'quiet', text: t('look.about') }),
      element('div', { class: 'look__row' }, element('span', { text: t('look.name') }), this.title.node),
      this.styles.length ? element('div', { class: 'look__styles' }, ...this.styles.map(({ node }) => node)) : null,
      element(
        'details',
        { class: 'more' },
        element('summary', { text: t('look.fields') }),
        ...this.fields.map(({ name, inputs }) =>
          element('div', { class: 'look__row' }, element('span', { class: 'quiet', text: name }), inputs.node),
        ),
      ),
      this.problem,
      element(
        'div',
        { class: 'office__actions' },
        element('button', { type: 'submit', class: 'button button--main', text: t('look.save'), dataset: { testid: 'look-save' } }),
        element('button', {
          type: 'button',
          class: 'button',
          text: t('look.asDeclared'),
          disabled: Object.keys(this.overlay()).length === 0,
          dataset: { testid: 'look-declared' },
          on: { click: () => this.send({}) },
        }),
      ),
    );
  }

  /** What lies over the declaration now, without what is empty. */
  overlay() {
    const { title, fields, style, byValue } = this.look.appearance;
    return Object.fromEntries(
      Object.entries({ title, fields, style, byValue }).filter(([, value]) => value && Object.keys(value).length),
    );
  }

  styleInputs() {
    const { drawing, appearance } = this.look;
    if (this.declaration.geometry === 'None') return [];
    const inputs = Object.entries(drawing.style)
      .filter(([part]) => ['fill', 'stroke', 'size', 'width'].includes(part))
      .map(([part, declared]) => this.styleInput(null, part, declared, appearance.style[part], t(`look.${part}`)));
    const field = this.declaration.fields.find(({ name }) => name === drawing.by?.field);
    for (const [value, style] of Object.entries(drawing.by?.values ?? {})) {
      for (const part of ['fill', 'stroke'].filter((one) => one in style)) {
        const label = `${titleOf(field?.values?.[value]) || value} · ${t(`look.${part}`)}`;
        inputs.push(this.styleInput(value, part, style[part], appearance.byValue[value]?.[part], label));
      }
    }
    return inputs;
  }

  styleInput(value, part, declared, over, label) {
    const range = NUMBERS[part];
    const shown = over ?? (range ? declared : hex(declared));
    const testid = value === null ? `look-${part}` : `look-${part}-${value}`;
    const input = range
      ? element('input', { type: 'number', class: 'field number', min: range[0], max: range[1], step: range[2], value: shown, dataset: { testid } })
      : element('input', { type: 'color', class: 'look__colour', value: shown, dataset: { testid } });
    const node = element('label', { class: 'labelled' }, element('span', { text: label }), input);
    const read = () => {
      const now = range ? Number(input.value) : input.value;
      return now === (range ? declared : hex(declared)) ? null : now;
    };
    return { node, value, part, read };
  }

  appearance() {
    const all = { fields: {}, style: {}, byValue: {} };
    const title = this.title.read();
    if (!same(title, this.look.title)) all.title = title;
    for (const { name, declared, inputs } of this.fields) {
      if (!same(inputs.read(), declared)) all.fields[name] = inputs.read();
    }
    for (const { value, part, read } of this.styles) {
      const now = read();
      if (now === null) continue;
      if (value === null) all.style[part] = now;
      else (all.byValue[value] ??= {})[part] = now;
    }
    return all;
  }

  submit(event) {
    event.preventDefault();
    this.send(this.appearance());
  }

  async send(appearance) {
    this.problem.replaceChildren();
    try {
      await changeAppearance(this.declaration.id, this.look.number, appearance);
      this.holds = false;
      this.changed();
    } catch (failure) {
      this.problem.replaceChildren(failureBox(failure, null));
    }
  }
}

function same(one, other) {
  return one.zh === other.zh && one.en === other.en;
}

/** A colour field knows hex values only; what has no colour begins with white. */
function hex(declared) {
  return colour(declared) ?? '#ffffff';
}

import { element } from '../dom.js';
import { t, titleOf } from '../i18n.js';
import { isTable } from '../tables.js';

/** What of a layer leaves it: by its coded fields, a rectangle, or a condition in words. */
export class ExportFilters {
  constructor({ id, fields, geometry }) {
    this.inputs = new Map(
      fields.filter(({ values }) => values).map((field) => [field.name, choice(id, field)]),
    );
    if (!isTable({ geometry })) this.inputs.set('bbox', text(`bbox-${id}`, '113.5,34.6,113.8,34.9'));
    this.inputs.set('where', text(`where-${id}`, exampleOf(fields)));
    const titles = new Map(fields.map(({ name, title }) => [name, titleOf(title)]));
    this.node = element(
      'details',
      { class: 'more out-form__filters', dataset: { testid: `filters-${id}` } },
      element('summary', { text: t('export.filters') }),
      element(
        'div',
        { class: 'out-form' },
        ...[...this.inputs].map(([name, input]) =>
          element(
            'label',
            { class: `labelled labelled--${name}` },
            element('span', { text: titles.get(name) ?? t(`export.${name}`) }),
            input,
          ),
        ),
        element('p', { class: 'quiet out-form__note', text: t('export.whereHelp') }),
      ),
    );
  }

  /** Adds what is chosen to a query. */
  writeTo(query) {
    for (const [name, input] of this.inputs) {
      const value = input.value.trim();
      if (value) query.set(name, value);
    }
  }
}

function choice(id, { name, values }) {
  return element(
    'select',
    { class: 'field', dataset: { testid: `filter-${id}-${name}` } },
    element('option', { value: '', text: t('export.all') }),
    ...Object.entries(values).map(([value, title]) => element('option', { value, text: titleOf(title) })),
  );
}

function text(testid, placeholder) {
  return element('input', { type: 'text', class: 'field', placeholder, autocomplete: 'off', dataset: { testid } });
}

// An example that holds for this layer is worth more than a grammar.
function exampleOf(fields) {
  const coded = fields.find(({ values }) => values);
  if (coded) return `${coded.name} = '${Object.keys(coded.values)[0]}'`;
  return `${fields[0].name} LIKE '%1%'`;
}

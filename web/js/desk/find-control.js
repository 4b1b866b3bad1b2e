import { element } from '../dom.js';
import * as format from '../format.js';
import { t, titleOf } from '../i18n.js';
import { symbolCanvas } from '../symbols.js';

const FIELDS = ['class', 'type'];

/**
 * What to look for, by layer, class and type, each with the number that it would give.
 *
 * @param {DeskState} state
 * @param {Drawing[]} drawings of the layers that can be found
 * @param {(layer: string, field: string|null) => Map<string, number>} counts of a field's values, or
 *     of the layer under '' when there is no field
 * @param {{layer: (id, on) => void, filter: (name, values) => void}} change
 */
export function findControl(state, drawings, counts, change) {
  return element(
    'div',
    { class: 'control finds' },
    ...drawings.map((drawing) => layerPart(state, drawing, counts, change)),
  );
}

function layerPart(state, drawing, counts, change) {
  const { layer, declaration } = drawing;
  const on = state.find.has(layer);
  const fields = FIELDS.map((name) =>
    declaration.fields.find((field) => field.name === name && field.values),
  );
  return element(
    'div',
    { class: 'finds__layer' },
    element(
      'label',
      { class: 'finds__head' },
      symbolCanvas(drawing.base, 22),
      element('span', { class: 'finds__name', text: titleOf(declaration.title) }),
      element('span', {
        class: 'quiet number',
        text: on ? format.count(counts(layer, null).get('') ?? 0) : '',
      }),
      element('input', {
        type: 'checkbox',
        class: 'switch',
        checked: on,
        dataset: { testid: `find-${layer}`, focus: `find-${layer}` },
        on: { change: (event) => change.layer(layer, event.target.checked) },
      }),
    ),
    ...(on
      ? fields.filter(Boolean).map((field) => chips(state, drawing, field, counts, change))
      : []),
  );
}

function chips(state, drawing, field, counts, change) {
  const name = `${drawing.layer}.${field.name}`;
  const chosen = state.filters.get(name) ?? new Set();
  const found = counts(drawing.layer, field.name);
  const symbolic = drawing.by?.field === field.name;
  const all = Object.entries(field.values).map(([value, titles]) => {
    const toggled = new Set(chosen);
    if (!toggled.delete(value)) toggled.add(value);
    return element(
      'button',
      {
        type: 'button',
        class: 'chip',
        'aria-pressed': String(chosen.has(value)),
        dataset: { testid: `filter-${name}-${value}`, focus: `${name}-${value}` },
        on: { click: () => change.filter(name, toggled) },
      },
      symbolic ? symbolCanvas(drawing.styleOf({ [field.name]: value }), 18) : null,
      titleOf(titles),
      element('span', { class: 'chip__count number', text: format.count(found.get(value) ?? 0) }),
    );
  });
  if (symbolic) {
    return element(
      'div',
      { class: 'chips', role: 'group', 'aria-label': titleOf(field.title) },
      ...all,
    );
  }
  // Types are many and rarely needed: they open on request, and stay open while one is chosen.
  return element(
    'details',
    { class: 'more', open: chosen.size > 0, dataset: { keep: name } },
    element(
      'summary',
      { dataset: { focus: `more-${name}` } },
      titleOf(field.title),
      element('span', {
        class: 'quiet',
        text: chosen.size ? t('desk.chosen', { count: chosen.size }) : t('desk.any'),
      }),
    ),
    element('div', { class: 'chips', role: 'group', 'aria-label': titleOf(field.title) }, ...all),
  );
}

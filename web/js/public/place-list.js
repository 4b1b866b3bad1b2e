import { element } from '../dom.js';
import { fieldText } from '../facts.js';
import { failureBox } from '../failure.js';
import { titleOf } from '../i18n.js';
import { lineCanvas, symbolCanvas } from '../symbols.js';

/**
 * The map as text: for each layer what is on it, grouped by river or city.
 *
 * @param {{drawing: Drawing, features: object[]|null, failure?: Error}[]} layers null while they are on
 *     their way
 * @param {{layer: string, id: string}|null} selected
 * @param {{choose: (drawing: Drawing, feature: object) => void, again: (drawing: Drawing) => void}} does
 */
export function placeList(layers, selected, { choose, again }) {
  return element(
    'div',
    { class: 'places', dataset: { testid: 'place-list' } },
    ...layers.map((one) => (one.features ? layerPart(one.drawing, one.features, selected, choose) : absentPart(one, again))),
  );
}

function absentPart({ drawing, failure }, again) {
  return element(
    'section',
    { class: 'places__layer' },
    element('h2', { class: 'places__title', text: titleOf(drawing.declaration.title) }),
    failure ? failureBox(failure, () => again(drawing)) : element('div', { class: 'skeleton' }),
  );
}

function layerPart(drawing, features, selected, choose) {
  return element(
    'section',
    { class: 'places__layer' },
    element(
      'h2',
      { class: 'places__title' },
      titleOf(drawing.declaration.title),
      element('span', { class: 'quiet number', text: features.length }),
    ),
    ...[...groups(drawing, features)].map(([name, members]) =>
      element(
        'div',
        { class: 'places__group' },
        name ? element('h3', { class: 'places__group-name', text: name }) : null,
        element(
          'ul',
          { class: 'plain-list' },
          ...members.map((feature) => item(drawing, feature, selected, choose)),
        ),
      ),
    ),
  );
}

function groups(drawing, features) {
  const by = drawing.declaration.fields.some(({ name }) => name === 'river') ? 'river' : 'city';
  const sorted = new Map();
  for (const feature of features) {
    const name = feature.properties[by] ?? '';
    sorted.set(name, [...(sorted.get(name) ?? []), feature]);
  }
  return sorted;
}

function item(drawing, feature, selected, choose) {
  const { properties } = feature;
  const chosen = selected?.layer === drawing.layer && selected.id === feature.id;
  const facts = ['level', drawing.by?.field].map(
    (name) => name && fieldText(drawing.declaration, properties, name),
  );
  return element(
    'li',
    {},
    element(
      'button',
      {
        type: 'button',
        class: 'place-row',
        'aria-current': chosen ? 'true' : null,
        dataset: { testid: `${drawing.layer}-item`, id: feature.id },
        on: { click: () => choose(drawing, feature) },
      },
      (drawing.isPoint ? symbolCanvas : lineCanvas)(drawing.styleOf(properties), 24),
      element('span', { class: 'place-row__name', text: properties.name }),
      element('span', { class: 'quiet', text: facts.filter(Boolean).join(' · ') }),
    ),
  );
}

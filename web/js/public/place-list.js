import { element } from '../dom.js';
import { fieldText } from '../facts.js';
import { titleOf } from '../i18n.js';
import { symbolCanvas } from '../symbols.js';

/**
 * The map as text: for each layer its places, grouped by river or city.
 *
 * @param {{drawing: Drawing, features: object[]}[]} layers
 * @param {{layer: string, id: string}|null} selected
 * @param {(drawing: Drawing, feature: object) => void} choose
 */
export function placeList(layers, selected, choose) {
  return element(
    'div',
    { class: 'places', dataset: { testid: 'place-list' } },
    ...layers.map(({ drawing, features }) => layerPart(drawing, features, selected, choose)),
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
        element('h3', { class: 'places__group-name', text: name }),
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
      symbolCanvas(drawing.styleOf(properties), 24),
      element('span', { class: 'place-row__name', text: properties.name }),
      element('span', { class: 'quiet', text: facts.filter(Boolean).join(' · ') }),
    ),
  );
}

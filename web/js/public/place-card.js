import { element } from '../dom.js';
import { factList, fieldText, trustMarks } from '../facts.js';
import * as format from '../format.js';
import { icon } from '../icons.js';
import { t, titleOf } from '../i18n.js';
import { symbolCanvas } from '../symbols.js';
import { noticeLink } from './notice-link.js';
import { SAID_OF_WATER, waterWords } from './water-words.js';

/**
 * Everything about one feature on a card.
 *
 * @param {Drawing} drawing of its layer
 * @param {object} feature GeoJSON feature
 * @param {{close: () => void, locate: (() => void)|null}} actions
 * @param {Node|null} [more] what else is said about it
 */
export function placeCard(drawing, feature, { close, locate }, more = null) {
  const { declaration } = drawing;
  const { properties } = feature;
  const point = feature.geometry?.type === 'Point' ? feature.geometry.coordinates : [];
  return element(
    'article',
    { class: 'card', dataset: { testid: `${drawing.layer}-card` }, 'aria-label': properties.name },
    element(
      'header',
      { class: 'card__head' },
      drawing.isPoint ? symbolCanvas(drawing.styleOf(properties), 32) : null,
      element(
        'div',
        { class: 'card__titles' },
        element('h2', { class: 'card__title', text: properties.name }),
        element('p', { class: 'quiet', text: subtitle(declaration, properties) }),
      ),
      iconButton('close', 'card.close', close),
    ),
    highlight(drawing, properties),
    drawing.layer === 'section' ? waterWords(declaration, properties) : null,
    zoneWords(declaration, properties),
    factList(declaration, properties, {
      lon: point[0],
      lat: point[1],
      without: [...SAID_OF_WATER, drawing.by?.field, 'level', 'river', 'city'],
    }),
    element('p', { class: 'card__foot' }, ...trustMarks(properties), sinceNote(feature)),
    locate ? locateButton(locate) : null,
    drawing.layer === 'grid_cell' ? noticeLink(feature.id) : null,
    more,
  );
}

// River and level, or city and level: what tells a place from another one of the same name.
function subtitle(declaration, properties) {
  const parts = ['river', 'city', 'level'].map((name) => fieldText(declaration, properties, name));
  return [titleOf(declaration.title), ...parts].filter(Boolean).join(' · ');
}

// The value that colours the symbol is what people come for: it is said in full and large.
function highlight(drawing, properties) {
  if (drawing.layer !== 'section') return null;
  const style = drawing.styleOf(properties);
  const field = drawing.declaration.fields.find(({ name }) => name === drawing.by.field);
  const badge = element('span', { class: 'badge', text: style.letter ?? '' });
  badge.style.backgroundColor = style.fill;
  return element(
    'p',
    { class: 'card__highlight' },
    element('span', { class: 'quiet', text: titleOf(field.title) }),
    badge,
    element('strong', { text: fieldText(drawing.declaration, properties, field.name) }),
  );
}

// Around some features a wider area is watched; which ones, the declaration of their layer says.
function zoneWords({ zone }, properties) {
  if (!zone || (zone.field && properties[zone.field] !== zone.value)) return null;
  return element('p', {
    class: 'card__words',
    text: t('station.zone', { radius: format.radius(zone.radius) }),
  });
}

function sinceNote({ valid_from: validFrom }) {
  return validFrom
    ? element('span', { class: 'quiet', text: t('card.since', { day: format.day(validFrom) }) })
    : null;
}

function locateButton(locate) {
  return element(
    'button',
    { type: 'button', class: 'button button--quiet', on: { click: locate } },
    icon('locate'),
    t('card.locate'),
  );
}

/** A button that is only an icon, with its name for those who do not see it. */
export function iconButton(name, key, action) {
  return element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': t(key),
      title: t(key),
      on: { click: action },
    },
    icon(name),
  );
}

import { element } from '../dom.js';
import { factList, fieldText, trustMarks } from '../facts.js';
import * as format from '../format.js';
import { arrow, icon } from '../icons.js';
import { t } from '../i18n.js';
import { symbolCanvas } from '../symbols.js';

/** One find on one line: what, its type and class, which way and how far. */
export function nearRow(item, drawing, { place, size, open }) {
  const { declaration } = drawing;
  const facts = ['type', 'class']
    .map((name) => fieldText(declaration, item.properties, name))
    .filter(Boolean);
  return element(
    'div',
    { class: 'near-row', role: 'listitem', 'aria-posinset': place + 1, 'aria-setsize': size },
    element(
      'button',
      {
        type: 'button',
        class: 'near-row__button',
        tabindex: -1,
        'aria-expanded': String(open),
        dataset: { testid: 'near-row', id: item.id, layer: item.layer },
      },
      symbolCanvas(drawing.styleOf(item.properties), 22),
      element('span', { class: 'near-row__name', text: item.name ?? item.id }),
      element('span', { class: 'near-row__facts', text: facts.join(' · ') }),
      element(
        'span',
        {
          class: 'near-row__way number',
          title: t('desk.bearing', { name: format.compass(item.bearing) }),
        },
        arrow(item.bearing),
        format.distance(item.distance),
      ),
    ),
  );
}

/** What else is known about a find, opened under its row. */
export function nearDetails(item, drawing, station, { locate, close, who }) {
  const way = t(station.id ? 'desk.way' : 'desk.wayPlace', {
    station: station.name,
    compass: format.compass(item.bearing, 16),
    degrees: Math.round(item.bearing),
    distance: format.distance(item.distance),
  });
  return element(
    'div',
    { class: 'near-details', dataset: { testid: 'near-details' } },
    element('p', { class: 'near-details__way', text: way }),
    factList(drawing.declaration, item.properties, { lon: item.lon, lat: item.lat }),
    element(
      'p',
      { class: 'near-details__foot' },
      ...trustMarks(item.properties),
      whoButton(who),
      element(
        'button',
        { type: 'button', class: 'button button--quiet', on: { click: locate } },
        icon('locate'),
        t('card.locate'),
      ),
      element('button', {
        type: 'button',
        class: 'button button--quiet',
        text: t('card.close'),
        on: { click: close },
      }),
    ),
  );
}

/** Leads from an object to those who are responsible for it. */
export function whoButton(click) {
  return element(
    'button',
    {
      type: 'button',
      class: 'button button--quiet',
      dataset: { testid: 'ask-who' },
      on: { click },
    },
    icon('people'),
    t('desk.whoButton'),
  );
}

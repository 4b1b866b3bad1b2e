import { element } from '../dom.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';
import { segments } from './segments.js';

/**
 * Which stations: all national ones (where there are none, simply all), those of a city, or single
 * ones.
 *
 * @param {DeskState} state
 * @param {Station[]} stations
 * @param {(changes: object) => void} change
 * @param {(kind: 'box'|'polygon'|'window') => void} draw
 */
export function stationChooser(state, stations, change, draw) {
  const cities = citiesOf(stations.filter(({ level }) => !state.level || level === state.level));
  return element(
    'div',
    { class: 'control' },
    segments(
      t('desk.stations'),
      'stations',
      [
        { value: 'all', text: t(state.level ? 'desk.allNational' : 'desk.all') },
        // One city is all of them.
        ...(cities.length > 1 ? cities : []).map((city) => ({ value: `city:${city}`, text: city })),
        { value: 'ids', text: t('desk.pick') },
        ...(state.mode === 'place' ? [{ value: 'place', text: t('desk.place') }] : []),
        { value: 'area', text: t('desk.area') },
      ],
      state.mode === 'city' ? `city:${state.city}` : state.mode,
      // A keyboard only passes by, and cannot draw: it finds the buttons.
      (value, isPointed) =>
        value === 'area' && isPointed ? draw('box') : change(changesFor(value)),
    ),
    state.mode === 'ids' ? picker(state, stations, change) : null,
    state.mode === 'area' ? areaButtons(draw) : null,
  );
}

function citiesOf(stations) {
  return [...new Set(stations.map(({ city }) => city))];
}

function changesFor(value) {
  if (value.startsWith('city:')) return { mode: 'city', city: value.slice(5) };
  return { mode: value };
}

function areaButtons(draw) {
  return element(
    'div',
    { class: 'chips area-buttons' },
    ...['box', 'polygon', 'window'].map((kind) =>
      element('button', {
        type: 'button',
        class: 'button',
        text: t(`area.${kind}`),
        dataset: { testid: `area-${kind}`, focus: `area-${kind}` },
        on: { click: () => draw(kind) },
      }),
    ),
  );
}

// What is chosen stays in sight; the list of all stations folds away once there is something.
function picker(state, stations, change) {
  const chosen = stations.filter(({ id }) => state.ids.includes(id));
  return element(
    'div',
    { class: 'picker' },
    chosen.length
      ? element('div', { class: 'chips' }, ...chosen.map((one) => chosenChip(one, state, change)))
      : null,
    element(
      'details',
      { class: 'more', open: chosen.length === 0, dataset: { keep: 'picker' } },
      element(
        'summary',
        { dataset: { focus: 'more-picker', testid: 'station-picker' } },
        t('desk.pickMore'),
        element('span', { class: 'quiet', text: t('desk.pickHint') }),
      ),
      ...citiesOf(stations).map((city) =>
        element(
          'div',
          { class: 'picker__city', role: 'group', 'aria-label': city },
          element('span', { class: 'picker__name', text: city }),
          ...stations.filter((one) => one.city === city).map((one) => chip(one, state, change)),
        ),
      ),
    ),
  );
}

function chip({ id, name }, state, change) {
  return element('button', {
    type: 'button',
    class: 'chip',
    'aria-pressed': String(state.ids.includes(id)),
    text: name,
    dataset: { testid: 'station-item', id, focus: `station-${id}` },
    on: { click: () => change({ ids: toggled(state.ids, id) }) },
  });
}

function chosenChip({ id, name }, state, change) {
  return element(
    'button',
    {
      type: 'button',
      class: 'chip',
      'aria-pressed': 'true',
      'aria-label': t('desk.unpick', { name }),
      dataset: { testid: 'station-chosen', id },
      on: { click: () => change({ ids: toggled(state.ids, id) }) },
    },
    name,
    icon('close', 14),
  );
}

function toggled(ids, id) {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

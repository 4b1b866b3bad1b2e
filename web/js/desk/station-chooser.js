import { element } from '../dom.js';
import { t } from '../i18n.js';
import { segments } from './segments.js';

/**
 * Which stations: all national ones, those of a city, or single ones.
 *
 * @param {DeskState} state
 * @param {Station[]} stations
 * @param {(changes: object) => void} change
 */
export function stationChooser(state, stations, change) {
  const cities = [...new Set(stations.map(({ city }) => city))];
  return element(
    'div',
    { class: 'control' },
    segments(
      t('desk.stations'),
      'stations',
      [
        { value: 'all', text: t('desk.all') },
        ...cities.map((city) => ({ value: `city:${city}`, text: city })),
        { value: 'ids', text: t('desk.pick') },
      ],
      state.mode === 'city' ? `city:${state.city}` : state.mode,
      (value) => change(changesFor(value, state)),
    ),
    state.mode === 'ids' ? picker(state, stations, cities, change) : null,
  );
}

function changesFor(value, state) {
  if (value.startsWith('city:')) return { mode: 'city', city: value.slice(5) };
  return value === 'ids' ? { mode: 'ids', ids: state.ids } : { mode: 'all' };
}

function picker(state, stations, cities, change) {
  return element(
    'div',
    { class: 'picker', role: 'group', 'aria-label': t('desk.pick') },
    element('p', { class: 'quiet picker__hint', text: t('desk.pickHint') }),
    ...cities.map((city) =>
      element(
        'div',
        { class: 'picker__city' },
        element('span', { class: 'picker__name', text: city }),
        ...stations.filter((one) => one.city === city).map((one) => chip(one, state, change)),
      ),
    ),
  );
}

function chip({ id, name }, state, change) {
  const chosen = state.ids.includes(id);
  const toggle = () => change({ ids: chosen ? state.ids.filter((other) => other !== id) : [...state.ids, id] });
  return element('button', {
    type: 'button',
    class: 'chip',
    'aria-pressed': String(chosen),
    text: name,
    dataset: { testid: 'station-item', id, focus: `station-${id}` },
    on: { click: toggle },
  });
}

import { placeAt } from './question.js';

/**
 * The ways to ask about a place of the map whatever lies there: a long press or the other button of
 * the mouse, and Enter, which means the cross in the middle of a map that is moved by keys.
 *
 * @param {ZerenMap} map
 * @param {(place: {lon: number, lat: number}) => void} ask
 */
export function startSpots(map, ask) {
  const container = map.leaflet.getContainer();
  map.leaflet.on('contextmenu', ({ latlng, originalEvent }) => {
    originalEvent.preventDefault();
    ask(placeAt(latlng));
  });
  container.addEventListener('pointerdown', () => container.classList.remove('map--keys'));
  container.addEventListener('focusout', () => container.classList.remove('map--keys'));
  container.addEventListener('keyup', () => container.classList.add('map--keys'));
  container.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== container) return;
    event.preventDefault();
    ask(placeAt(map.leaflet.getCenter()));
  });
}

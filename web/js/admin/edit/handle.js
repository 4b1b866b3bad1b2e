import { Marker, divIcon } from 'leaflet';

const KEYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const FAR = 10;

/**
 * Something on the map that is taken hold of: with a pointer, a finger or the keyboard. The arrow keys
 * move it by a pixel of the map, with Shift by ten.
 *
 * @param {'point'|'corner'|'middle'} kind
 * @param {{drag, drop, remove, act}} actions `drag` while it moves, `drop` when it stays, with the
 *     place as [lon, lat]; `remove` and `act` may be missing
 */
export function handle(map, kind, [lon, lat], label, actions) {
  const size = matchMedia('(pointer: coarse)').matches ? 44 : 24;
  const marker = new Marker([lat, lon], {
    icon: divIcon({ className: `handle handle--${kind}`, iconSize: [size, size] }),
    draggable: true,
    autoPan: true,
    keyboard: true,
    alt: label,
    bubblingMouseEvents: false,
  });
  const place = () => [marker.getLatLng().lng, marker.getLatLng().lat];
  marker.on('drag', () => actions.drag?.(place()));
  marker.on('dragend', () => actions.drop?.(place()));
  if (actions.act) marker.on('click', () => actions.act(place()));
  if (actions.remove) marker.on('dblclick', () => actions.remove());
  marker.addTo(map);
  const node = marker.getElement();
  node.setAttribute('aria-label', label);
  node.dataset.testid = `handle-${kind}`;
  node.addEventListener('keydown', (event) => key(event, map, marker, actions, place));
  return marker;
}

function key(event, map, marker, actions, place) {
  if (event.key in KEYS) {
    const [x, y] = KEYS[event.key].map((step) => step * (event.shiftKey ? FAR : 1));
    const at = map.project(marker.getLatLng()).add([x, y]);
    marker.setLatLng(map.unproject(at));
    actions.drop?.(place(), 'keys');
  } else if ((event.key === 'Delete' || event.key === 'Backspace') && actions.remove) {
    actions.remove();
  } else if ((event.key === 'Enter' || event.key === ' ') && actions.act) {
    actions.act(place());
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

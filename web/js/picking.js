import { element } from './dom.js';

const FINGER = 14;
const POINTER = 4;

/**
 * Finds what is under the pointer: hovering tells the name, a click picks.
 *
 * @param {ZerenMap} map
 * @param {() => VectorLayer[]} layers topmost first
 * @param {{describe: (hit) => string[], pick: (hit|null, latlng) => void}} actions
 */
export function startPicking(map, layers, { describe, pick }) {
  const container = map.leaflet.getContainer();
  const tip = element('div', { class: 'map-tip', role: 'status', hidden: true });
  container.append(tip);
  const find = (latlng, slack) => {
    for (const layer of layers()) {
      const hit = layer.findAt(latlng, slack);
      if (hit) return hit;
    }
    return null;
  };
  let pending = 0;
  map.leaflet.on('mousemove', ({ latlng, containerPoint }) => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(() => {
      const hit = find(latlng, POINTER);
      container.classList.toggle('map--over', Boolean(hit));
      tell(tip, hit && describe(hit), containerPoint, map.leaflet.getSize());
    });
  });
  const quiet = () => {
    cancelAnimationFrame(pending);
    tip.hidden = true;
  };
  map.leaflet.on('mouseout movestart zoomstart', quiet);
  map.leaflet.on('click', ({ latlng, originalEvent }) => {
    quiet();
    pick(find(latlng, originalEvent.pointerType === 'touch' ? FINGER : POINTER), latlng);
  });
}

function tell(tip, lines, at, size) {
  tip.hidden = !lines;
  if (!lines) return;
  tip.replaceChildren(...lines.map((line) => element('span', { text: line })));
  const left = at.x + 14 + tip.offsetWidth > size.x ? at.x - tip.offsetWidth - 10 : at.x + 14;
  const top = at.y + 14 + tip.offsetHeight > size.y ? at.y - tip.offsetHeight - 10 : at.y + 14;
  tip.style.transform = `translate(${left}px, ${top}px)`;
}

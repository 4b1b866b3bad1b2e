import { CircleMarker, Polyline, layerGroup } from 'leaflet';
import { element } from '../../dom.js';
import { t } from '../../i18n.js';
import { geometryOf, rounded } from './shape.js';

/**
 * Draws a geometry anew, corner by corner: by clicks, or with the keyboard by moving the map under the
 * cross in its middle and pressing Enter.
 */
export class DrawingAnew {
  /**
   * @param {string} layerType the layer's type of geometry
   * @param {{finish: (geometry: object) => void, cancel: () => void}} actions
   */
  constructor(map, layerType, actions) {
    this.map = map.leaflet;
    this.layerType = layerType;
    this.actions = actions;
    this.corners = [];
    this.marks = layerGroup().addTo(this.map);
    this.container = this.map.getContainer();
    this.cross = element('div', { class: 'map-cross', 'aria-hidden': 'true' });
    this.bar = element('div', { class: 'draw-bar', role: 'group', 'aria-label': t('edit.drawing') });
    this.container.append(this.cross, this.bar);
    this.container.classList.add('map--drawing');
    this.onClick = ({ latlng }) => this.add([latlng.lng, latlng.lat]);
    this.onKey = (event) => this.key(event);
    this.map.doubleClickZoom.disable();
    this.map.on('click', this.onClick);
    this.container.addEventListener('keydown', this.onKey, true);
    for (const type of ['click', 'dblclick', 'pointerdown', 'mousedown'])
      this.bar.addEventListener(type, (event) => event.stopPropagation());
    this.write();
    this.container.focus({ preventScroll: true });
  }

  add(corner) {
    this.corners.push(rounded(corner));
    if (this.layerType === 'Point') return this.finish();
    return this.write();
  }

  back() {
    this.corners.pop();
    this.write();
  }

  finish() {
    const geometry = geometryOf(this.layerType, this.corners);
    if (!geometry) return;
    this.end();
    this.actions.finish(geometry);
  }

  cancel() {
    this.end();
    this.actions.cancel();
  }

  end() {
    this.map.doubleClickZoom.enable();
    this.map.off('click', this.onClick);
    this.container.removeEventListener('keydown', this.onKey, true);
    this.container.classList.remove('map--drawing');
    this.marks.remove();
    this.cross.remove();
    this.bar.remove();
  }

  key(event) {
    if (event.target !== this.container) return;
    const actions = {
      Enter: () => {
        const { lng, lat } = this.map.getCenter();
        this.add([lng, lat]);
      },
      Backspace: () => this.back(),
      Escape: () => this.cancel(),
    };
    if (!(event.key in actions)) return;
    event.preventDefault();
    event.stopPropagation();
    actions[event.key]();
  }

  write() {
    this.marks.clearLayers();
    const places = this.corners.map(([lon, lat]) => [lat, lon]);
    const closed = this.layerType === 'MultiPolygon' && places.length > 2;
    const line = new Polyline(closed ? [...places, places[0]] : places, {
      className: 'shape shape--new',
      interactive: false,
    });
    this.marks.addLayer(line);
    for (const place of places)
      this.marks.addLayer(
        new CircleMarker(place, { radius: 4, className: 'shape__corner', interactive: false }),
      );
    this.bar.replaceChildren(
      element('span', { text: this.advice() }),
      ...(this.layerType === 'Point' ? [] : this.cornerButtons()),
      button(t('edit.cancel'), () => this.cancel(), false, 'draw-cancel'),
    );
  }

  cornerButtons() {
    const unfinished = !geometryOf(this.layerType, this.corners);
    return [
      button(t('edit.drawBack'), () => this.back(), this.corners.length === 0, 'draw-back'),
      button(t('edit.drawFinish'), () => this.finish(), unfinished, 'draw-finish'),
    ];
  }

  advice() {
    if (this.layerType === 'Point') return t('edit.drawPoint');
    return t('edit.drawCorners', { count: this.corners.length });
  }
}

function button(text, click, disabled, testid) {
  return element('button', {
    type: 'button',
    class: 'button',
    text,
    disabled,
    dataset: { testid },
    on: { click },
  });
}

import { element, svg } from '../dom.js';
import { t } from '../i18n.js';

const DRAGGED = 6;

/**
 * Draws a box or a polygon on the map, with the pointer or a finger. A box is dragged, or tapped at
 * two opposite corners; a polygon is tapped corner by corner, and ended by Enter, by a double click or
 * at its first corner. Esc gives up.
 */
export class AreaTool {
  /** @param {ZerenMap} map */
  constructor(map) {
    this.leaflet = map.leaflet;
    this.end = () => {};
  }

  /**
   * @param {'box'|'polygon'} kind
   * @returns {Promise<[number, number][]|null>} corners, lon/lat; null when it was given up
   */
  draw(kind) {
    this.end(null);
    return new Promise((done) => {
      const drawing = new AreaDrawing(this.leaflet, kind, (corners) => {
        this.end = () => {};
        done(corners);
      });
      this.end = () => drawing.finish(null);
    });
  }

  /** What the window of the map shows, as an area. */
  window() {
    const bounds = this.leaflet.getBounds();
    return boxOf([bounds.getWest(), bounds.getSouth()], [bounds.getEast(), bounds.getNorth()]);
  }
}

class AreaDrawing {
  constructor(leaflet, kind, done) {
    this.leaflet = leaflet;
    this.kind = kind;
    this.done = done;
    this.corners = [];
    this.pointer = null;
    this.pressed = null;
    this.shape = svg('path', { class: 'area-draw__shape' });
    this.hint = element('p', { class: 'area-draw__hint', role: 'status', text: t(`area.${kind}Hint`) });
    this.finishButton = this.button('area.finish', () => this.finishPolygon());
    this.finishButton.hidden = true;
    this.node = element(
      'div',
      { class: 'area-draw', tabindex: 0, role: 'application', 'aria-label': t(`area.${kind}`), dataset: { testid: 'area-draw' } },
      svg('svg', { class: 'area-draw__canvas' }, this.shape),
      element(
        'div',
        { class: 'area-draw__bar', on: { pointerdown: (event) => event.stopPropagation() } },
        this.hint,
        this.finishButton,
        this.button('edit.cancel', () => this.finish(null)),
      ),
    );
    for (const type of ['mousedown', 'click', 'dblclick', 'touchstart', 'contextmenu'])
      this.node.addEventListener(type, (event) => event.stopPropagation());
    this.node.addEventListener('pointerdown', (event) => this.down(event));
    this.node.addEventListener('pointermove', (event) => this.move(event));
    this.node.addEventListener('pointerup', (event) => this.up(event));
    this.node.addEventListener('dblclick', () => this.finishPolygon());
    this.node.addEventListener('keydown', (event) => this.key(event));
    this.redraw = () => this.paint();
    leaflet.on('move zoom', this.redraw);
    leaflet.getContainer().append(this.node);
    this.node.focus({ preventScroll: true });
  }

  button(key, click) {
    return element('button', { type: 'button', class: 'button', text: t(key), on: { click } });
  }

  at(event) {
    const { lng, lat } = this.leaflet.mouseEventToLatLng(event);
    return [round(lng), round(lat)];
  }

  down(event) {
    event.stopPropagation();
    this.pressed = { x: event.clientX, y: event.clientY, corner: this.at(event) };
    this.node.setPointerCapture(event.pointerId);
  }

  move(event) {
    this.pointer = this.at(event);
    this.paint();
  }

  up(event) {
    if (!this.pressed) return;
    const { x, y, corner } = this.pressed;
    this.pressed = null;
    const dragged = Math.hypot(event.clientX - x, event.clientY - y) > DRAGGED;
    this.pointer = this.at(event);
    if (this.kind === 'box') this.boxCorner(corner, dragged);
    else this.polygonCorner(corner);
    this.paint();
  }

  boxCorner(corner, dragged) {
    if (dragged) this.finish(boxOf(corner, this.pointer));
    else if (this.corners.length) this.finish(boxOf(this.corners[0], corner));
    else this.corners = [corner];
  }

  polygonCorner(corner) {
    const last = this.corners[this.corners.length - 1];
    if (this.corners.length >= 3 && this.isNear(corner, this.corners[0])) this.finishPolygon();
    else if (!last || !this.isNear(corner, last)) this.corners = [...this.corners, corner];
    this.finishButton.hidden = this.corners.length < 3;
  }

  isNear(a, b) {
    const [one, other] = [a, b].map(([lon, lat]) => this.leaflet.latLngToContainerPoint([lat, lon]));
    return one.distanceTo(other) < 10;
  }

  key(event) {
    if (event.key === 'Escape') this.finish(null);
    else if (event.key === 'Enter' && event.target === this.node) this.finishPolygon();
    else if (event.key === 'Backspace') this.corners = this.corners.slice(0, -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.paint();
  }

  finishPolygon() {
    if (this.kind !== 'polygon' || this.corners.length < 3) return;
    if (crossesItself(this.corners)) {
      this.hint.textContent = t('area.crossing');
      return;
    }
    this.finish(this.corners);
  }

  finish(corners) {
    this.leaflet.off('move zoom', this.redraw);
    this.node.remove();
    this.done(corners);
  }

  paint() {
    const from = this.pressed?.corner ?? this.corners[0];
    let corners = this.pointer ? [...this.corners, this.pointer] : this.corners;
    if (this.kind === 'box') corners = from && this.pointer ? boxOf(from, this.pointer) : [];
    const path = corners
      .map(([lon, lat]) => this.leaflet.latLngToContainerPoint([lat, lon]))
      .map(({ x, y }, index) => `${index ? 'L' : 'M'}${x} ${y}`)
      .join('');
    this.shape.setAttribute('d', path ? `${path}Z` : '');
  }
}

function boxOf([x1, y1], [x2, y2]) {
  const [west, east] = [Math.min(x1, x2), Math.max(x1, x2)].map(round);
  const [south, north] = [Math.min(y1, y2), Math.max(y1, y2)].map(round);
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

// A metre is as fine as anybody draws, and keeps the address short.
function round(degrees) {
  return Number(degrees.toFixed(5));
}

function crossesItself(corners) {
  const sides = corners.map((corner, index) => [corner, corners[(index + 1) % corners.length]]);
  return sides.some((one, i) =>
    sides.some((other, j) => Math.abs(i - j) > 1 && Math.abs(i - j) < sides.length - 1 && cross(one, other)),
  );
}

function cross([a, b], [c, d]) {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function turn([x1, y1], [x2, y2], [x3, y3]) {
  return Math.sign((x2 - x1) * (y3 - y1) - (y2 - y1) * (x3 - x1));
}

import { DomUtil, Layer, bounds as pixelBounds, point } from 'leaflet';

const MARGIN = 0.2;

/**
 * One canvas over the window and a margin, painted again when the map has stopped; it moves and
 * scales with the map in between. A kind of overlay says what is on it in `paint(context, place)`,
 * where `place(lat, lon)` gives CSS pixels on the canvas.
 */
export const CanvasOverlay = Layer.extend({
  options: { pane: 'overlayPane' },

  onAdd(map) {
    this._canvas = DomUtil.create('canvas', 'leaflet-zoom-animated', this.getPane());
    this._canvas.setAttribute('aria-hidden', 'true');
    this._zoom = map.getZoom();
    this.redraw();
  },

  onRemove() {
    this._canvas.remove();
  },

  getEvents() {
    return {
      moveend: this.redraw,
      resize: this.redraw,
      viewreset: this.redraw,
      zoomanim: this._animate,
    };
  },

  redraw() {
    if (!this._map) return;
    const size = this._map.getSize();
    const margin = size.multiplyBy(MARGIN).round();
    const whole = size.add(margin.multiplyBy(2));
    const scale = devicePixelRatio || 1;
    this._corner = this._map.containerPointToLayerPoint(margin.multiplyBy(-1)).round();
    this._cornerPlace = this._map.layerPointToLatLng(this._corner);
    this._zoom = this._map.getZoom();
    DomUtil.setPosition(this._canvas, this._corner);
    this._canvas.width = whole.x * scale;
    this._canvas.height = whole.y * scale;
    this._canvas.style.width = `${whole.x}px`;
    this._canvas.style.height = `${whole.y}px`;
    const context = this._canvas.getContext('2d');
    context.scale(scale, scale);
    // Not latLngToLayerPoint, which rounds to whole pixels: a circle would be drawn with dents.
    const origin = this._map.getPixelOrigin().add(this._corner);
    const place = (lat, lon) => this._map.project([lat, lon]).subtract(origin);
    this.paint(context, place, pixelBounds(point(0, 0), whole));
  },

  // Where the corner will be when the zoom has ended, counted like everything else in the map pane.
  _animate({ center, zoom }) {
    const half = this._map.getSize().divideBy(2);
    const pane = DomUtil.getPosition(this._map.getPane('mapPane'));
    const corner = this._map
      .project(this._cornerPlace, zoom)
      .subtract(this._map.project(center, zoom));
    const scale = this._map.getZoomScale(zoom, this._zoom);
    DomUtil.setTransform(this._canvas, corner.add(half).subtract(pane), scale);
  },
});

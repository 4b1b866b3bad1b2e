import { DomUtil, TileLayer, point } from 'leaflet';
import { toGcj02 } from './gcj02.js';

/**
 * The tiles of a source that an operator has set up.
 *
 * A GCJ-02 source shows each place some 500 m away from where it is. The features stay where they
 * are; the *tiles* are moved back by the shift at the middle of the window. Away from the middle the
 * shift differs by about 0.3 % of the distance: two pixels at the edge of a window of 1280 pixels.
 */
export const RasterLayer = TileLayer.extend({
  initialize(address, { datum, ...options }) {
    TileLayer.prototype.initialize.call(this, address, options);
    this._datum = datum;
  },

  getEvents() {
    const events = TileLayer.prototype.getEvents.call(this);
    if (this._datum !== 'gcj02') return events;
    const { moveend } = events;
    return {
      ...events,
      moveend(event) {
        this._place();
        moveend?.call(this, event);
      },
    };
  },

  onAdd(map) {
    TileLayer.prototype.onAdd.call(this, map);
    this._place();
  },

  // Leaflet asks here which tiles cover the window: with the shift, other ones do.
  _getTiledPixelBounds(center) {
    const bounds = TileLayer.prototype._getTiledPixelBounds.call(this, center);
    const shift = this._shift(center, this._tileZoom);
    bounds.min._add(shift);
    bounds.max._add(shift);
    return bounds;
  },

  // The pane of this layer holds nothing else, so moving it moves exactly the tiles.
  _place() {
    const shift = this._shift(this._map.getCenter(), this._map.getZoom());
    DomUtil.setPosition(this.getPane(), shift.multiplyBy(-1).round());
  },

  _shift(center, zoom) {
    if (this._datum !== 'gcj02') return point(0, 0);
    const [lon, lat] = toGcj02(center.lng, center.lat);
    return this._map.project([lat, lon], zoom).subtract(this._map.project(center, zoom));
  },
});

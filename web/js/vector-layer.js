import { GridLayer } from 'leaflet';
import { findTile } from './api.js';
import { decodeTile } from './vector-tile.js';
import { findAt, paintTile } from './tile-painter.js';

/**
 * Draws vector tiles on canvas. Decoded tiles are kept as long as they are on the map, so that a new
 * theme repaints without loading, and a new filter leaves the old picture until its answer is there.
 *
 * Fires `drawn` whenever tiles have been painted and `failed` when a tile could not be loaded.
 */
export const VectorLayer = GridLayer.extend({
  options: { keepBuffer: 1, updateWhenZooming: false, updateInterval: 120 },

  /**
   * @param {import('./drawing.js').Drawing[]} drawings of the layers, lowest first
   * @param {URLSearchParams} [filters] such as `site.type=road`
   */
  initialize(drawings, options, filters = new URLSearchParams()) {
    GridLayer.prototype.initialize.call(this, options);
    this._shown = new Map();
    this._drawings = drawings;
    this._query = filters.toString();
    this.on('tileunload', ({ coords }) => this._forget(keyOf(coords)));
  },

  createTile(coords, done) {
    const canvas = document.createElement('canvas');
    const record = { canvas, coords, layers: null, request: null };
    this._shown.set(keyOf(coords), record);
    this._load(record).then(
      () => done(null, canvas),
      (failure) => done(failure, canvas),
    );
    return canvas;
  },

  /** Shows other layers or filters; what is on the map stays until the answer is there. */
  setSource(drawings, filters) {
    this._drawings = drawings;
    this._query = filters.toString();
    return this.reload();
  },

  /** Asks again for what is on the map. */
  reload() {
    return Promise.allSettled([...this._shown.values()].map((record) => this._load(record)));
  },

  repaint() {
    this._shown.forEach((record) => this._paint(record));
  },

  /** The topmost feature at a place, with `layer`, `drawing` and `feature`; or null. */
  findAt(latlng, slack) {
    const zoom = this._map.getZoom();
    const size = this.getTileSize();
    const pixel = this._map.project(latlng, zoom);
    const tile = pixel.unscaleBy(size).floor();
    const record = this._shown.get(`${zoom}/${tile.x}/${tile.y}`);
    if (!record) return null;
    const within = pixel.subtract(tile.scaleBy(size));
    return findAt(record.layers, this._drawings, zoom, size.x, within.x, within.y, slack);
  },

  /** Calls `visit(drawing, properties)` for what lies inside the window. */
  eachVisible(visit) {
    const zoom = this._map.getZoom();
    const window = this._map.getPixelBounds();
    this._eachFeature((drawing, { properties }, pixel) => {
      if (drawing.isPoint && !window.contains(pixel)) return;
      if (drawing.shownAt(properties, zoom)) visit(drawing, properties);
    });
  },

  /**
   * Calls `visit(drawing, count, latlng)` for each group of points, once however many tiles show it;
   * a point by itself among groups is a group of one.
   */
  eachGroup(visit) {
    const zoom = this._map.getZoom();
    this._eachFeature((drawing, { properties }, pixel, own) => {
      if (own && drawing.groupedAt(zoom))
        visit(drawing, properties.count ?? 1, this._map.unproject(pixel, zoom));
    });
  },

  // With the place of the first corner in pixels of the world, and whether the tile is the one it lies in.
  _eachFeature(visit) {
    const size = this.getTileSize().x;
    for (const { coords, layers } of this._shown.values()) {
      if (coords.z !== this._map.getZoom() || !layers) continue;
      for (const drawing of this._drawings) {
        const { features, extent } = layers.get(drawing.layer) ?? { features: [] };
        for (const feature of features) {
          const [x, y] = feature.rings[0];
          const own = x >= 0 && y >= 0 && x < extent && y < extent;
          visit(
            drawing,
            feature,
            [(coords.x + x / extent) * size, (coords.y + y / extent) * size],
            own,
          );
        }
      }
    }
  },

  async _load(record) {
    record.request?.abort();
    record.request = new AbortController();
    const { signal } = record.request;
    if (this._drawings.length === 0) {
      record.layers = null;
      return this._paint(record);
    }
    try {
      const bytes = await findTile(this._address(record.coords), signal);
      record.layers = bytes ? decodeTile(bytes) : null;
      this._paint(record);
    } catch (failure) {
      if (failure.name !== 'AbortError') this.fire('failed', { failure });
      throw failure;
    }
    return undefined;
  },

  _address({ x, y, z }) {
    const names = this._drawings.map((drawing) => encodeURIComponent(drawing.layer)).join(',');
    return `/tiles/${names}/${z}/${x}/${y}.mvt${this._query ? `?${this._query}` : ''}`;
  },

  _paint({ canvas, coords, layers }) {
    const size = this.getTileSize().x;
    const scale = devicePixelRatio || 1;
    canvas.width = size * scale;
    canvas.height = size * scale;
    const context = canvas.getContext('2d');
    context.scale(scale, scale);
    paintTile(context, layers, this._drawings, coords.z, size);
    this.fire('drawn');
  },

  _forget(key) {
    this._shown.get(key)?.request?.abort();
    this._shown.delete(key);
  },
});

function keyOf({ x, y, z }) {
  return `${z}/${x}/${y}`;
}

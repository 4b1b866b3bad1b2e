import { CanvasOverlay } from '../../canvas-overlay.js';
import { drawSymbol, symbolRadius } from '../../symbols.js';
import { ORDER, STYLES } from './kinds.js';

/** The places of an import's rows on the map. */
export const PlaceOverlay = CanvasOverlay.extend({
  /** @param {{kind: string, row: number, name: string, lon: number, lat: number}[]} places */
  setPlaces(places) {
    this._places = [...places].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    this._shown = [];
    this.redraw();
  },

  paint(context, place, window) {
    this._shown = (this._places ?? [])
      .map((one) => ({ ...one, at: place(one.lat, one.lon) }))
      .filter(({ at }) => window.contains(at));
    for (const { kind, at } of this._shown)
      drawSymbol(context, at.x, at.y, STYLES[kind] ?? STYLES.unchanged);
  },

  /** The topmost place there; see `startPicking`. */
  findAt(latlng, slack) {
    const origin = this._map.getPixelOrigin().add(this._corner);
    const at = this._map.project(latlng).subtract(origin);
    return (
      [...(this._shown ?? [])]
        .reverse()
        .find((one) => one.at.distanceTo(at) <= symbolRadius(STYLES[one.kind]) + slack) ?? null
    );
  },
});

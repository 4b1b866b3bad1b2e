import { circleMarker, geoJSON, svg as svgRenderer } from 'leaflet';
import { symbolRadius } from './symbols.js';

/** A ring round the one feature that is selected, and a thinner one round the one pointed at. */
export class Highlight {
  constructor(map) {
    this.map = map;
    this.renderer = svgRenderer({ pane: 'mark', padding: 0.3 });
    this.rings = new Map();
  }

  /** @param {{lon: number, lat: number, style: object}|null} place */
  select(place) {
    this.ring('selected', place, 6);
  }

  /** @param {object} geometry GeoJSON of an area that is selected */
  selectArea(geometry) {
    this.put(
      'selected',
      geoJSON(geometry, {
        renderer: this.renderer,
        interactive: false,
        className: 'ring ring--selected',
      }),
    );
  }

  /** @param {{lon: number, lat: number, style: object}|null} place */
  point(place) {
    this.ring('pointed', place, 5);
  }

  ring(kind, place, gap) {
    if (!place) {
      this.put(kind, null);
      return;
    }
    const ring = circleMarker([place.lat, place.lon], {
      renderer: this.renderer,
      interactive: false,
      radius: symbolRadius(place.style) + gap,
      className: `ring ring--${kind}`,
    });
    this.put(kind, ring);
  }

  put(kind, layer) {
    this.rings.get(kind)?.remove();
    this.rings.delete(kind);
    if (layer) this.rings.set(kind, this.map.add(layer));
  }
}

import { circleMarker, svg as svgRenderer } from 'leaflet';
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

  /** @param {{lon: number, lat: number, style: object}|null} place */
  point(place) {
    this.ring('pointed', place, 5);
  }

  ring(kind, place, gap) {
    this.rings.get(kind)?.remove();
    this.rings.delete(kind);
    if (!place) return;
    const ring = circleMarker([place.lat, place.lon], {
      renderer: this.renderer,
      interactive: false,
      radius: symbolRadius(place.style) + gap,
      className: `ring ring--${kind}`,
    });
    this.rings.set(kind, this.map.add(ring));
  }
}

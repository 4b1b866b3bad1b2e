import { circle, divIcon, geoJSON, layerGroup, marker, svg as svgRenderer } from 'leaflet';
import { getFeature } from '../api.js';

/** Marks on the map the place that was asked about and the smallest area that it lies in. */
export class Pin {
  /** @param {ZerenMap} map */
  constructor(map) {
    this.map = map;
    this.renderer = svgRenderer({ pane: 'mark', padding: 0.3 });
    this.marker = null;
    this.area = null;
    this.scope = null;
  }

  /** @param {{lon: number, lat: number, accuracy?: number}|null} place with a ring of its accuracy */
  mark(place) {
    this.marker?.remove();
    this.marker = null;
    if (!place) return;
    const icon = divIcon({ className: 'pin', iconSize: [22, 30], iconAnchor: [11, 29], html: '' });
    const at = [place.lat, place.lon];
    this.marker = this.map.add(
      layerGroup([
        marker(at, { icon, pane: 'mark', interactive: false, keyboard: false }),
        circle(at, {
          radius: place.accuracy ?? 0,
          renderer: this.renderer,
          interactive: false,
          className: 'ring ring--accuracy',
        }),
      ]),
    );
  }

  /** Outlines an area; an outline that comes when another is asked for is thrown away. */
  async outline(scope) {
    const name = scope ? `${scope.layer}/${scope.id}` : null;
    if (name === this.scope) return;
    this.scope = name;
    this.area?.remove();
    this.area = null;
    if (!scope) return;
    const feature = await getFeature(scope.layer, scope.id).catch(() => null);
    if (!feature?.geometry || name !== this.scope) return;
    this.area = this.map.add(
      geoJSON(feature.geometry, {
        renderer: this.renderer,
        interactive: false,
        className: 'ring ring--scope',
      }),
    );
  }
}

/** The area whose chief answers for the place: the deepest cell, as the answers have it. */
export function scopeOf(answer) {
  const cell = answer?.answers.find(
    ({ role, rule, effective }) => role === 'grid_chief' && rule === 'covers' && effective,
  );
  return cell?.scope ?? null;
}

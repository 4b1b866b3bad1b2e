import { circle, circleMarker, geoJSON, svg as svgRenderer } from 'leaflet';
import { addBasemap } from '../basemap.js';
import { addControls } from '../map-controls.js';
import { ZerenMap } from '../map.js';
import { needOf, OwnLegend } from './own-legend.js';

/** The own area on the map: its borders, what lies in it, and where whoever looks is standing. */
export class OwnMap {
  /**
   * @param {{pick: (layer: string, id: string) => void, place: (lon: number, lat: number) => void}} actions
   */
  constructor(container, extent, district, actions) {
    this.actions = actions;
    this.map = new ZerenMap(container, extent, () => ({ paddingTopLeft: [24, 24], paddingBottomRight: [24, 24] }));
    if (district) addBasemap(this.map, district);
    addControls(this.map, extent, false);
    this.pane('own-area', 305, false);
    this.pane('own-place', 345, true);
    this.lines = svgRenderer({ pane: 'own-area', padding: 0.3 });
    this.dots = svgRenderer({ pane: 'own-place', padding: 0.3 });
    this.legend = new OwnLegend(container);
    this.layers = [];
    this.here = [];
    this.marked = null;
    this.map.leaflet.on('click', ({ latlng }) => actions.place(latlng.lng, latlng.lat));
  }

  pane(name, order, isTouched) {
    const pane = this.map.leaflet.createPane(name);
    pane.style.zIndex = order;
    pane.style.pointerEvents = isTouched ? 'auto' : 'none';
    if (isTouched) pane.classList.add('own-pane');
  }

  /** @param {{areas: object[], objects: object[]}} work */
  show({ areas, objects }, drawings) {
    this.layers.forEach((layer) => layer.remove());
    this.layers = [
      ...areas.map(({ geometry }) =>
        geoJSON(geometry, { renderer: this.lines, interactive: false, className: 'own-border' }),
      ),
      ...objects.map((object) => this.dot(object, drawings.get(object.layer))),
    ];
    this.layers.forEach((layer) => this.map.add(layer));
    this.legend.show(objects, drawings);
  }

  dot(object, drawing) {
    const { layer, feature } = object;
    const [lon, lat] = feature.geometry.coordinates;
    const marker = circleMarker([lat, lon], {
      renderer: this.dots,
      radius: 8,
      className: `own-dot own-dot--${needOf(object)}`,
      fillColor: drawing?.styleOf(feature.properties).fill ?? '#ffffff',
      fillOpacity: 1,
      bubblingMouseEvents: false,
    });
    marker.on('click', () => this.actions.pick(layer, String(feature.id)));
    return marker;
  }

  fit(extent) {
    if (extent) this.map.fit(extent);
  }

  /** @param {{lon: number, lat: number}|null} place of what is chosen or about to be added */
  mark(place) {
    this.marked?.remove();
    this.marked = place
      ? this.map.add(
          circleMarker([place.lat, place.lon], {
            renderer: this.lines,
            interactive: false,
            radius: 14,
            className: 'ring ring--selected',
          }),
        )
      : null;
    if (place) this.map.reveal(place.lon, place.lat, 14);
  }

  /** @param {{lon: number, lat: number, accuracy: number}} place */
  stand({ lon, lat, accuracy }) {
    this.here.forEach((layer) => layer.remove());
    const at = { renderer: this.lines, interactive: false };
    this.here = [
      circle([lat, lon], { ...at, radius: accuracy, className: 'own-accuracy' }),
      circleMarker([lat, lon], { ...at, radius: 7, className: 'own-here' }),
    ];
    this.here.forEach((layer) => this.map.add(layer));
    this.map.reveal(lon, lat, 14);
  }
}

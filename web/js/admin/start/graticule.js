import { DivIcon, Marker, Polyline, layerGroup } from 'leaflet';
import { element } from '../../dom.js';

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10];

/** So many pixels between two lines leave room for what stands at them. */
const ROOM = 64;

/** Lines of longitude and latitude with their degrees: by them one finds the way on a map without data. */
export class Graticule {
  constructor(map) {
    this.leaflet = map.leaflet;
    this.lines = layerGroup().addTo(this.leaflet);
    this.leaflet.on('moveend', () => this.draw());
    this.draw();
  }

  draw() {
    this.lines.clearLayers();
    const bounds = this.leaflet.getBounds();
    const [west, south, east, north] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const pixels = this.leaflet.getSize().x / (east - west);
    const step = STEPS.find((one) => one * pixels >= ROOM) ?? STEPS.at(-1);
    for (const lon of between(west, east, step)) {
      this.line([south, lon], [north, lon]);
      this.label([south, lon], `${degrees(lon)}°E`);
    }
    for (const lat of between(south, north, step)) {
      this.line([lat, west], [lat, east]);
      this.label([lat, west], `${degrees(lat)}°N`);
    }
  }

  line(from, to) {
    this.lines.addLayer(new Polyline([from, to], { className: 'graticule', interactive: false }));
  }

  label(place, text) {
    const icon = new DivIcon({ className: 'graticule__label', html: element('span', { text }), iconSize: null });
    this.lines.addLayer(new Marker(place, { icon, interactive: false, keyboard: false }));
  }
}

function between(from, to, step) {
  const all = [];
  for (let number = Math.ceil(from / step); number * step < to; number++) all.push(number * step);
  return all;
}

function degrees(value) {
  return Number(value.toFixed(2));
}

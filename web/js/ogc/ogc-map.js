import { GeoJSON, circleMarker } from 'leaflet';
import { json, samePath } from '../api-request.js';
import { addBasemap } from '../basemap.js';
import { GroupLayer } from '../group-layer.js';
import { addControls } from '../map-controls.js';
import { ZerenMap } from '../map.js';
import { onThemeChange } from '../theme.js';
import { VectorLayer } from '../vector-layer.js';

// Degrees.
const AROUND = 0.05;
const CLEAR = { paddingTopLeft: [24, 24], paddingBottomRight: [24, 24] };

function begin(container, drawings, extent) {
  const { declaration } = drawings.get('district');
  const map = new ZerenMap(container, extent, () => CLEAR, { inAddress: false });
  const basemap = addBasemap(map, declaration);
  addControls(map, extent, declaration.count > 0);
  onThemeChange(() => basemap.repaint());
  return map;
}

function around({ lat, lng }) {
  return [
    [lat - AROUND, lng - AROUND],
    [lat + AROUND, lng + AROUND],
  ];
}

/** All of a layer, from its tiles. */
export class LayerMap {
  constructor(container, drawings, layer) {
    const drawing = drawings.get(layer);
    this.drawing = drawing;
    this.map = begin(container, drawings, drawing.declaration.extent);
  }

  show() {
    const features = this.map.add(new VectorLayer([], { pane: 'place' }));
    this.map.add(new GroupLayer(features, { pane: 'group' }));
    onThemeChange(() => features.repaint());
    return features.setSource([this.drawing], new URLSearchParams());
  }
}

/** The features that a page lists, as their GeoJSON has them. */
export class ItemsMap {
  constructor(container, drawings, extent) {
    this.map = begin(container, drawings, extent);
  }

  async show(address) {
    const features = await json(samePath(address));
    const layer = this.map.add(
      new GeoJSON(features, {
        pane: 'place',
        interactive: false,
        style: { className: 'ogc-shape' },
        pointToLayer: (_, latlng) =>
          circleMarker(latlng, { pane: 'place', radius: 6, interactive: false }),
      }),
    );
    if (!layer.getBounds().isValid()) return;
    // A point by itself is shown with what lies around it.
    const bounds = layer.getBounds().pad(0.05).extend(around(layer.getBounds().getCenter()));
    this.map.fit([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
  }
}

import { CircleMarker, geoJSON, layerGroup } from 'leaflet';
import { addBasemap } from '../../basemap.js';
import { Drawing, wholeExtent } from '../../drawing.js';
import { addControls } from '../../map-controls.js';
import { MapNotice } from '../../map-notice.js';
import { ZerenMap } from '../../map.js';
import { onThemeChange } from '../../theme.js';
import { VectorLayer } from '../../vector-layer.js';
import { extentOf } from './shape.js';

const CLEAR = { paddingTopLeft: [48, 64], paddingBottomRight: [72, 64] };
const POINT_ZOOM = 15;

/** The map beside a form: our base map, the layer as it is, and room for what is edited. */
export class EditMap {
  constructor(container, declarations, declaration) {
    const district = declarations.find(({ id }) => id === 'district');
    const extent = declaration?.extent ?? wholeExtent(declarations);
    this.map = new ZerenMap(container, extent, () => CLEAR, { inAddress: false });
    this.layers = [];
    if (district) this.layers.push(addBasemap(this.map, district));
    if (declaration && declaration.id !== 'district') {
      this.own = this.map.add(new VectorLayer([new Drawing(declaration)], { pane: 'find' }));
      this.layers.push(this.own);
    }
    addControls(this.map, extent, (district?.count ?? 0) > 0);
    this.notice = new MapNotice(this.map);
    this.notice.watch(this.layers);
    this.before = layerGroup().addTo(this.map.leaflet);
    onThemeChange(() => this.layers.forEach((layer) => layer.repaint()));
  }

  /** Shows all of a geometry; a point with what is around it. */
  goTo(geometry) {
    if (geometry.type === 'Point') {
      const [lon, lat] = geometry.coordinates;
      this.map.leaflet.setView([lat, lon], POINT_ZOOM, { animate: false });
    } else {
      this.map.fit(extentOf(geometry));
    }
  }

  /** Draws geometries that cannot be edited, each in its way of drawing; see `ghost` in the styles. */
  compare(geometries) {
    this.before.clearLayers();
    for (const { geometry, kind } of geometries) {
      if (!geometry) continue;
      this.before.addLayer(
        geoJSON(geometry, {
          interactive: false,
          style: { className: `ghost ghost--${kind}` },
          pointToLayer: (feature, latlng) => ghostPoint(latlng, kind),
        }),
      );
    }
  }

  /** Asks for the layer's tiles again, after something has been recorded. */
  reload() {
    this.layers.forEach((layer) => layer.reload());
  }

  end() {
    this.map.end();
  }
}

function ghostPoint(latlng, kind) {
  return new CircleMarker(latlng, {
    radius: 9,
    className: `ghost ghost--${kind}`,
    interactive: false,
  });
}

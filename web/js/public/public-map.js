import { addBasemap, districtLabels } from '../basemap.js';
import { fieldText } from '../facts.js';
import { Highlight } from '../highlight.js';
import { titleOf } from '../i18n.js';
import { LabelLayer } from '../label-layer.js';
import { Legend } from '../legend.js';
import { addControls } from '../map-controls.js';
import { MapNotice } from '../map-notice.js';
import { ZerenMap } from '../map.js';
import { startPaper } from '../paper.js';
import { startPicking } from '../picking.js';
import { symbolRadius } from '../symbols.js';
import { onThemeChange } from '../theme.js';
import { VectorLayer } from '../vector-layer.js';

const AREAS = ['grid_cell', 'road', 'reach'];
const PLACES = ['section', 'station'];

/** What the public sees on the map; says which feature is picked and otherwise decides nothing. */
export class PublicMap {
  constructor(container, drawings, { extent, pick }) {
    const district = drawings.get('district').declaration;
    this.drawings = drawings;
    this.map = new ZerenMap(container, extent, clearOfPanel);
    this.basemap = addBasemap(this.map, district);
    this.areas = this.map.add(new VectorLayer([], { pane: 'area' }));
    this.places = this.map.add(new VectorLayer([], { pane: 'place' }));
    this.names = this.map.add(new LabelLayer({ pane: 'name' }));
    this.highlight = new Highlight(this.map);
    this.setMarks = addControls(this.map, extent, district.count > 0);
    this.legend = new Legend(container, this.map, () => [this.places, this.areas, this.basemap]);
    [this.places, this.areas, this.basemap].forEach((layer) => this.legend.follow(layer));
    new MapNotice(this.map).watch([this.basemap, this.areas, this.places]);
    startPicking(this.map, () => [this.places, this.areas], {
      describe: ({ drawing, feature }) => describe(drawing, feature.properties),
      pick,
    });
    onThemeChange(() => this.repaint());
    startPaper(container);
  }

  /** Shows these layers; resolves when they are drawn. */
  show(layers) {
    const chosen = (ids) =>
      ids
        .filter((id) => layers.has(id))
        .map((id) => this.drawings.get(id))
        .filter(Boolean);
    return Promise.all([
      this.areas.setSource(chosen(AREAS), new URLSearchParams()),
      this.places.setSource(chosen(PLACES), new URLSearchParams()),
    ]);
  }

  /** Writes the names of districts and of the places that are shown. */
  label(districts, placesByLayer) {
    const labels = districtLabels(districts);
    for (const { drawing, features } of placesByLayer) {
      for (const { geometry, properties } of features) {
        labels.push({
          lon: geometry.coordinates[0],
          lat: geometry.coordinates[1],
          text: properties.name,
          rank: drawing.layer === 'section' ? 10 : 20,
          fromZoom: drawing.layer === 'section' ? 9 : 10,
          radius: symbolRadius(drawing.base) + 2,
          strong: true,
        });
      }
    }
    this.names.setLabels(labels);
  }

  repaint() {
    [this.basemap, this.areas, this.places].forEach((layer) => layer.repaint());
    this.names.redraw();
  }
}

function describe(drawing, properties) {
  const value = drawing.by && fieldText(drawing.declaration, properties, drawing.by.field);
  const facts = [titleOf(drawing.declaration.title), value].filter(Boolean).join(' · ');
  return [properties.name ?? properties.id, facts];
}

// The panel covers the left of a wide window; on a narrow one the map ends above it.
function clearOfPanel() {
  if (innerWidth < 720) return { paddingTopLeft: [20, 20], paddingBottomRight: [20, 48] };
  const panel = document.querySelector('.panel').getBoundingClientRect();
  return { paddingTopLeft: [panel.right + 24, 24], paddingBottomRight: [64, 44] };
}

import { addBasemap, districtLabels } from '../basemap.js';
import { fieldText } from '../facts.js';
import * as format from '../format.js';
import { GroupLayer } from '../group-layer.js';
import { Highlight } from '../highlight.js';
import { t, titleOf } from '../i18n.js';
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
import { filterQuery, windOf } from './state.js';
import { ZoneLayer } from './zone-layer.js';

const STATION_ROOM = 10;
const CLEAR = { paddingTopLeft: [28, 28], paddingBottomRight: [64, 52] };

/** The map of the desk: finds from tiles, zones over them, stations on top. */
export class DeskMap {
  constructor(container, drawings, extent, pick) {
    const district = drawings.get('district').declaration;
    this.drawings = drawings;
    this.stationPlaces = [];
    this.map = new ZerenMap(container, extent, () => CLEAR);
    this.basemap = addBasemap(this.map, district);
    this.finds = this.map.add(new VectorLayer([], { pane: 'find' }));
    this.groups = this.map.add(
      new GroupLayer(this.finds, { pane: 'group', obstacles: () => this.stationBoxes() }),
    );
    this.zones = this.map.add(new ZoneLayer({ pane: 'zone' }));
    this.stations = this.map.add(new VectorLayer([drawings.get('station')], { pane: 'place' }));
    this.names = this.map.add(
      new LabelLayer({ pane: 'name', obstacles: () => this.groups.boxes() }),
    );
    this.groups.on('painted', () => this.names.redraw());
    this.highlight = new Highlight(this.map);
    this.setMarks = addControls(this.map, extent, district.count > 0);
    this.legend = new Legend(container, this.map, () => [this.stations, this.finds, this.basemap]);
    [this.stations, this.finds, this.basemap].forEach((layer) => this.legend.follow(layer));
    this.notice = new MapNotice(this.map);
    this.notice.watch([this.basemap, this.finds, this.stations]);
    startPicking(this.map, () => [this.stations, this.finds, this.groups], {
      describe: (hit) => (hit.groups ? describeGroups(hit) : describe(hit)),
      pick: (hit, latlng) => (hit?.groups ? this.goNearer(latlng) : pick(hit, latlng)),
    });
    onThemeChange(() => this.repaint());
    startPaper(container);
  }

  showFinds(state) {
    const layers = [...state.find]
      .map((id) => this.drawings.get(id))
      .sort((a, b) => a.order - b.order);
    return this.finds.setSource(layers, filterQuery(state));
  }

  showZones(zones, state) {
    const { mode, radii } = state;
    this.zones.setZones(zones, windOf(state));
    this.legend.setExtra(
      zones.length
        ? [
            {
              swatch: 'zone',
              text: () =>
                mode === 'area'
                  ? t('desk.area')
                  : t('legend.zone', { radius: radii.map(format.radius).join(' / ') }),
            },
          ]
        : [],
    );
  }

  label(districts, stations) {
    this.stationPlaces = stations;
    const radius = symbolRadius(this.drawings.get('station').base) + 2;
    const own = stations.map(({ lon, lat, name }) => ({
      lon,
      lat,
      text: name,
      rank: 20,
      fromZoom: 11,
      radius,
      strong: true,
    }));
    this.names.setLabels([...districtLabels(districts), ...own]);
  }

  stationBoxes() {
    return this.stationPlaces.map(({ lon, lat }) => {
      const { x, y } = this.map.leaflet.latLngToLayerPoint([lat, lon]);
      return {
        left: x - STATION_ROOM,
        right: x + STATION_ROOM,
        top: y - STATION_ROOM,
        bottom: y + STATION_ROOM,
      };
    });
  }

  /** Shows all of these zones. */
  fit(zones) {
    const corners = zones.flatMap(({ ring }) => ring);
    if (corners.length === 0) return;
    const lons = corners.map(([lon]) => lon);
    const lats = corners.map(([, lat]) => lat);
    this.map.fit([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]);
  }

  goNearer(latlng) {
    this.map.leaflet.setView(latlng, Math.min(18, this.map.leaflet.getZoom() + 2));
  }

  repaint() {
    [this.basemap, this.finds, this.stations].forEach((layer) => layer.repaint());
    this.groups.redraw();
    this.zones.redraw();
    this.names.redraw();
  }
}

function describeGroups({ groups }) {
  const lines = groups.map(
    ({ drawing, count }) => `${titleOf(drawing.declaration.title)} ${format.count(count)}`,
  );
  return [lines.join(' · '), t('map.nearer')];
}

function describe({ drawing, feature: { properties } }) {
  const { declaration } = drawing;
  const facts = ['type', 'class', 'city', 'level'].map((name) =>
    fieldText(declaration, properties, name),
  );
  return [properties.name ?? properties.id, facts.filter(Boolean).join(' · ')];
}

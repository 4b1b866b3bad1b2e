import { addBasemap, districtLabels } from '../basemap.js';
import { Highlight } from '../highlight.js';
import { t } from '../i18n.js';
import { LabelLayer } from '../label-layer.js';
import { addControls } from '../map-controls.js';
import { MapNotice } from '../map-notice.js';
import { ZerenMap } from '../map.js';
import { startPicking } from '../picking.js';
import { onThemeChange } from '../theme.js';
import { VectorLayer } from '../vector-layer.js';
import { FindingLayer } from './finding-layer.js';

const CLEAR = { paddingTopLeft: [28, 28], paddingBottomRight: [64, 52] };
// In degrees: about 200 m.
const LEAST_ROOM = 0.002;
const SPOT = { shape: 'circle', size: 9 };

/** The map of the findings, over districts and grid cells. */
export class AuditMap {
  constructor(container, drawings, extent, { words, pick }) {
    const district = drawings.get('district').declaration;
    this.map = new ZerenMap(container, extent, () => CLEAR);
    this.basemap = addBasemap(this.map, district);
    const cells = drawings.get('grid_cell');
    this.areas = this.map.add(new VectorLayer(cells ? [cells] : [], { pane: 'area' }));
    this.findings = this.map.add(new FindingLayer({ pane: 'find' }));
    this.names = this.map.add(new LabelLayer({ pane: 'name' }));
    this.highlight = new Highlight(this.map);
    this.setMarks = addControls(this.map, extent, district.count > 0);
    new MapNotice(this.map).watch([this.basemap, this.areas]);
    startPicking(this.map, () => [this.findings], {
      describe: ({ finding }) => [words.title(finding), `${t(`finding.${finding.kind}`)} · ${words.facts(finding)}`],
      pick: (hit) => pick(hit?.finding ?? null),
    });
    onThemeChange(() => this.repaint());
  }

  label(districts) {
    this.names.setLabels(districtLabels(districts));
  }

  /** A ring round a finding, or its outline; and brings it into view when it is not. */
  select(finding) {
    const area = finding?.geometry && finding.geometry.type !== 'Point' ? finding.geometry : null;
    if (area) this.highlight.selectArea(area);
    else this.highlight.select(placeOf(finding));
    const place = placeOf(finding);
    if (area && finding.bbox) this.map.fit(withRoom(finding.bbox));
    else if (place && finding.area_m2 === undefined) this.map.reveal(place.lon, place.lat, 12);
  }

  point(finding) {
    this.highlight.point(placeOf(finding));
  }

  repaint() {
    [this.basemap, this.areas].forEach((layer) => layer.repaint());
    [this.findings, this.names].forEach((layer) => layer.redraw());
  }
}

// As much again on each side, so that it is seen where an area lies.
function withRoom([west, south, east, north]) {
  const room = Math.max(east - west, north - south, LEAST_ROOM);
  return [west - room, south - room, east + room, north + room];
}

function placeOf(finding) {
  if (!Number.isFinite(finding?.lon)) return null;
  return { lon: finding.lon, lat: finding.lat, style: SPOT };
}

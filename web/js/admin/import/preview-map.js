import { findImportPlaces } from '../../api-import.js';
import { addBasemap } from '../../basemap.js';
import { element } from '../../dom.js';
import { wholeExtent } from '../../drawing.js';
import * as format from '../../format.js';
import { Highlight } from '../../highlight.js';
import { t } from '../../i18n.js';
import { addControls } from '../../map-controls.js';
import { MapNotice } from '../../map-notice.js';
import { ZerenMap } from '../../map.js';
import { startPicking } from '../../picking.js';
import { symbolCanvas } from '../../symbols.js';
import { onThemeChange } from '../../theme.js';
import { ORDER, STYLES } from './kinds.js';
import { PlaceOverlay } from './place-overlay.js';

const CLEAR = { paddingTopLeft: [36, 36], paddingBottomRight: [64, 48] };
const NEAR = 14;

/** Where the rows of an import lie, before anything is written. */
export class PreviewMap {
  constructor(declarations) {
    this.declarations = declarations;
    this.container = element('div', {
      class: 'map',
      role: 'application',
      tabindex: '0',
      'aria-label': t('map.label'),
      dataset: { testid: 'preview-map' },
    });
    this.legend = element('div', { class: 'preview__legend' });
    this.node = element('div', { class: 'preview' }, element('div', { class: 'preview__map' }, this.container), this.legend);
  }

  /** To be called when the node is in the page. */
  start() {
    const district = this.declarations.find(({ id }) => id === 'district');
    const extent = wholeExtent(this.declarations);
    this.map = new ZerenMap(this.container, extent, () => CLEAR, { inAddress: false });
    this.basemap = district ? addBasemap(this.map, district) : null;
    this.places = this.map.add(new PlaceOverlay({ pane: 'place' }));
    this.highlight = new Highlight(this.map);
    addControls(this.map, extent, (district?.count ?? 0) > 0);
    if (this.basemap) new MapNotice(this.map).watch([this.basemap]);
    startPicking(this.map, () => [this.places], {
      describe: ({ kind, row, name }) => [name || t('import.rowNumber', { row }), `${t(`result.${kind}`)} · ${t('import.rowNumber', { row })}`],
      pick: () => {},
    });
    onThemeChange(() => {
      this.basemap?.repaint();
      this.places.redraw();
    });
  }

  async load(id) {
    const { features } = await findImportPlaces(id);
    const places = features.map(({ geometry, properties }) => ({
      ...properties,
      lon: geometry.coordinates[0],
      lat: geometry.coordinates[1],
    }));
    this.places.setPlaces(places);
    this.writeLegend(places);
    if (places.length === 0) return;
    const lons = places.map(({ lon }) => lon);
    const lats = places.map(({ lat }) => lat);
    const reach = (pick, numbers) => numbers.reduce((far, one) => pick(far, one), numbers[0]);
    this.map.fit([reach(Math.min, lons), reach(Math.min, lats), reach(Math.max, lons), reach(Math.max, lats)]);
  }

  writeLegend(places) {
    const counts = Map.groupBy(places, ({ kind }) => kind);
    this.legend.replaceChildren(
      ...[...ORDER].reverse().filter((kind) => counts.has(kind)).map((kind) =>
        element(
          'span',
          { class: 'legend__row' },
          symbolCanvas(STYLES[kind], 20),
          element('span', { text: `${t(`result.${kind}`)} ${format.count(counts.get(kind).length)}` }),
        ),
      ),
    );
  }

  /** Shows one row's place. */
  reveal({ lon, lat, kind = 'changed' }) {
    this.highlight.select({ lon, lat, style: STYLES[kind] ?? STYLES.changed });
    this.map.reveal(lon, lat, NEAR);
    this.node.scrollIntoView({ block: 'nearest' });
  }

  end() {
    this.map?.end();
  }
}

import { getFeature } from '../../api.js';
import { element } from '../../dom.js';
import { t } from '../../i18n.js';
import { EditMap } from '../edit/edit-map.js';
import { extentOf } from '../edit/shape.js';

/** The grid cells on a map: the chosen ones stand out, and a touch asks which cells lie there. */
export class ScopeMap {
  /** @param {(lon: number, lat: number) => void} touched */
  constructor(declarations, touched) {
    this.declarations = declarations;
    this.touched = touched;
    this.shapes = [];
    this.container = element('div', {
      class: 'map',
      tabindex: '0',
      role: 'application',
      'aria-label': t('map.label'),
      dataset: { testid: 'scope-map' },
    });
    this.node = element('div', { class: 'scope__map' }, this.container);
  }

  /** To be called when the node is on the page: a map must know how large it is. */
  start() {
    const cells = this.declarations.find(({ id }) => id === 'grid_cell');
    this.map = new EditMap(this.container, this.declarations, cells);
    this.map.map.leaflet.on('click', ({ latlng }) => this.touched(latlng.lng, latlng.lat));
  }

  /** @param {Iterable<string>} ids of the chosen cells */
  async show(ids) {
    const cells = await Promise.all([...ids].map((id) => getFeature('grid_cell', id).catch(() => null)));
    this.shapes = cells.filter(Boolean).map(({ geometry }) => geometry);
    this.map.compare(this.shapes.map((geometry) => ({ geometry, kind: 'chosen' })));
  }

  /** Brings the chosen cells into view. */
  goTo() {
    if (!this.shapes.length) return;
    const extents = this.shapes.map(extentOf);
    const reach = (pick, side) => pick(...extents.map((extent) => extent[side]));
    this.map.map.fit([reach(Math.min, 0), reach(Math.min, 1), reach(Math.max, 2), reach(Math.max, 3)]);
  }
}

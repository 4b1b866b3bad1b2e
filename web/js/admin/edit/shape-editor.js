import { geoJSON, layerGroup } from 'leaflet';
import { t } from '../../i18n.js';
import { handle } from './handle.js';
import {
  pathsOf,
  pointAt,
  withCornerAdded,
  withCornerMoved,
  withoutCorner,
} from './shape.js';

// More handles than this at once cannot be told apart, and slow the map down.
const MOST_HANDLES = 300;

/** Draws the geometry that is edited, with a handle at each corner in view and between them. */
export class ShapeEditor {
  /**
   * @param {ZerenMap} map
   * @param {(geometry: object, merge: string|null) => void} change
   * @param {(crowded: boolean) => void} tell whether there are too many corners in view for handles
   */
  constructor(map, change, tell) {
    this.map = map.leaflet;
    this.change = change;
    this.tell = tell;
    this.geometry = null;
    this.shape = geoJSON(null, { interactive: false, style: { className: 'shape' } });
    this.shape.options.pointToLayer = () => layerGroup();
    this.shape.addTo(this.map);
    this.handles = layerGroup().addTo(this.map);
    this.focused = null;
    const moved = () => this.placeHandles();
    this.map.on('moveend', moved);
    // A movement may still be ending when the map is taken away.
    this.map.on('unload', () => {
      this.ended = true;
      this.map.off('moveend', moved);
    });
  }

  show(geometry) {
    this.geometry = geometry;
    this.draw(geometry);
    this.placeHandles();
  }

  draw(geometry) {
    this.shape.clearLayers();
    if (geometry && geometry.type !== 'Point') this.shape.addData(geometry);
  }

  placeHandles() {
    if (this.dragging || this.ended) return;
    const held = this.focused;
    this.handles.clearLayers();
    if (this.geometry?.type === 'Point') this.placePoint();
    else if (this.geometry) this.placeCorners();
    this.focusOn(held);
  }

  placePoint() {
    this.put(
      '0',
      handle(this.map, 'point', this.geometry.coordinates, t('edit.pointHandle'), {
        drag: () => {
          this.dragging = true;
        },
        drop: (place, by) => this.drop(pointAt(place), by ?? null),
      }),
    );
  }

  placeCorners() {
    const window = this.map.getBounds().pad(0.1);
    const paths = pathsOf(this.geometry).map((path) => ({
      ...path,
      seen: path.corners.map(([lon, lat]) => window.contains([lat, lon])),
    }));
    const count = paths.reduce((sum, { seen }) => sum + seen.filter(Boolean).length, 0);
    this.tell(count > MOST_HANDLES);
    if (count > MOST_HANDLES) return;
    for (const path of paths) {
      path.corners.forEach((corner, index) => {
        if (!path.seen[index]) return;
        this.placeCorner(path, index, corner);
        const next = index + 1 < path.corners.length ? index + 1 : path.closed ? 0 : -1;
        if (next >= 0) this.placeMiddle(path, index, corner, path.corners[next]);
      });
    }
  }

  placeCorner({ key }, index, corner) {
    const label = t('edit.cornerHandle', { number: index + 1 });
    const move = (place) => withCornerMoved(this.geometry, key, index, place);
    this.put(
      `${key}:${index}`,
      handle(this.map, 'corner', corner, label, {
        drag: (place) => this.drag(move(place)),
        drop: (place, by) => this.drop(move(place), by ? `${by}:${key}:${index}` : null),
        remove: () => this.remove(key, index),
      }),
    );
  }

  placeMiddle({ key }, index, [lonA, latA], [lonB, latB]) {
    const middle = [(lonA + lonB) / 2, (latA + latB) / 2];
    const add = (place) => withCornerAdded(this.geometry, key, index + 1, place);
    const added = (place) => {
      this.focused = `${key}:${index + 1}`;
      this.drop(add(place), null);
    };
    this.put(
      `${key}:${index}+`,
      handle(this.map, 'middle', middle, t('edit.middleHandle'), {
        drag: (place) => this.drag(add(place)),
        drop: (place, by) => (by ? undefined : added(place)),
        act: added,
      }),
    );
  }

  remove(key, index) {
    const less = withoutCorner(this.geometry, key, index);
    if (!less) return;
    this.focused = `${key}:${Math.max(0, index - 1)}`;
    this.change(less, null);
  }

  drag(geometry) {
    this.dragging = true;
    this.draw(geometry);
  }

  drop(geometry, merge) {
    this.dragging = false;
    this.change(geometry, merge);
  }

  put(name, marker) {
    this.handles.addLayer(marker);
    const node = marker.getElement();
    node.dataset.handle = name;
    node.addEventListener('focus', () => {
      this.focused = name;
    });
    node.addEventListener('blur', () => {
      if (node.isConnected) this.focused = null;
    });
  }

  // Handles are made anew after each step: whoever works with the keyboard keeps the one in hand.
  focusOn(name) {
    if (!name) return;
    for (const marker of this.handles.getLayers()) {
      const node = marker.getElement();
      if (node.dataset.handle === name) node.focus({ preventScroll: true });
    }
  }
}

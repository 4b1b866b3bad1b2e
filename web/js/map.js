import { CRS, Map as LeafletMap, latLngBounds } from 'leaflet';
import { findView, writeView } from './address.js';

// Lowest first; each concept has a pane of its own.
const PANES = ['raster', 'basemap', 'area', 'find', 'group', 'zone', 'place', 'name', 'mark'];

// West, south, east, north: where a map begins that has no data yet.
const CHINA = [73.5, 18.0, 135.1, 53.6];

/** Owns the map: its place, its panes and what moves it. Nobody else moves it. */
export class ZerenMap {
  /**
   * @param {[number, number, number, number]|null} extent west, south, east, north to begin with
   * @param {() => object} clear the margins that panels cover, as Leaflet's padding options
   * @param {{inAddress?: boolean}} [options] whether its place is part of the page's address
   */
  constructor(container, extent, clear, { inAddress = true } = {}) {
    this.clear = clear;
    this.leaflet = new LeafletMap(container, {
      crs: CRS.EPSG3857,
      attributionControl: false,
      zoomControl: false,
      minZoom: 4,
      maxZoom: 18,
      fadeAnimation: false,
      zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
    PANES.forEach((name, index) => {
      this.leaflet.createPane(name).style.zIndex = 200 + index * 10;
      if (name !== 'raster') this.leaflet.getPane(name).style.pointerEvents = 'none';
    });
    if (!inAddress || !this.goToAddress()) this.fit(extent);
    if (inAddress) this.followAddress();
    const paper = matchMedia('print');
    // A panel that is made wider must not move the map.
    this.size = new ResizeObserver(() => {
      if (!paper.matches) this.leaflet.invalidateSize({ pan: false, animate: false });
    });
    this.size.observe(container);
  }

  followAddress() {
    addEventListener('hashchange', () => this.goToAddress());
    this.leaflet.on('moveend', () => {
      const { lat, lng } = this.leaflet.getCenter();
      writeView(this.leaflet.getZoom(), lat, lng);
    });
  }

  /** Ends a map that is not part of the address; the container can be thrown away. */
  end() {
    this.size.disconnect();
    this.leaflet.remove();
  }

  // Somebody pasted a link or went back; without a place in it the map stays where it is.
  goToAddress() {
    const view = findView();
    if (view) this.leaflet.setView([view.lat, view.lon], view.zoom, { animate: false });
    return view !== null;
  }

  add(layer) {
    layer.addTo(this.leaflet);
    return layer;
  }

  remove(layer) {
    layer.remove();
  }

  /** Shows all of an extent: west, south, east, north; the whole country without one. */
  fit(extent) {
    const [west, south, east, north] = extent ?? CHINA;
    const bounds = latLngBounds([south, west], [north, east]);
    this.leaflet.fitBounds(bounds, { ...this.clear(), animate: false });
  }

  /** Brings a place into view, but only when it is not in view already. */
  reveal(lon, lat, leastZoom = 0) {
    const { paddingTopLeft, paddingBottomRight } = this.clear();
    const size = this.leaflet.getSize();
    const at = this.leaflet.latLngToContainerPoint([lat, lon]);
    const seen =
      at.x > paddingTopLeft[0] &&
      at.y > paddingTopLeft[1] &&
      at.x < size.x - paddingBottomRight[0] &&
      at.y < size.y - paddingBottomRight[1];
    if (seen && this.leaflet.getZoom() >= leastZoom) return;
    const zoom = Math.max(this.leaflet.getZoom(), leastZoom);
    const shiftX = (paddingBottomRight[0] - paddingTopLeft[0]) / 2;
    const shiftY = (paddingBottomRight[1] - paddingTopLeft[1]) / 2;
    const middle = this.leaflet.project([lat, lon], zoom).add([shiftX, shiftY]);
    this.leaflet.setView(this.leaflet.unproject(middle, zoom), zoom);
  }
}

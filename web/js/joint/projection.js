const RADIANS = Math.PI / 180;

/** Size of the picture in its own units; the zone fills most of it. */
export const WIDTH = 1000;
export const HEIGHT = 860;
const REACH = 392;

/**
 * Flattens the neighbourhood of a zone for drawing: equirectangular round the centre, which over 100 km
 * is true to a few thousandths. Distances in the tables are the server's.
 *
 * @param {{lon: number, lat: number, radius: number}} zone
 * @param {[number, number][]} ring the outline of the zone, lon/lat, which gives the scale
 */
export class Projection {
  constructor({ lon, lat, radius }, ring) {
    this.lon = lon;
    this.lat = lat;
    this.narrowing = Math.cos(lat * RADIANS);
    const heights = ring.map((corner) => Math.abs(corner[1] - lat));
    this.scale = REACH / Math.max(...heights);
    this.metres = REACH / radius;
  }

  x(lon) {
    return WIDTH / 2 + (lon - this.lon) * this.narrowing * this.scale;
  }

  y(lat) {
    return HEIGHT / 2 - (lat - this.lat) * this.scale;
  }

  /** What the picture shows, in degrees: west, south, east, north. */
  box() {
    const east = WIDTH / 2 / this.scale / this.narrowing;
    const north = HEIGHT / 2 / this.scale;
    return [this.lon - east, this.lat - north, this.lon + east, this.lat + north];
  }

  /** The outline of rings as a path. */
  path(rings) {
    return rings
      .map((ring) => `M${ring.map(([lon, lat]) => `${this.x(lon).toFixed(1)} ${this.y(lat).toFixed(1)}`).join('L')}Z`)
      .join('');
  }
}

import { getZone } from '../api.js';
import { getZoneOfPlace } from '../api-desk.js';

const MOST_KEPT = 400;

/** Fetches the outlines of zones and keeps them: on one day, a zone of a station and a radius does not change. */
export class Zones {
  constructor() {
    this.kept = new Map();
  }

  /**
   * @param {{id: string|null, lon: number, lat: number}[]} centres stations, or a bare place
   * @param {number[]} radii
   * @returns {Promise<{zones: Zone[], complete: boolean}>} those that could be had, and whether that is all
   */
  async find(centres, radii, signal) {
    const answers = await Promise.allSettled(
      radii.flatMap((radius) => centres.map((centre) => this.one(centre, radius, signal))),
    );
    const had = answers.filter(({ status }) => status === 'fulfilled');
    return { zones: had.map(({ value }) => value), complete: had.length === answers.length };
  }

  async one({ id, lon, lat }, radius, signal) {
    const key = `${id ?? [lon, lat]} ${radius}`;
    if (!this.kept.has(key)) {
      const { geometry } = id
        ? await getZone(id, radius, signal)
        : await getZoneOfPlace({ lon, lat }, radius, signal);
      if (this.kept.size >= MOST_KEPT) this.kept.clear();
      this.kept.set(key, geometry.coordinates[0]);
    }
    return { lon, lat, ring: this.kept.get(key) };
  }
}

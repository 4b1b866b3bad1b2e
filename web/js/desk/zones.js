import { getZone } from '../api.js';

const MOST_KEPT = 400;

/** Fetches the outlines of zones and keeps them: on one day, a zone of a station and a radius does not change. */
export class Zones {
  constructor() {
    this.kept = new Map();
  }

  /**
   * @param {{id: string, lon: number, lat: number}[]} stations
   * @returns {Promise<{zones: Zone[], complete: boolean}>} those that could be had, and whether that is all
   */
  async find(stations, radius, signal) {
    const answers = await Promise.allSettled(
      stations.map((station) => this.one(station, radius, signal)),
    );
    const had = answers.filter(({ status }) => status === 'fulfilled');
    return { zones: had.map(({ value }) => value), complete: had.length === answers.length };
  }

  async one({ id, lon, lat }, radius, signal) {
    const key = `${id} ${radius}`;
    if (!this.kept.has(key)) {
      const { geometry } = await getZone(id, radius, signal);
      if (this.kept.size >= MOST_KEPT) this.kept.clear();
      this.kept.set(key, geometry.coordinates[0]);
    }
    return { lon, lat, ring: this.kept.get(key) };
  }
}

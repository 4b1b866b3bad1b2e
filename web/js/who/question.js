import { findParameter, writeParameters } from '../address.js';
import { TOPICS } from './topics.js';

/**
 * What is asked about: a place, known as accurately as so many metres, or a feature as a whole.
 * @typedef {{lon: number, lat: number, accuracy?: number}|{layer: string, id: string}} Question
 */

// What the server takes; whoever is located worse than this is somewhere in the city.
const WORST_METRES = 10000;

/** The question of the address (`who=113.62,34.75`, `who=113.62,34.75,30` or `who=site/S-1`), or null. */
export function findQuestion() {
  const text = findParameter('who') ?? '';
  const place = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:,(\d+))?$/.exec(text);
  if (place) {
    const [lon, lat] = place.slice(1, 3).map(Number);
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return null;
    return place[3] ? { lon, lat, accuracy: Math.min(Number(place[3]), WORST_METRES) } : { lon, lat };
  }
  const slash = text.indexOf('/');
  return slash > 0 ? { layer: text.slice(0, slash), id: text.slice(slash + 1) } : null;
}

/** Six decimals are a tenth of a metre, finer than anybody can point. */
export function placeAt({ lng, lat }) {
  return { lon: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) };
}

/** The question as the address has it; null for none. */
export function textOf(question) {
  if (!question) return null;
  const { layer, id, lon, lat, accuracy } = question;
  if (layer) return `${layer}/${id}`;
  return accuracy === undefined ? `${lon},${lat}` : `${lon},${lat},${accuracy}`;
}

export function writeQuestion(question) {
  writeParameters({ who: textOf(question) });
}

/** The topic of the address; `all` when it names none that there is. */
export function findTopic() {
  const topic = findParameter('topic');
  return TOPICS.includes(topic) ? topic : 'all';
}

export function writeTopic(topic) {
  writeParameters({ topic: topic === 'all' ? null : topic });
}

import { findParameter, writeParameters } from '../address.js';
import { TOPICS } from './topics.js';

/**
 * What is asked about: a place, or a feature as a whole.
 * @typedef {{lon: number, lat: number}|{layer: string, id: string}} Question
 */

/** The question of the address (`who=113.62,34.75` or `who=site/S-1`), or null. */
export function findQuestion() {
  const text = findParameter('who') ?? '';
  const place = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(text);
  if (place) {
    const [lon, lat] = place.slice(1).map(Number);
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon, lat } : null;
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
  return question.layer ? `${question.layer}/${question.id}` : `${question.lon},${question.lat}`;
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

import { ofDay } from './api.js';
import { json } from './api-request.js';

/**
 * Who is responsible for a place or a feature on the day of the page.
 *
 * @param {import('./who/question.js').Question} question
 * @param {string} topic such as `dust`; `all` for every one
 */
export function findAnswers(question, topic, signal) {
  const query = new URLSearchParams();
  if (question.layer) query.set('feature', `${question.layer}/${question.id}`);
  else {
    query.set('lon', question.lon);
    query.set('lat', question.lat);
    if (question.accuracy !== undefined) query.set('accuracy_m', question.accuracy);
  }
  if (topic !== 'all') query.set('topic', topic);
  return json(ofDay(`/api/who?${query}`), { signal });
}

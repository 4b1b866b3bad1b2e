import { APPROXIMATE_FROM, isApproximate } from './facts.js';
import * as format from './format.js';
import { t, titleOf } from './i18n.js';

/**
 * What the data on the map is worth, in a few words: which layers hold invented features, and
 * whether places are only roughly known.
 *
 * @param {object[]} declarations of the layers that are shown
 * @param {Iterable<{properties: object}>} places those that are loaded
 * @returns {{text: string, detail: string}[]} the detail is left out where there is no room
 */
export function dataMarks(declarations, places) {
  const invented = declarations.filter(({ synthetic }) => synthetic > 0);
  const marks = [];
  if (invented.length) {
    const layers = format.names(invented.map(({ title }) => titleOf(title)));
    marks.push({ text: t('mark.contains'), detail: t('mark.detail', { text: layers }) });
  }
  for (const { properties } of places) {
    if (!isApproximate(properties)) continue;
    const distance = `≥ ${format.radius(APPROXIMATE_FROM)}`;
    marks.push({ text: t('mark.positions'), detail: t('mark.detail', { text: distance }) });
    break;
  }
  return marks;
}

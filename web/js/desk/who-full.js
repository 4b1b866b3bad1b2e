import { element } from '../dom.js';
import * as format from '../format.js';
import { t, titleOf } from '../i18n.js';
import { notice } from '../notice.js';
import { edgeNote, warnings } from '../who/warnings.js';
import { fullAnswer } from './who-answer.js';
import { recordTable } from './who-record.js';

/**
 * Everything that is known of who is responsible for a place or an object.
 *
 * @param {object} answer of `/api/who`
 * @param {object|null} object the GeoJSON feature that was asked about
 * @param {Map<string, Drawing>} drawings
 */
export function whoFull(answer, object, drawings) {
  const { feature } = answer.place;
  const declaration = feature && drawings.get(feature.layer)?.declaration;
  const ordered = [...answer.answers].sort((a, b) => Number(b.effective) - Number(a.effective));
  return [
    ...warnings(answer, answer.topic),
    object && declaration ? recordTable(declaration, object.properties, answer) : null,
    edgeNote(answer),
    ordered.length
      ? element('h3', { class: 'who__part', text: t('who.answers', { count: ordered.length }) })
      : notice('who-none', t('who.none'), t('who.noneAdvice')),
    ...ordered.map((one) => fullAnswer(one, feature, drawings)),
    list('who.edges', answer.near_edge, drawings),
    list('who.zonesTitle', answer.zones, drawings),
  ].filter(Boolean);
}

function list(key, items, drawings) {
  if (!items.length) return null;
  return element(
    'section',
    {},
    element('h3', { class: 'who__part', text: t(key) }),
    element(
      'ul',
      { class: 'plain-list who__list' },
      ...items.map(({ layer, name, id, distance }) =>
        element(
          'li',
          {},
          element('span', {
            class: 'quiet',
            text: titleOf(drawings.get(layer)?.declaration.title) || layer,
          }),
          element('span', { text: name || id }),
          element('span', { class: 'number', text: format.distance(distance) }),
        ),
      ),
    ),
  );
}

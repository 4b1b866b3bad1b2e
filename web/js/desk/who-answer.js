import { element } from '../dom.js';
import * as format from '../format.js';
import { t, titleOf } from '../i18n.js';
import { answerMarks } from '../who/marks.js';
import { partyLine } from '../who/party.js';
import { roleText, topicNames } from '../who/warnings.js';
import { why, whyNot } from '../who/why.js';

/**
 * One answer with all that is known of it; one that does not count says why.
 *
 * @param {object} answer of `/api/who`
 * @param {object|null} feature that was asked about
 * @param {Map<string, Drawing>} drawings
 */
export function fullAnswer(answer, feature, drawings) {
  const { effective } = answer;
  return element(
    'section',
    {
      class: effective ? 'duty' : 'duty duty--second',
      dataset: { testid: 'who-answer', role: answer.role, effective: String(effective) },
    },
    element(
      'h3',
      { class: 'duty__role' },
      roleText(answer.role),
      element('span', {
        class: effective ? 'tag' : 'tag tag--off',
        text: effective ? t('who.effective') : whyNot(answer),
      }),
      ...answerMarks(answer),
    ),
    partyLine(answer.party),
    element('p', { class: 'duty__why', text: why(answer, feature) }),
    element('p', { class: 'duty__facts number', text: factsOf(answer, drawings).join(' · ') }),
    element('p', { class: 'duty__basis', text: t('who.basis', { basis: basisText(answer.basis) }) }),
    answer.negated_by
      ? element('p', {
          class: 'duty__basis',
          text: t('who.pair', {
            name: t('whynot.negated'),
            value: basisText(answer.negated_by),
          }),
        })
      : null,
  );
}

export function basisText(basis) {
  return [basis?.document, basis?.clause].filter(Boolean).join(' ') || t('who.nothing');
}

/** What an answer rests on, in short: rule, scope, distance, share, rank, topics. */
export function factsOf({ rule, scope, distance, share, rank, topics }, drawings) {
  const declaration = drawings.get(scope.layer)?.declaration;
  return [
    t('who.rule', { rule: t(`rule.${rule}`) }),
    t('who.scope', {
      layer: declaration ? titleOf(declaration.title) : scope.layer,
      scope: scope.name || scope.id,
    }),
    distance > 0 ? t('who.distance', { distance: format.distance(distance) }) : null,
    Number.isFinite(share) ? t('who.share', { share: format.percent(share) }) : null,
    Number.isFinite(rank) ? t('who.rank', { rank }) : null,
    t('who.topics', { topics: topicNames(topics) }),
  ].filter(Boolean);
}

import { askedDay } from '../address.js';
import { element } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { answerMarks } from '../who/marks.js';
import { partyLine } from '../who/party.js';
import { edgeNote, roleText, topicNames, warnings } from '../who/warnings.js';
import { why } from '../who/why.js';
import { noticeLink } from './notice-link.js';

/**
 * Who answers for a place, in words for everybody: whoever is directly responsible first, then what
 * is missing or uncertain, then those above them.
 *
 * @param {object} answer of `/api/who`
 */
export function whoAnswers(answer) {
  const { feature } = answer.place;
  const one = (each) => entry(each, feature, answer.topic);
  const direct = answer.answers.filter(({ effective }) => effective);
  const others = answer.answers.filter(({ effective }) => !effective);
  return [
    ...direct.map(one),
    direct.length || answer.gaps.length ? null : element('p', { text: t('who.nobody') }),
    ...warnings(answer, answer.topic),
    edgeNote(answer),
    others.length
      ? element(
          'details',
          { class: 'more', dataset: { testid: 'who-others' } },
          element('summary', { text: t('who.others', { count: others.length }) }),
          ...others.map(one),
        )
      : null,
    zoneNote(answer.zones),
    askedDay() ? element('p', { class: 'quiet', text: t('who.onDay', { day: answer.at }) }) : null,
  ].filter(Boolean);
}

function entry(answer, feature, asked) {
  const { document, clause } = answer.basis ?? {};
  const basis = [document, clause].filter(Boolean).join(' ');
  return element(
    'section',
    { class: 'duty', dataset: { testid: 'who-answer', role: answer.role } },
    element(
      'h3',
      { class: 'duty__role' },
      roleText(answer.role),
      ...answerMarks(answer),
    ),
    partyLine(answer.party, topicsOf(answer, asked)),
    element('p', { class: 'duty__why', text: why(answer, feature) }),
    basis ? element('p', { class: 'duty__basis', text: t('who.basis', { basis }) }) : null,
    answer.scope.layer === 'grid_cell' && answer.scope.id ? noticeLink(answer.scope.id) : null,
  );
}

// Of several in one role it says who does what; after a question about one topic all are for that.
function topicsOf({ topics }, asked) {
  return asked === 'all' && !topics.includes('all') ? topicNames(topics) : '';
}

function zoneNote(zones) {
  if (!zones.length) return null;
  const names = zones.map(({ name, distance }) =>
    t('who.zone', { name, distance: format.distance(distance) }),
  );
  return element('p', { class: 'quiet', text: t('who.zones', { zones: format.names(names) }) });
}

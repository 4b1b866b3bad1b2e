import * as format from '../format.js';
import { t } from '../i18n.js';
import { edgeText, gapText, overlapText, roleText } from '../who/warnings.js';
import { why, whyNot } from '../who/why.js';
import { basisText, factsOf } from './who-answer.js';

/** The whole answer as lines of text, for a letter or a chat. */
export function whoText(answer, drawings) {
  const { place, at, topic } = answer;
  const lines = [
    pair(t('who.title'), [place.feature?.name, format.position(place.lon, place.lat)].filter(Boolean).join(' ')),
    `${at} · ${t(`topic.${topic}`)}`,
    '',
    ...answer.answers.flatMap((one) => [
      pair(roleText(one.role), one.effective ? partyText(one.party) : t('who.butNot', { text: partyText(one.party), reason: whyNot(one) })),
      `  ${why(one, place.feature)}`,
      `  ${factsOf(one, drawings).join(' · ')}`,
      `  ${t('who.basis', { basis: basisText(one.basis) })}`,
    ]),
  ];
  part(lines, t('gap.title'), answer.gaps.map((gap) => gapText(gap, topic)));
  part(lines, t('overlap.title'), answer.overlaps.map(overlapText));
  if (answer.near_edge.length) part(lines, t('edge.title'), [edgeText(answer.near_edge, place)]);
  return lines.join('\n');
}

function pair(name, value) {
  return t('who.pair', { name, value });
}

function partyText({ name, unit, phone }) {
  return [name, unit?.name, phone ?? unit?.phone].filter(Boolean).join(' ');
}

function part(lines, title, texts) {
  if (texts.length) lines.push('', title, ...texts.map((text) => `  ${text}`));
}

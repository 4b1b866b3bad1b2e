import * as format from '../format.js';
import { t } from '../i18n.js';

/**
 * Why somebody is responsible, in one plain sentence.
 *
 * @param {object} answer of `/api/who`
 * @param {object|null} feature the one that was asked about; null for a place
 */
export function why({ rule, scope, distance, share }, feature) {
  const what = feature ? t('why.it', { name: feature.name ?? feature.id }) : t('why.here');
  const values = {
    what,
    scope: scope?.name ?? scope?.id ?? '',
    distance: Number.isFinite(distance) ? format.distance(distance) : '',
  };
  const sentence = t(keyOf(rule, scope), values);
  return share > 0 && share < 1
    ? t('why.share', { sentence, share: format.percent(share) })
    : sentence;
}

function keyOf(rule, scope) {
  if (rule === 'covers' || rule === 'above') {
    const own = `why.${rule}_${scope?.layer}`;
    return t(own) === own ? `why.${rule}` : own;
  }
  const key = `why.${rule}`;
  return t(key) === key ? 'why.other' : key;
}

/** Why an answer that applies is not the one that counts. */
export function whyNot({ rule, scope, negated_by: negated }) {
  if (negated) return t('whynot.negated');
  if (rule === 'above') return t('whynot.above');
  return t(scope?.layer === 'district' ? 'whynot.district' : 'whynot.other');
}

import { element } from '../dom.js';
import * as format from '../format.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';

/** What is missing or doubled, in words; nothing when all is in order. */
export function warnings({ gaps, overlaps }, topic) {
  return [
    gaps.length
      ? box('gaps', t('gap.title'), gaps.map((gap) => gapText(gap, topic)))
      : null,
    overlaps.length ? box('overlaps', t('overlap.title'), overlaps.map(overlapText)) : null,
  ].filter(Boolean);
}

/** A role that nobody holds; topics are named where they are not what was asked about. */
export function gapText({ role, topics = [], code, scope }, asked) {
  const known = `gap.${code}`;
  const values = { role: roleText(role), scope: scope?.name ?? scope?.id ?? '' };
  const sentence = t(t(known) === known ? 'gap.nobody' : known, values);
  const others = topics.filter((topic) => topic !== 'all' && topic !== asked);
  return others.length ? t('gap.ofTopic', { topic: topicNames(others), sentence }) : sentence;
}

export function topicNames(topics) {
  return format.names(topics.map((topic) => t(`topic.${topic}`)));
}

export function overlapText({ role, parties }) {
  return t('overlap.text', {
    role: roleText(role),
    names: format.names(parties.map(({ name }) => name)),
  });
}

export function roleText(role) {
  return t(`role.${role}`);
}

/** Which edges are so near that the place may lie on either side; null when none is. */
export function edgeNote({ near_edge: edges, place }) {
  if (!edges.length) return null;
  return element(
    'p',
    { class: 'who__edge', dataset: { testid: 'near-edge' } },
    element('strong', { text: t('edge.title') }),
    ` ${edgeText(edges, place)}`,
  );
}

export function edgeText(edges, { accuracy_m: accuracy }) {
  const named = edges.map(({ name, distance }) =>
    distance < 1
      ? t('edge.on', { name })
      : t('edge.near', { name, distance: format.distance(distance) }),
  );
  return t('edge.text', {
    edges: format.names(named),
    accuracy: format.radius(Math.round(accuracy)),
  });
}

function box(testid, title, lines) {
  return element(
    'div',
    { class: 'alarm', role: 'note', dataset: { testid } },
    element('p', { class: 'alarm__title' }, icon('warn', 18), title),
    ...lines.map((text) => element('p', { text })),
  );
}

import { titleOf, t } from '../i18n.js';
import * as format from '../format.js';

/** Why something is to be done, in words: what audits found, and what the record lacks. */
export function reasonsOf({ findings, missing }, declaration) {
  const reasons = findings.map((kind) => ({ kind: 'finding', text: t('my.finding', { what: t(`finding.${kind}`) }) }));
  if (missing.length) {
    const titles = missing.map((name) => titleOf(declaration?.fields.find((one) => one.name === name)?.title) || name);
    reasons.push({ kind: 'missing', text: t('my.missing', { what: format.names(titles) }) });
  }
  return reasons;
}

/** What needs doing first goes first, then the first classes. */
export function byTodo(one, other) {
  return (
    other.findings.length - one.findings.length ||
    Math.sign(other.missing.length) - Math.sign(one.missing.length) ||
    classOf(one).localeCompare(classOf(other)) ||
    String(one.feature.id).localeCompare(String(other.feature.id))
  );
}

function classOf({ feature }) {
  return feature.properties.class ?? '~';
}

import { t } from '../i18n.js';

/** What kind of change it was, with the words that came with it. */
export function changeTitle(change) {
  if (!change) return t('change.before');
  const kind = t(`change.${change.kind}`);
  return change.note && change.kind === 'import' ? `${kind} ${change.note}` : kind;
}

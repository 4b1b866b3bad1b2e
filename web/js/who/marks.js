import { element } from '../dom.js';
import { isApproximate } from '../facts.js';
import { t } from '../i18n.js';

/**
 * Small marks with words for an answer: that whoever it names is invented, that the outline it goes by
 * is only roughly known.
 */
export function answerMarks({ party, scope_accuracy_m: metres }) {
  const keys = [
    party.synthetic ? 'mark.synthetic' : null,
    isApproximate({ accuracy_m: metres }) ? 'mark.outline' : null,
  ];
  return keys.filter(Boolean).map((key) => element('span', { class: 'mark', text: t(key) }));
}

import { element, required } from '../dom.js';

/** Shows that an answer is on its way. */
export function busy(on) {
  required('.panel').setAttribute('aria-busy', String(on));
}

/** Rows that stand for those to come. */
export function skeletons(count = 8) {
  return Array.from({ length: count }, () => element('div', { class: 'skeleton' }));
}

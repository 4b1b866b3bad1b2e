import { element } from '../dom.js';

/** What a section is called, what it is for, and what can be done at once; null is left out. */
export function pageHead(title, about, ...actions) {
  return element(
    'header',
    { class: 'office__head' },
    element(
      'div',
      {},
      element('h1', { class: 'office__title', text: title }),
      about ? element('p', { class: 'quiet', text: about }) : null,
    ),
    actions.some(Boolean) ? element('div', { class: 'office__actions' }, ...actions) : null,
  );
}

/** The frame of a section that is read from top to bottom. */
export function officePage(...children) {
  return element('div', { class: 'office__page' }, ...children);
}

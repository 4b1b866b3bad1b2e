import { element } from '../../dom.js';
import { icon } from '../../icons.js';

/** One step of an import: its number, what it is about, and what is done in it once it is its turn. */
export class Step {
  constructor(number, title) {
    this.number = element('span', { class: 'step__number number', 'aria-hidden': 'true' });
    this.label = String(number);
    this.summary = element('p', { class: 'step__summary quiet' });
    this.body = element('div', { class: 'step__body' });
    this.node = element(
      'section',
      { class: 'step', 'aria-label': `${number} ${title}`, dataset: { testid: `step-${number}` } },
      this.number,
      element('h2', { class: 'step__title', text: title }),
      this.summary,
      this.body,
    );
    this.is('later', '');
  }

  /**
   * @param {'later'|'now'|'done'} state
   * @param {string} summary what was settled in it, or what it waits for
   */
  is(state, summary) {
    this.node.dataset.state = state;
    this.body.hidden = state === 'later';
    this.number.replaceChildren(state === 'done' ? icon('check', 16) : this.label);
    this.summary.textContent = summary;
    this.summary.hidden = !summary;
  }

  fill(...children) {
    this.body.replaceChildren(...children.filter(Boolean));
  }
}

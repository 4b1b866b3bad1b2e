import { element } from '../dom.js';
import { failureBox } from '../failure.js';
import { t } from '../i18n.js';

/** A part of the page with a heading; what fails says so in its place. */
export class Card {
  /** @param {string} key of its heading; `about` of the line below */
  constructor(key, about) {
    this.body = element('div', { class: 'own-card__body' });
    const id = key.replace('.', '-');
    this.node = element(
      'section',
      { class: 'own-card', 'aria-labelledby': id, dataset: { testid: id } },
      element('h2', { class: 'own-card__title', id, text: t(key) }),
      element('p', { class: 'quiet own-card__about', text: t(about) }),
      this.body,
    );
  }

  async start() {}

  /** Shows what `load` brings; a skeleton until then. */
  async fill(load) {
    if (!this.body.childElementCount) this.body.append(element('div', { class: 'skeleton' }));
    try {
      this.body.replaceChildren(...(await load()));
    } catch (failure) {
      this.body.replaceChildren(failureBox(failure, () => this.fill(load)));
    }
  }

  /** Does what a button is for; the button rests meanwhile, and a failure is said below. */
  async act(button, action) {
    button.disabled = true;
    this.node.querySelector('[data-testid=error]')?.remove();
    try {
      await action();
    } catch (failure) {
      this.node.append(failureBox(failure, null));
    } finally {
      button.disabled = false;
    }
  }
}

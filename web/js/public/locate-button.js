import { element } from '../dom.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';
import { notice } from '../notice.js';
import { findLocation } from '../who/location.js';

/** Asks who is responsible where whoever looks is standing; says why when that cannot be found out. */
export class LocateButton {
  /**
   * @param {HTMLButtonElement} quick a small one that is always there
   * @param {{found: (place: {lon: number, lat: number, accuracy: number}) => void,
   *     failed: () => void, tell: () => void}} listener `tell` hears that there is something else to show
   */
  constructor(quick, listener) {
    this.quick = quick;
    this.listener = listener;
    this.waiting = false;
    this.failure = null;
    quick.addEventListener('click', () => this.locate());
  }

  /** The button and what has to be said of it. */
  nodes() {
    const button = element(
      'button',
      {
        type: 'button',
        class: 'button button--main locate',
        'aria-busy': String(this.waiting),
        disabled: this.waiting,
        dataset: { testid: 'locate' },
        on: { click: () => this.locate() },
      },
      icon('locate'),
      t(this.waiting ? 'locate.waiting' : 'locate.here'),
    );
    return this.failure
      ? [button, notice('locate-failed', t(this.failure), t('locate.advice'))]
      : [button];
  }

  async locate() {
    this.wait(true);
    this.failure = null;
    this.listener.tell();
    try {
      const place = await findLocation();
      this.wait(false);
      this.listener.found(place);
    } catch (failure) {
      this.wait(false);
      // A text for people is a key; anything else is a mistake of ours.
      if (typeof failure !== 'string') throw failure;
      this.failure = failure;
      this.listener.failed();
    }
  }

  wait(waiting) {
    this.waiting = waiting;
    this.quick.disabled = waiting;
    this.quick.setAttribute('aria-busy', String(waiting));
  }
}

import { t } from '../i18n.js';

const HEIGHTS = ['peek', 'half', 'full'];
const small = matchMedia('(max-width: 719px)');

/** On small screens the panel is a sheet with three heights, moved by finger, button or keyboard. */
export class BottomSheet {
  /**
   * @param {HTMLElement} panel
   * @param {HTMLButtonElement} handle
   */
  constructor(panel, handle) {
    this.panel = panel;
    this.handle = handle;
    this.dragged = false;
    this.set('half');
    handle.addEventListener('click', () => {
      if (this.dragged) this.dragged = false;
      else this.set(HEIGHTS[(HEIGHTS.indexOf(this.height) + 1) % HEIGHTS.length]);
    });
    handle.addEventListener('keydown', (event) => this.key(event));
    handle.addEventListener('pointerdown', (event) => this.drag(event));
  }

  /** @param {'peek'|'half'|'full'} height */
  set(height) {
    this.height = height;
    this.panel.dataset.height = height;
    this.panel.style.height = '';
    this.handle.setAttribute('aria-label', t(`sheet.${height}`));
  }

  /** Opens the sheet at least half; does nothing where the panel is no sheet. */
  open() {
    if (this.height === 'peek') this.set('half');
  }

  /** Lets the map be seen. */
  lower() {
    if (this.height === 'full') this.set('half');
  }

  key(event) {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = HEIGHTS.indexOf(this.height) + step;
    this.set(HEIGHTS[Math.min(HEIGHTS.length - 1, Math.max(0, next))]);
  }

  drag(start) {
    if (!small.matches) return;
    const from = this.panel.getBoundingClientRect().height;
    this.dragged = false;
    this.handle.setPointerCapture(start.pointerId);
    const move = (event) => {
      const lifted = start.clientY - event.clientY;
      if (Math.abs(lifted) > 4) this.dragged = true;
      if (this.dragged) this.panel.style.height = `${from + lifted}px`;
    };
    const end = () => {
      this.handle.removeEventListener('pointermove', move);
      if (this.dragged) this.settle();
    };
    this.handle.addEventListener('pointermove', move);
    this.handle.addEventListener('pointerup', end, { once: true });
    this.handle.addEventListener('pointercancel', end, { once: true });
  }

  // Goes to the height that is nearest to where the finger let go.
  settle() {
    const share = this.panel.getBoundingClientRect().height / innerHeight;
    this.set(share < 0.28 ? 'peek' : share < 0.7 ? 'half' : 'full');
  }
}

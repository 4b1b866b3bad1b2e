import { debounced, element } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { LEAST_RADIUS, MOST_RADIUS, isRadius } from './state.js';

const STEPS = 200;
const SLIDER_LEAST = 100;
const SLIDER_MOST = 10_000;

/** The radius by slider (100 m to 10 km, logarithmic) and as a number (up to 100 km). */
export class RadiusControl {
  /** @param {(metres: number) => void} change hears of a radius once it has come to rest */
  constructor(change) {
    this.settle = debounced(change, 160);
    this.slider = element('input', {
      type: 'range',
      class: 'radius__slider',
      min: 0,
      max: STEPS,
      step: 1,
      dataset: { testid: 'radius-slider' },
      on: { input: () => this.slid() },
    });
    this.number = element('input', {
      type: 'number',
      class: 'field radius__number number',
      min: LEAST_RADIUS,
      max: MOST_RADIUS,
      step: 'any',
      inputmode: 'numeric',
      dataset: { testid: 'radius' },
      on: { input: () => this.typed() },
    });
    this.problem = element('p', {
      class: 'control__problem',
      role: 'alert',
      id: 'radius-problem',
      hidden: true,
    });
    this.title = element('span', { class: 'control__title' });
    this.node = element(
      'div',
      { class: 'control' },
      element(
        'div',
        { class: 'radius' },
        this.title,
        this.slider,
        element(
          'label',
          { class: 'radius__field' },
          this.number,
          element('span', { class: 'quiet', text: 'm' }),
        ),
      ),
      this.problem,
    );
  }

  show(metres) {
    this.title.textContent = t('desk.radius');
    this.slider.setAttribute('aria-label', t('desk.radiusSlider'));
    this.number.setAttribute('aria-label', t('desk.radiusNumber'));
    if (document.activeElement !== this.number) this.number.value = metres;
    this.slide(metres);
    this.complain(true);
  }

  slid() {
    const metres = nice(SLIDER_LEAST * (SLIDER_MOST / SLIDER_LEAST) ** (this.slider.value / STEPS));
    this.number.value = metres;
    this.slider.setAttribute('aria-valuetext', format.radius(metres));
    this.fillSlider();
    this.complain(true);
    this.settle(metres);
  }

  typed() {
    const metres = this.number.valueAsNumber;
    this.complain(isRadius(metres));
    if (!isRadius(metres)) return;
    this.slide(metres);
    this.settle(metres);
  }

  slide(metres) {
    const share = Math.log(metres / SLIDER_LEAST) / Math.log(SLIDER_MOST / SLIDER_LEAST);
    this.slider.value = Math.round(share * STEPS);
    this.slider.setAttribute('aria-valuetext', format.radius(metres));
    this.fillSlider();
  }

  fillSlider() {
    this.slider.style.setProperty('--share', `${(this.slider.value / STEPS) * 100}%`);
  }

  complain(good) {
    this.number.setAttribute('aria-invalid', String(!good));
    this.number.setAttribute('aria-describedby', 'radius-problem');
    this.problem.hidden = good;
    this.problem.textContent = t('desk.radiusProblem');
  }
}

// Round figures are what people mean when they drag.
function nice(metres) {
  const step = metres < 1000 ? 50 : metres < 5000 ? 100 : 500;
  return Math.round(metres / step) * step;
}

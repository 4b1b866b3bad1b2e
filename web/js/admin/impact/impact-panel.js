import { element } from '../../dom.js';
import { failureBox } from '../../failure.js';
import { icon } from '../../icons.js';
import { t } from '../../i18n.js';
import { impactResult } from './impact-result.js';

const TABLES = ['unit', 'person', 'assignment', 'required_role'];

/** Whether a change of a layer can change who is responsible for other things. */
export function hasImpact({ id, duty, geometry }) {
  return TABLES.includes(id) || (Boolean(duty) && !geometry.endsWith('Point'));
}

/** What a change would move, before it is made: asked for by a button, because it takes a while. */
export class ImpactPanel {
  /**
   * @param {object[]} declarations of all layers, for their names
   * @param {(signal: AbortSignal) => Promise<object>} ask
   */
  constructor(declarations, ask) {
    Object.assign(this, { declarations, ask });
    this.request = new AbortController();
    this.button = element(
      'button',
      { type: 'button', class: 'button', dataset: { testid: 'impact' }, on: { click: () => this.look() } },
      icon('people', 18),
      t('impact.look'),
    );
    this.body = element('div', { 'aria-live': 'polite' });
    this.node = element(
      'section',
      { class: 'impact', 'aria-label': t('impact.title') },
      element('h3', { class: 'impact__title', text: t('impact.title') }),
      element('p', { class: 'quiet', text: t('impact.about') }),
      this.button,
      this.body,
    );
  }

  /** What was found holds no longer, because the change is another one now. */
  outdate() {
    this.request.abort();
    this.button.disabled = false;
    if (this.body.firstChild)
      this.body.replaceChildren(element('p', { class: 'quiet', text: t('impact.outdated') }));
  }

  async look() {
    this.request.abort();
    this.request = new AbortController();
    const { signal } = this.request;
    this.button.disabled = true;
    this.body.replaceChildren(element('div', { class: 'skeleton' }), element('div', { class: 'skeleton' }));
    try {
      const impact = await this.ask(signal);
      if (!signal.aborted) this.body.replaceChildren(impactResult(impact, this.declarations));
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.body.replaceChildren(failureBox(failure, () => this.look()));
    }
    this.button.disabled = false;
  }
}

import { verifyTrail } from '../../api-trail.js';
import { element } from '../../dom.js';
import { failureBox } from '../../failure.js';
import * as format from '../../format.js';
import { t } from '../../i18n.js';

/** Checks that nothing in the trail was changed, by itself and by a head that was written down. */
export class ChainCheck {
  constructor() {
    this.head = element('input', {
      class: 'field number',
      autocomplete: 'off',
      spellcheck: 'false',
      maxlength: 64,
      'aria-label': t('trail.head'),
      placeholder: t('trail.head'),
      dataset: { testid: 'chain-head' },
    });
    this.button = element('button', { type: 'submit', class: 'button', text: t('trail.verify'), dataset: { testid: 'chain-check' } });
    this.result = element('div', { 'aria-live': 'polite', dataset: { testid: 'chain-result' } });
    this.node = element(
      'details',
      { class: 'chain' },
      element('summary', { text: t('trail.chain') }),
      element('p', { class: 'quiet', text: t('trail.chainAbout') }),
      element('form', { class: 'chain__form', on: { submit: (event) => this.check(event) } }, this.head, this.button),
      this.result,
    );
  }

  async check(event) {
    event.preventDefault();
    this.button.disabled = true;
    this.result.replaceChildren(element('p', { class: 'quiet', text: t('trail.verifying') }));
    try {
      this.result.replaceChildren(resultBox(await verifyTrail(this.head.value.trim())));
    } catch (failure) {
      this.result.replaceChildren(failureBox(failure, () => this.check(event)));
    }
    this.button.disabled = false;
  }
}

function resultBox({ rows, head, fault, row }) {
  const count = format.count(rows);
  return element(
    'div',
    { class: `notice ${fault ? 'notice--danger' : 'notice--good'}`, role: fault ? 'alert' : 'status' },
    element('p', { class: 'notice__title', text: fault ? t('trail.broken', { count }) : t('trail.whole', { count }) }),
    element('p', { text: fault ? t(`trailfault.${fault}`, { row: format.count(row ?? 0) }) : t('trail.keepHead') }),
    fault ? null : element('code', { class: 'chain__head', text: head }),
  );
}

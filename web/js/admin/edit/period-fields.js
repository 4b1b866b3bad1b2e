import { dayAfter, dayBefore } from '../../day.js';
import { element } from '../../dom.js';
import { t } from '../../i18n.js';
import { isTable } from '../../tables.js';

/**
 * Since when what a form says is so, and until when. People name the last day; the server keeps the
 * first day without.
 */
export class PeriodFields {
  constructor(declaration, draft) {
    this.draft = draft;
    this.from = dayInput('valid-from', true);
    this.last = dayInput('last-day', false);
    this.problem = element('p', { class: 'entry-field__problem', id: 'last-day-problem', role: 'alert', hidden: true });
    this.from.addEventListener('change', () => {
      if (this.from.value) draft.change({ validFrom: this.from.value }, 'valid-from');
    });
    this.last.addEventListener('change', () => {
      const end = this.last.value ? dayAfter(this.last.value) : null;
      draft.change({ validTo: end }, 'valid-to');
      this.check();
    });
    this.nodes = [
      entry('valid-from', t('edit.validFrom'), this.from, t('edit.validFromHelp')),
      // On the map an end is the exception; in a table a term of office has one.
      isTable(declaration) || draft.now.validTo
        ? entry('last-day', t('edit.lastDay'), this.last, t('edit.lastDayHelp'), this.problem)
        : null,
    ].filter(Boolean);
  }

  write() {
    const { validFrom, validTo } = this.draft.now;
    this.from.value = validFrom;
    this.last.value = validTo ? dayBefore(validTo) : '';
  }

  check() {
    const { validFrom, validTo } = this.draft.now;
    return this.tell(validTo && validTo <= validFrom ? t('edit.lastDayEarly') : null);
  }

  /** @returns {boolean} whether there is nothing wrong */
  tell(text) {
    this.problem.hidden = !text;
    this.problem.textContent = text ?? '';
    this.last.setAttribute('aria-invalid', String(Boolean(text)));
    return !text;
  }
}

function dayInput(id, required) {
  return element('input', { type: 'date', class: 'field number', id, required, dataset: { testid: id } });
}

function entry(id, label, input, help, problem) {
  return element(
    'div',
    { class: 'entry-field' },
    element('label', { for: id }, element('span', { text: label })),
    input,
    element('p', { class: 'quiet entry-field__help', text: help }),
    problem,
  );
}

import { findImportChanges } from '../../api-import.js';
import { dayBefore } from '../../day.js';
import { element } from '../../dom.js';
import { failureBox } from '../../failure.js';
import { t } from '../../i18n.js';
import { changeRow } from '../edit/history-card.js';
import { fieldTitle } from './issue-list.js';

const PAGE = 20;

/** Features that are created, changed or closed, with what becomes of each field. */
export class ChangeList {
  /** @param {((place: {lon, lat, kind}) => void)|null} reveal shows one on the map; null without one */
  constructor(id, kind, declaration, reveal) {
    this.id = id;
    this.kind = kind;
    this.declaration = declaration;
    this.reveal = reveal;
    this.list = element('ul', { class: 'plain-list change-list', dataset: { testid: `list-${kind}` } });
    this.more = element('button', { type: 'button', class: 'button', hidden: true, on: { click: () => this.load() } });
    this.node = element('div', {}, this.list, this.more);
    this.shown = 0;
  }

  async load() {
    try {
      const { total, items } = await findImportChanges(this.id, this.kind, PAGE, this.shown);
      this.list.append(...items.map((item) => this.item(item)));
      this.shown += items.length;
      this.more.hidden = items.length === 0 || this.shown >= total;
      this.more.textContent = t('result.more', { count: total - this.shown });
    } catch (failure) {
      this.list.append(failureBox(failure, () => this.load()));
    }
  }

  item({ id, name, row, lon, lat, fields }) {
    return element(
      'li',
      { class: 'change-list__one' },
      element(
        'p',
        { class: 'change-list__head' },
        element('strong', { text: name }),
        element('span', { class: 'quiet number', text: id }),
        row ? element('span', { class: 'quiet number', text: t('import.rowNumber', { row }) }) : null,
        this.reveal ? this.showButton(lon, lat) : null,
      ),
      this.kind === 'changed' ? element('dl', { class: 'changes' }, ...fields.map((one) => this.field(one))) : null,
    );
  }

  showButton(lon, lat) {
    return element('button', {
      type: 'button',
      class: 'button button--quiet',
      text: t('result.show'),
      on: { click: () => this.reveal({ lon, lat, kind: this.kind }) },
    });
  }

  field({ field, before, after }) {
    const declared = this.declaration.fields.find(({ name }) => name === field);
    const title = fieldTitle(this.declaration, field);
    const shown = declared ?? { name: title, title: { zh: title, en: title } };
    return field === 'valid_to' ? changeRow(shown, lastDay(before), lastDay(after)) : changeRow(shown, before, after);
  }
}

// What is recorded is the first day on which it no longer holds; people name the last on which it does.
function lastDay(day) {
  return day && dayBefore(day);
}

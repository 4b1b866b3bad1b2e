import { element } from '../../dom.js';
import { t } from '../../i18n.js';
import { noteWords } from '../reason-words.js';

/**
 * What the server has seen of the file: format, encoding, sheet, header row, columns.
 *
 * @param {((table: string) => void)|null} chooseTable null when the sheet cannot be changed any more
 * @param {boolean} placed whether its rows lie somewhere
 */
export function fileFacts(description, chooseTable, placed) {
  const { tables, table, encoding, headerRow, columns, crs, crsText, delimiter } = description;
  const facts = [
    [t('import.format'), t(`format.${description.format}`)],
    encoding && [t('import.encoding'), encoding],
    delimiter && [t('import.delimiter'), delimiterName(delimiter)],
    headerRow > 0 && [t('import.headerRow'), t('import.rowNumber', { row: headerRow })],
    [t('import.columns'), String(columns.length)],
    placed && [t('import.fileCrs'), crs ?? (crsText ? t('import.crsUnknown') : t('import.crsNone'))],
  ].filter(Boolean);
  return element(
    'div',
    { class: 'file-facts', dataset: { testid: 'file-facts' } },
    tables.length > 1 ? tableChoice(tables, table, chooseTable) : null,
    ...facts.map(([name, value]) =>
      element(
        'div',
        { class: 'file-facts__one' },
        element('span', { class: 'quiet', text: name }),
        element('span', { text: value }),
      ),
    ),
  );
}

/** What was noticed about the file and done about it; nothing without such. */
export function fileNotes({ notes }) {
  if (notes.length === 0) return null;
  return element(
    'details',
    { class: 'more' },
    element('summary', { text: t('import.notes', { count: notes.length }) }),
    element(
      'ul',
      { class: 'notes' },
      ...notes.map((note) => element('li', noteWords(note))),
    ),
  );
}

function tableChoice(tables, table, choose) {
  const select = element(
    'select',
    { class: 'field', disabled: choose === null, dataset: { testid: 'sheet' } },
    ...tables.map((name) => element('option', { value: name, text: name })),
  );
  select.value = table;
  select.addEventListener('change', () => choose(select.value));
  return element(
    'label',
    { class: 'file-facts__one' },
    element('span', { class: 'quiet', text: t('import.sheet') }),
    select,
  );
}

function delimiterName(delimiter) {
  return delimiter === '\t' ? t('import.tab') : delimiter;
}

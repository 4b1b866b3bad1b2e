import { element } from '../dom.js';
import { phoneLink } from '../who/party.js';

/**
 * A part of the report: a heading and a table whose head is repeated on each page of paper.
 *
 * @param {{title: string, wide?: boolean, numeric?: boolean}[]} columns
 * @param {(string|number|Node|null)[][]} rows
 */
export function reportTable(testid, title, columns, rows, empty) {
  return element(
    'section',
    { class: 'report__part', dataset: { testid } },
    element('h2', { class: 'report__heading', text: title }),
    rows.length
      ? element(
          'div',
          { class: 'report__scroll', tabIndex: 0, role: 'region', 'aria-label': title },
          element('table', { class: 'report__table' }, head(columns), body(columns, rows)),
        )
      : element('p', { class: 'quiet', text: empty }),
  );
}

function head(columns) {
  return element(
    'thead',
    {},
    element('tr', {}, ...columns.map((one) => element('th', { scope: 'col', class: classOf(one), text: one.title }))),
  );
}

function body(columns, rows) {
  return element(
    'tbody',
    {},
    ...rows.map((row) =>
      element('tr', {}, ...row.map((cell, index) => element('td', { class: classOf(columns[index]) }, content(cell)))),
    ),
  );
}

function content(cell) {
  if (cell instanceof Node) return cell;
  return cell === null || cell === undefined ? '' : String(cell);
}

function classOf({ numeric }) {
  return numeric ? 'number report__figure' : null;
}

/** A cell with a number to call. */
export function phoneCell(phone, name) {
  return phoneLink(phone, name) ?? '';
}

import { element } from '../../dom.js';
import { valueText } from '../../facts.js';
import * as format from '../../format.js';
import { t, titleOf } from '../../i18n.js';
import { changeTitle } from '../change-words.js';
import { moveOf } from './measure.js';

/** One change in the history: when and by whom, from when on it holds, and what became of what. */
export function historyCard(entry, declaration, choose) {
  return element(
    'li',
    { class: 'timeline__one', dataset: { testid: 'history-entry' } },
    element(
      'button',
      { type: 'button', class: 'timeline__head', on: { click: choose } },
      element('strong', { text: titleText(entry) }),
      entry.known
        ? element('span', { class: 'tag tag--known', text: t('history.known') })
        : element('span', { class: 'tag', text: t('history.replaced') }),
      element('span', {
        class: 'quiet number timeline__when',
        text: `${format.moment(entry.at)} · ${entry.by}`,
      }),
    ),
    ...entry.periods.map((period) =>
      element('p', { class: 'timeline__period number', text: periodText(period) }),
    ),
    shapeLine(entry),
    entry.isFirst ? firstValues(entry, declaration) : changeList(entry.fields, declaration),
  );
}

function titleText(entry) {
  if (entry.isFirst && entry.change?.kind === 'edit') return t('history.created');
  return changeTitle(entry.change);
}

function periodText({ from, to }) {
  return to ? t('history.fromTo', { from, to }) : t('history.from', { from });
}

function shapeLine({ moved, before, after }) {
  if (!moved) return null;
  const text =
    after.type === 'Point'
      ? t('history.moved', { distance: format.distance(moveOf(before, after)) })
      : t('history.reshaped', { distance: format.distance(moveOf(before, after)) });
  return element('p', { class: 'timeline__shape', text });
}

function changeList(changes, declaration) {
  if (changes.length === 0) return null;
  return element(
    'dl',
    { class: 'changes' },
    ...changes.map(({ field, before, after }) =>
      changeRow(declaration.fields.find(({ name }) => name === field) ?? { name: field }, before, after),
    ),
  );
}

/** One field's value before and after. */
export function changeRow(field, before, after) {
  return element(
    'div',
    { class: 'changes__row' },
    element('dt', { text: titleOf(field.title) || field.name }),
    element(
      'dd',
      {},
      element('del', { text: valueText(field, before) || t('conflict.nothing') }),
      element('span', { class: 'changes__arrow', 'aria-hidden': 'true', text: '→' }),
      element('ins', { text: valueText(field, after) || t('conflict.nothing') }),
    ),
  );
}

function firstValues({ values }, declaration) {
  const known = declaration.fields.filter(({ name }) => (values[name] ?? null) !== null);
  return element(
    'details',
    { class: 'more timeline__values' },
    element('summary', { text: t('history.values', { count: known.length }) }),
    element(
      'dl',
      { class: 'facts' },
      ...known.map((field) =>
        element(
          'div',
          { class: 'facts__row' },
          element('dt', { text: titleOf(field.title) }),
          element('dd', { text: valueText(field, values[field.name]) }),
        ),
      ),
    ),
  );
}

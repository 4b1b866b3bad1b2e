import { dayBefore } from '../../day.js';
import { element } from '../../dom.js';
import { valueText } from '../../facts.js';
import * as format from '../../format.js';
import { t, titleOf } from '../../i18n.js';
import { moveOf } from './measure.js';

/**
 * Mine and theirs, field by field, with a choice for each that differs. What only one of the two has
 * changed is chosen already.
 *
 * @param {object} theirs the state that is recorded now
 * @param {(merged: object) => void} merge what to do with the choice
 */
export function conflictPanel(declaration, draft, theirs, current, merge) {
  const { now: mine, base } = draft;
  const rows = differences(declaration, base, mine, theirs);
  const choice = new Map(rows.map(({ name, first }) => [name, first]));
  return element(
    'section',
    { class: 'conflict', role: 'alert', dataset: { testid: 'conflict' } },
    element('h2', { class: 'notice__title', text: t('conflict.title') }),
    element('p', {
      text: t('conflict.text', {
        who: current.recorded_by,
        when: format.moment(current.recorded_at),
        version: current.version,
      }),
    }),
    rows.length === 0 ? element('p', { text: t('conflict.same') }) : null,
    ...rows.map((row) => rowOf(row, choice)),
    element('button', {
      type: 'button',
      class: 'button button--main',
      text: t('conflict.save'),
      dataset: { testid: 'merge' },
      on: { click: () => merge(merged(mine, theirs, choice)) },
    }),
  );
}

function differences(declaration, base, mine, theirs) {
  const fields = declaration.fields.map((field) => ({
    name: field.name,
    title: titleOf(field.title),
    mine: mine.values[field.name] ?? null,
    theirs: theirs.values[field.name] ?? null,
    base: base.values[field.name] ?? null,
    text: (value) => valueText(field, value) || t('conflict.nothing'),
  }));
  const place = {
    name: '@geometry',
    title: t('history.geometry'),
    mine: mine.geometry,
    theirs: theirs.geometry,
    base: base.geometry,
    text: (geometry) => placeText(geometry, base.geometry),
  };
  const end = {
    name: '@validTo',
    title: t('edit.lastDay'),
    mine: mine.validTo,
    theirs: theirs.validTo,
    base: base.validTo,
    text: (day) => (day ? dayBefore(day) : t('conflict.nothing')),
  };
  return [...fields, place, end]
    .filter((row) => !same(row.mine, row.theirs))
    .map((row) => ({
      ...row,
      first: same(row.mine, row.base) ? 'theirs' : 'mine',
      both: !same(row.mine, row.base) && !same(row.theirs, row.base),
    }));
}

function rowOf(row, choice) {
  return element(
    'fieldset',
    { class: 'conflict__row', dataset: { field: row.name } },
    element(
      'legend',
      {},
      element('span', { text: row.title }),
      row.both ? element('span', { class: 'tag tag--warn', text: t('conflict.both') }) : null,
    ),
    ...['mine', 'theirs'].map((side) =>
      element(
        'label',
        { class: 'conflict__side' },
        element('input', {
          type: 'radio',
          name: `conflict-${row.name}`,
          checked: row.first === side,
          dataset: { testid: `${side}-${row.name}` },
          on: { change: () => choice.set(row.name, side) },
        }),
        element('span', { class: 'quiet', text: t(`conflict.${side}`) }),
        element('span', { class: 'conflict__value', text: row.text(row[side]) }),
      ),
    ),
  );
}

function merged(mine, theirs, choice) {
  const values = { ...theirs.values };
  for (const [name, side] of choice) {
    if (name.startsWith('@') || side === 'theirs') continue;
    if (mine.values[name] === undefined) delete values[name];
    else values[name] = mine.values[name];
  }
  const place = choice.get('@geometry') === 'mine' ? mine : theirs;
  const { validTo } = choice.get('@validTo') === 'theirs' ? theirs : mine;
  return { values, geometry: place.geometry, source: place.source, validFrom: mine.validFrom, validTo };
}

function placeText(geometry, base) {
  if (same(geometry, base)) return t('conflict.placeSame');
  if (geometry.type !== 'Point') return t('conflict.shape');
  const [lon, lat] = geometry.coordinates;
  return `${format.position(lon, lat)} · ${t('history.moved', { distance: format.distance(moveOf(base, geometry)) })}`;
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

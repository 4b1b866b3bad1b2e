import { element } from '../dom.js';
import { fieldText } from '../facts.js';
import * as format from '../format.js';
import { t } from '../i18n.js';

/**
 * What the record of an object says of where it belongs, beside what the map says; null for a layer
 * that records nothing of the kind.
 *
 * @param {object} declaration of its layer
 * @param {object} properties of the object
 * @param {object} answer of `/api/who` about it
 */
export function recordTable(declaration, properties, answer) {
  const onRecord = declaration.onRecord ?? {};
  const rows = ['district', 'cell', 'department'].filter((what) => onRecord[what]);
  if (rows.length === 0) return null;
  return element(
    'table',
    { class: 'beside', dataset: { testid: 'who-record' } },
    element('caption', { class: 'aside-only', text: t('who.record') }),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...['', t('who.recorded'), t('who.computed'), ''].map((text) => element('th', { text })),
      ),
    ),
    element('tbody', {}, ...rows.map((what) => row(what, declaration, properties, answer))),
  );
}

function row(what, declaration, properties, answer) {
  const name = declaration.onRecord[what];
  const raw = properties[name];
  const recorded = fieldText(declaration, properties, name);
  const computed = computedOf(what, answer);
  const isIt = ({ id, name: own }) => own === recorded || id === String(raw);
  const same = computed.some(isIt);
  const second = what === 'district' && answer.answers.some(({ scope: of }) => isIt(of));
  return element(
    'tr',
    { class: recorded && !same && !second ? 'beside__differs' : null, dataset: { what } },
    element('th', { scope: 'row', text: t(`who.${what}`) }),
    element('td', { text: recorded || t('who.notRecorded') }),
    element('td', { text: format.names(computed.map((one) => one.name)) || t('who.nothing') }),
    element('td', { text: recorded ? t(verdictKey(same, second)) : '' }),
  );
}

function verdictKey(same, second) {
  if (same) return 'who.same';
  return second ? 'who.second' : 'who.differs';
}

/** The areas that cover the object, or the departments that answer for it, as `{id, name}`. */
export function computedOf(what, { answers }) {
  const all = {
    district: () =>
      answers.filter(({ role, effective }) => role === 'territorial' && effective).map(scope),
    cell: () =>
      answers
        .filter(({ rule, scope: of }) => of.layer === 'grid_cell' && rule === 'covers')
        .map(scope),
    department: () =>
      answers
        .filter(({ role, effective }) => role === 'sector' && effective)
        .map(({ party }) => ({ id: party.id, name: party.name })),
  };
  const found = new Map(all[what]().map((one) => [one.id, one]));
  return [...found.values()];
}

function scope({ scope: { id, name } }) {
  return { id, name };
}

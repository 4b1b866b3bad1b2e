import { dayBefore } from '../../day.js';
import { element } from '../../dom.js';
import { valueText } from '../../facts.js';
import * as format from '../../format.js';
import { t, titleOf } from '../../i18n.js';
import { sectionLink } from '../route.js';
import { detailText, wordOf } from './trail-words.js';

/** Told in words of their own, or of no use to people. */
const SAID = ['changes', 'declaration', 'import', 'created', 'changed', 'ended', 'repeated'];

/**
 * All that a row says: from where, in what, and field by field what is different.
 *
 * @param {object|undefined} layer the declaration of the layer it was done to
 * @param {(changes: object) => void} change narrows the search
 */
export function trailDetails(row, layer, change) {
  const { detail } = row;
  return element(
    'div',
    { class: 'trail-row__body' },
    element(
      'dl',
      { class: 'trail-facts' },
      ...fact(t('trail.number'), format.count(row.id)),
      ...fact(t('trail.time'), `${format.moment(row.happened_at)}:${row.happened_at.slice(17, 19)}`),
      ...fact(t('trail.address'), row.address),
      ...fact(t('trail.changeSet'), row.change_set),
      ...Object.entries(detail)
        .filter(([name]) => !SAID.includes(name))
        .flatMap(([name, value]) => fact(wordOf(name), detailText(name, value))),
    ),
    detail.changes ? changesTable(detail.changes, row.kind === 'declared' ? [] : (layer?.fields ?? [])) : null,
    element('div', { class: 'trail-row__actions' }, ...actions(row, change)),
  );
}

function fact(name, value) {
  if (value === null || value === undefined || value === '') return [];
  return [element('dt', { text: name }), element('dd', { class: 'number', text: String(value) })];
}

/** @param {object[]} fields declared ones; what else changed goes by its own name */
function changesTable(changes, fields) {
  const several = new Set(changes.map(({ id }) => id)).size > 1;
  const head = [several ? t('trail.feature') : null, t('trail.field'), t('trail.before'), t('trail.after')];
  return element(
    'div',
    { class: 'trail-changes', tabindex: '0', role: 'region', 'aria-label': t('trail.changes') },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head.filter(Boolean).map((text) => element('th', { scope: 'col', text })))),
      element(
        'tbody',
        {},
        ...changes.map(({ id, field, before, after }) => {
          const declared = fields.find(({ name }) => name === field) ?? { name: field };
          return element(
            'tr',
            {},
            several ? element('td', { text: id }) : null,
            element('th', { scope: 'row', text: titleOf(declared.title) || wordOf(field) }),
            element('td', { class: 'trail-changes__before', text: valueOf(declared, before) || '—' }),
            element('td', { text: valueOf(declared, after) || '—' }),
          );
        }),
      ),
    ),
  );
}

// The first day on which it no longer holds is recorded; people name the last on which it does.
function valueOf(declared, value) {
  return declared.name === 'valid_to' && value ? dayBefore(value) : valueText(declared, value);
}

function actions({ layer, object, actor, detail }, change) {
  const narrow = (text, changes) =>
    element('button', { type: 'button', class: 'button button--quiet', text, on: { click: () => change(changes) } });
  return [
    layer && object
      ? sectionLink({ view: 'edit', feature: `${layer}/${object}`, tab: 'history' }, { class: 'button', dataset: { testid: 'trail-history' } }, t('trail.history'))
      : null,
    detail.import ? sectionLink({ view: 'import', import: detail.import }, { class: 'button' }, t('trail.import')) : null,
    object ? narrow(t('trail.sameObject'), { layer, object }) : null,
    actor ? narrow(t('trail.sameActor'), { actor }) : null,
  ];
}

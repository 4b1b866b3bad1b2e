import { element } from '../../dom.js';
import * as format from '../../format.js';
import { t, titleOf } from '../../i18n.js';
import { trailDetails } from './trail-details.js';

/** Kinds that somebody who watches over the service looks for first. */
const ALARMING = ['login_failed', 'refused'];

/**
 * Rows under their days.
 *
 * @param {(changes: object) => void} change narrows the search
 */
export function trailRows(rows, kinds, declarations, change) {
  const titles = new Map(kinds.map(({ id, title }) => [id, titleOf(title)]));
  const nodes = [];
  let day = '';
  for (const row of rows) {
    const moment = format.moment(row.happened_at);
    if (format.day(moment) !== day) {
      day = format.day(moment);
      nodes.push(element('h2', { class: 'trail__day number', text: day }));
    }
    nodes.push(rowOf(row, moment.slice(11), titles.get(row.kind) ?? row.kind, declarations, change));
  }
  return nodes;
}

function rowOf(row, time, title, declarations, change) {
  const layer = declarations.find(({ id }) => id === row.layer);
  const what = [row.layer ? titleOf(layer?.title) || row.layer : null, row.object, sayOf(row.detail)];
  const node = element(
    'details',
    { class: 'trail-row', dataset: { testid: 'trail-row', id: row.id } },
    element(
      'summary',
      { class: 'trail-row__summary' },
      element('time', { class: 'trail-row__time number', datetime: row.happened_at, text: time }),
      element('span', { class: `tag trail-row__kind${ALARMING.includes(row.kind) ? ' tag--warn' : ''}`, text: title }),
      element('span', { class: 'trail-row__who', text: whoOf(row) }),
      element('span', { class: 'trail-row__what', text: what.filter(Boolean).join(' · ') }),
    ),
  );
  node.addEventListener('toggle', () => {
    if (node.open && node.children.length === 1) node.append(trailDetails(row, layer, change));
  });
  return node;
}

/** Whoever did it; what the service does by itself has no address either. */
function whoOf({ actor, address }) {
  return actor ?? t(address ? 'trail.nobody' : 'trail.service');
}

/** The most telling of what else there is, in a few words. */
function sayOf({ repeated, created, changed, ended, file, note, reason, mapping, path }) {
  if (repeated) return t('trail.repeated', { count: format.count(repeated) });
  const counts = [
    created ? t('trail.created', { count: format.count(created) }) : null,
    changed ? t('trail.changed', { count: format.count(changed) }) : null,
    ended ? t('trail.ended', { count: format.count(ended) }) : null,
  ].filter(Boolean);
  return [file ?? note ?? reason ?? mapping ?? path, counts.join(' ')].filter(Boolean).join(' · ');
}

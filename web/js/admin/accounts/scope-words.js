import { getFeature } from '../../api.js';
import { learnNames, knownNames } from '../../facts.js';
import * as format from '../../format.js';
import { t } from '../../i18n.js';

/** So many are named one by one. */
const NAMED = 3;

const KINDS = [
  ['districts', 'district'],
  ['cells', 'grid_cell'],
  ['layers', '@layers'],
];

/** What an account is for, in words. */
export function scopeWords({ role, scope }) {
  const parts = KINDS.filter(([kind]) => scope[kind].length).map(([kind, layer]) => listOf(kind, layer, scope[kind]));
  if (parts.length) return parts.join(' · ');
  return t(role === 'viewer' ? 'accounts.seesAll' : 'accounts.all');
}

function listOf(kind, layer, ids) {
  const names = new Map(knownNames(layer));
  const first = ids.slice(0, NAMED).map((id) => names.get(id) ?? id);
  const list = format.names(first);
  return ids.length > NAMED
    ? t(`accounts.${kind}More`, { list, count: format.count(ids.length) })
    : t(`accounts.${kind}Are`, { list });
}

/** Cells are too many to know them all: only those are asked for that somebody is for. */
export async function learnCells(accounts) {
  const ids = new Set(accounts.flatMap(({ scope }) => scope.cells));
  const cells = await Promise.all(
    [...ids].map((id) => getFeature('grid_cell', id).catch(() => ({ id, properties: { name: id } }))),
  );
  learnNames('grid_cell', cells);
}

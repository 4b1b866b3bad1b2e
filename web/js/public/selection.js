import { findParameter, writeParameters } from '../address.js';

/** A feature named as `layer/id`; the id may itself hold slashes. */
export function findSelected() {
  const text = findParameter('feature');
  const slash = text ? text.indexOf('/') : -1;
  return slash > 0 ? { layer: text.slice(0, slash), id: text.slice(slash + 1) } : null;
}

/** What is selected as the address has it; null for nothing. */
export function textOf(selected) {
  return selected ? `${selected.layer}/${selected.id}` : null;
}

export function writeSelected(selected) {
  writeParameters({ feature: textOf(selected) });
}

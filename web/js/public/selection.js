import { findParameter, writeParameters } from '../address.js';

/** A feature named as `layer/id`; the id may itself hold slashes. */
export function findSelected() {
  const text = findParameter('feature');
  const slash = text ? text.indexOf('/') : -1;
  return slash > 0 ? { layer: text.slice(0, slash), id: text.slice(slash + 1) } : null;
}

export function writeSelected(selected) {
  writeParameters({ feature: selected ? `${selected.layer}/${selected.id}` : null });
}

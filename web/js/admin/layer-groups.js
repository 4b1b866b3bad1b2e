import { element } from '../dom.js';
import { t, titleOf } from '../i18n.js';
import { isTable, layersFirst } from '../tables.js';

/** Layers to choose from in a select: those on the map, then the tables, apart from each other. */
export function layerOptions(declarations) {
  const groups = [
    ['layers.onMap', declarations.filter((one) => !isTable(one))],
    ['layers.tables', declarations.filter(isTable)],
  ].filter(([, layers]) => layers.length > 0);
  if (groups.length === 1) return groups[0][1].map(option);
  return groups.map(([key, layers]) => element('optgroup', { label: t(key) }, ...layers.map(option)));
}

/** The same as groups, each with its title; a group without layers is left out. */
export function layerGroups(declarations) {
  const ordered = layersFirst(declarations);
  return [
    { title: t('layers.onMap'), layers: ordered.filter((one) => !isTable(one)) },
    { title: t('layers.tables'), layers: ordered.filter(isTable) },
  ].filter(({ layers }) => layers.length > 0);
}

function option({ id, title }) {
  return element('option', { value: id, text: titleOf(title) });
}

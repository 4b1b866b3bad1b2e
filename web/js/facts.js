import { element } from './dom.js';
import * as format from './format.js';
import { t, titleOf } from './i18n.js';
import { valuesIn } from './many-values.js';

/** Every layer has these; they are said at the end, in words. */
export const TRUST_FIELDS = ['accuracy_m', 'source', 'synthetic'];

/** A place that may be this far off, in metres, or farther is called approximate. */
export const APPROXIMATE_FROM = 500;

// What the features of a layer are called, by layer and id.
const namesOf = new Map();

/** Remembers what features are called that others refer to. */
export function learnNames(layer, features) {
  namesOf.set(layer, new Map(features.map(({ id, properties }) => [String(id), properties.name])));
}

/**
 * Remembers more of them, as answers have them.
 *
 * @param {{layer: string, id: string, name: string}[]} referred
 */
export function learnReferred(referred) {
  for (const { layer, id, name } of referred) {
    if (!namesOf.has(layer)) namesOf.set(layer, new Map());
    namesOf.get(layer).set(id, name);
  }
}

/** What is known by name of a layer, id and name in turn. */
export function knownNames(layer) {
  return [...(namesOf.get(layer) ?? [])];
}

/** The text of a property: the title of a coded value, the name of a feature, a number with its unit. */
export function valueText(field, value) {
  if (value === null || value === undefined || value === '') return '';
  if (field.refersTo) return namesOf.get(field.refersTo)?.get(String(value)) ?? String(value);
  if (field.many)
    return valuesIn(value)
      .map((one) => (field.values[one] ? titleOf(field.values[one]) : one))
      .join(t('names.separator'));
  if (field.values?.[value]) return titleOf(field.values[value]);
  if (field.type === 'boolean') return t(value ? 'yes' : 'no');
  return field.unit ? `${value}${field.unit === '°' ? '' : '\u00a0'}${field.unit}` : String(value);
}

/** The text of one field of a feature, empty when the layer has no such field. */
export function fieldText(declaration, properties, name) {
  const field = declaration.fields.find((one) => one.name === name);
  return field ? valueText(field, properties[name]) : '';
}

/** Everything known about a feature, in the order of the declaration, then how far to trust it. */
export function factList(declaration, properties, { lon, lat, without = [] } = {}) {
  const rows = [];
  for (const field of declaration.fields) {
    if (['name', ...TRUST_FIELDS, ...without].includes(field.name)) continue;
    const text = valueText(field, properties[field.name]);
    if (text) rows.push(fact(titleOf(field.title), ...valueNodes(text)));
  }
  if (lon !== undefined) rows.push(fact(t('fact.position'), format.position(lon, lat)));
  if (Number.isFinite(properties.accuracy_m) && !properties.synthetic) {
    rows.push(fact(t('fact.accuracy'), accuracyText(properties.accuracy_m)));
  }
  if (properties.source) rows.push(fact(t('fact.source'), properties.source));
  return element('dl', { class: 'facts' }, ...rows);
}

/** Whether a published place is only roughly known; what is invented has no place to be wrong about. */
export function isApproximate({ accuracy_m: metres, synthetic }) {
  return !synthetic && metres >= APPROXIMATE_FROM;
}

/** Small marks with words for what is invented or only roughly placed. */
export function trustMarks(properties) {
  if (properties.synthetic) return [element('span', { class: 'mark', text: t('mark.synthetic') })];
  if (isApproximate(properties))
    return [element('span', { class: 'mark', text: t('mark.approximate') })];
  return [];
}

function accuracyText(metres) {
  return metres > 0 ? t('fact.within', { distance: format.radius(metres) }) : t('fact.exact');
}

// Several units in one field are told apart by semicolons; each gets a line of its own.
function valueNodes(text) {
  const parts = text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 1
    ? parts.map((part) => element('span', { class: 'facts__part', text: part }))
    : [text];
}

function fact(title, ...content) {
  return element(
    'div',
    { class: 'facts__row' },
    element('dt', { text: title }),
    element('dd', {}, ...content),
  );
}

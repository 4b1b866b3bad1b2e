import { t, titleOf } from '../../i18n.js';
import { isTable } from '../../tables.js';

const PERIOD_ROLES = ['@valid_from', '@last_day', '@valid_to'];
const PLACE_ROLES = ['@lon', '@lat', '@lonlat', '@latlon', '@wkt', '@crs'];

/**
 * What a column can be, in groups: part of the position, the key, the period, or a field of the layer.
 *
 * @returns {{label: string, options: {value: string, text: string, required: boolean}[]}[]}
 */
export function targetGroups(declaration, ownGeometry) {
  return [
    {
      label: t('target.fields'),
      options: declaration.fields.map((field) => ({
        value: field.name,
        text: `${titleOf(field.title)} · ${t(`type.${field.values ? 'choice' : field.type}`)}${field.required ? ` · ${t('edit.required')}` : ''}`,
        required: field.required,
      })),
    },
    {
      label: t('target.place'),
      options: PLACE_ROLES.map((role) => ({ value: role, text: t(`role.${role.slice(1)}`) })),
    },
    { label: t('target.key'), options: [{ value: '@id', text: t('role.id') }] },
    {
      label: t('target.period'),
      options: PERIOD_ROLES.map((role) => ({ value: role, text: t(`role.${role.slice(1)}`) })),
    },
  ].filter(({ options }, index) => !(index === 1 && (ownGeometry || isTable(declaration))) && options.length > 0);
}

/**
 * What is still missing before rows can become features.
 *
 * @returns {string[]} in words
 */
export function missingTargets(declaration, ownGeometry, columns) {
  const taken = new Set(Object.values(columns));
  const missing = declaration.fields
    .filter(({ name, required }) => required && !taken.has(name))
    .map(({ title }) => titleOf(title));
  if (!ownGeometry && !isTable(declaration) && !hasPlace(taken)) missing.push(t('target.noPlace'));
  return missing;
}

/** Targets that two columns claim. */
export function doubleTargets(columns) {
  const seen = new Set();
  return Object.values(columns).filter((target) => seen.has(target) || !seen.add(target));
}

/** Whether the rows bring places at all, so that a datum must be named. */
export function hasPlace(taken) {
  return (
    (taken.has('@lon') && taken.has('@lat')) ||
    ['@lonlat', '@latlon', '@wkt'].some((role) => taken.has(role))
  );
}

import { element } from '../../dom.js';
import * as format from '../../format.js';
import { t, titleOf } from '../../i18n.js';

/** What is declared of a layer, in words. */
export function declarationWords(declaration, declarations) {
  const { id, geometry, visibility, name, duty, zone, onRecord, mayEdit, count } = declaration;
  const fieldTitle = (field) => titleOf(declaration.fields.find((one) => one.name === field)?.title) || field;
  const facts = [
    ['layer.id', id],
    ['layer.kind', t(`layerkind.${geometry}`)],
    ['layer.seen', t(`layerseen.${visibility}`)],
    ['layer.edited', t(mayEdit ? 'layer.mayEdit' : 'layer.mayLook')],
    ['layer.count', format.count(count)],
    duty ? ['layer.duty', t('layer.dutyIs', { role: t(`role.${duty}`) })] : null,
    zone ? ['layer.zone', t('layer.zoneIs', { radius: format.radius(zone.radius) })] : null,
    onRecord && Object.keys(onRecord).length
      ? ['layer.record', format.names(Object.values(onRecord).map(fieldTitle))]
      : null,
    name ? ['layer.name', fieldTitle(name)] : null,
  ].filter(Boolean);
  return [
    element(
      'dl',
      { class: 'facts' },
      ...facts.map(([key, text]) =>
        element('div', { class: 'facts__row' }, element('dt', { text: t(key) }), element('dd', { text })),
      ),
    ),
    element('h2', { class: 'block__title', text: t('layer.fields') }),
    element('ul', { class: 'plain-list people', dataset: { testid: 'declared-fields' } }, ...declaration.fields.map((field) => fieldLine(field, declarations))),
  ];
}

function fieldLine(field, declarations) {
  const { name, type, required, values, refersTo, many, unit, visibility } = field;
  const referred = declarations.find(({ id }) => id === refersTo);
  const words = [
    values ? t(many ? 'layer.several' : 'layer.oneOf', { list: format.names(Object.values(values).map(titleOf)) }) : null,
    refersTo ? t('layer.refers', { layer: referred ? titleOf(referred.title) : t('admin.layers') }) : null,
    !values && !refersTo ? t(`type.${type}`) : null,
    unit ?? null,
  ].filter(Boolean);
  return element(
    'li',
    { class: 'declared' },
    element('strong', { text: titleOf(field.title) }),
    element('span', { class: 'quiet', text: name }),
    required ? element('span', { class: 'tag', text: t('layer.required') }) : null,
    visibility === 'internal' ? element('span', { class: 'tag tag--internal', text: t('visibility.internal') }) : null,
    element('span', { class: 'declared__what', text: words.join(' · ') }),
  );
}

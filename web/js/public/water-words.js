import { element } from '../dom.js';
import { fieldText, valueText } from '../facts.js';
import { t } from '../i18n.js';

/** What plain words say of a section; its table of facts leaves it out. */
export const SAID_OF_WATER = ['target_class', 'measured_class', 'measured_on'];

/**
 * What water of the target class is good for, and whether it was reached, as far as that is recorded:
 * nothing is concluded from anything else.
 *
 * @param {object} declaration of the layer of sections
 */
export function waterWords(declaration, properties) {
  const lines = [
    known(`water.${properties.target_class}`),
    reached(declaration, properties),
    t('water.standard'),
  ];
  return element(
    'div',
    { class: 'water', dataset: { testid: 'water-words' } },
    ...lines.filter(Boolean).map((text) => element('p', { text })),
  );
}

function known(key) {
  return t(key) === key ? null : t(key);
}

function reached(declaration, properties) {
  const { target_class: target, measured_class: measured } = properties;
  const classes = Object.keys(fieldOf(declaration, 'target_class')?.values ?? {});
  const wanted = classes.indexOf(target);
  const had = classes.indexOf(measured);
  if (wanted < 0 || had < 0) return t('water.notMeasured');
  return t(had <= wanted ? 'water.met' : 'water.missed', {
    target: valueText(fieldOf(declaration, 'target_class'), target),
    measured: valueText(fieldOf(declaration, 'measured_class'), measured),
    day: fieldText(declaration, properties, 'measured_on') || t('water.noDay'),
  });
}

function fieldOf(declaration, name) {
  return declaration.fields.find((field) => field.name === name);
}

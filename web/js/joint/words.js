import { valueText } from '../facts.js';
import { titleOf } from '../i18n.js';

/** What codes in the report are called, by the declarations of their layers. */
export class Words {
  constructor(declarations, districts) {
    this.layers = new Map(declarations.map((one) => [one.id, one]));
    this.districts = new Map(districts.map(({ id, properties }) => [String(id), properties.name]));
  }

  layer(id) {
    return titleOf(this.layers.get(id)?.title) || id;
  }

  /** The title of a value of a field. */
  value(layer, name, value) {
    const field = this.layers.get(layer)?.fields.find((one) => one.name === name);
    return field ? valueText(field, value) : (value ?? '');
  }

  /** The type of an object: of a field that has this value among its own, whatever it is called. */
  type(layer, value) {
    const field = this.layers.get(layer)?.fields.find(({ values }) => values?.[value]);
    return field ? valueText(field, value) : (value ?? '');
  }

  district(id) {
    return this.districts.get(String(id)) ?? id;
  }
}

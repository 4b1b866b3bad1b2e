import { valueText } from '../facts.js';
import * as format from '../format.js';
import { t, titleOf } from '../i18n.js';
import { roleText, topicNames } from '../who/warnings.js';

/** What findings are called in words; codes of layers and levels by the declarations. */
export class Words {
  constructor(declarations) {
    this.layers = new Map(declarations.map((one) => [one.id, one]));
  }

  layer(id) {
    return titleOf(this.layers.get(id)?.title) || id;
  }

  level(layer, level) {
    const field = this.layers.get(layer)?.fields.find(({ name }) => name === 'level');
    return field ? valueText(field, level) : level;
  }

  /** The features that a finding is about; empty for a place that is none. */
  names({ subject, others = [] }) {
    return format.names([subject, ...others].filter(Boolean).map(({ name, id }) => name || id));
  }

  /** What a finding is about, in one line. */
  title(finding) {
    const { kind, zone, district } = finding;
    return this.names(finding) || zone?.name || district?.name || t(`finding.${kind}`);
  }

  /** What is wrong with it, in a few words for a row. */
  facts(finding) {
    const { kind, area_m2: area, sites, enterprises, role, topic, verdict, level, layer } = finding;
    const between = this.between(finding)[0];
    const parts = [
      between ? `${between.recorded || t('who.nothing')} → ${between.computed || t('who.nothing')}` : null,
      area === undefined ? null : format.area(area),
      sites ? t('audit.sites', { count: sites }) : null,
      enterprises ? t('audit.enterprises', { count: enterprises }) : null,
      role ? roleText(role) : null,
      topic && topic !== 'all' ? topicNames(topic.split(';')) : null,
      verdict && kind !== 'duty_gap' ? t(`verdict.${verdict}`) : null,
      level ? this.level(layer, level) : null,
    ];
    return parts.filter(Boolean).join(' · ');
  }

  /** What the record says against what the map says, for each thing that differs. */
  between({ recorded = {}, computed = {} }) {
    return ['district', 'cell', 'department']
      .filter((what) => recorded[what] || computed[what])
      .map((what) => ({ what, recorded: recorded[what], computed: computed[what] }));
  }
}

import { element } from '../dom.js';
import { t } from '../i18n.js';
import { jointAddress } from './address.js';
import { reportTable } from './report-table.js';

const FIGURES = ['districts', 'departments', 'cells', 'sites', 'enterprises', 'gaps'];

/** All zones of a layer, each in a line that leads to its own report. */
export function summaryTable({ zones, radius }, layer, title) {
  return element(
    'article',
    { class: 'report', dataset: { testid: 'summary' } },
    element('h1', { class: 'report__title', text: title }),
    reportTable(
      'zones',
      t('joint.zones', { count: zones.length }),
      [
        { title: t('joint.station') },
        ...FIGURES.map((name) => ({ title: t(`joint.of_${name}`), numeric: true })),
        { title: t('joint.group') },
      ],
      zones.map((zone) => [
        element('a', { href: jointAddress({ layer, id: zone.id, radius }), text: zone.name, dataset: { testid: 'zone', id: zone.id } }),
        ...FIGURES.map((name) => figure(zone[name])),
        zone.group ? t('joint.hasGroup') : element('strong', { class: 'report__differs', text: t('joint.hasNone') }),
      ]),
      t('joint.noZone'),
    ),
  );
}

function figure(value) {
  return Array.isArray(value) ? value.length : value;
}

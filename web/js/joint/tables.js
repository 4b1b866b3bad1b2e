import { element } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { answerMarks } from '../who/marks.js';
import { gapText, roleText } from '../who/warnings.js';
import { phoneCell, reportTable } from './report-table.js';

const column = (key, numeric = false) => ({ title: t(`joint.${key}`), numeric });

/** Everybody to bring to one table. */
export function convenedTable(parties) {
  return reportTable(
    'convened',
    t('joint.convened', { count: parties.length }),
    [column('party'), column('roles'), column('for'), column('phone')],
    parties.map(({ party, roles, phone, contact, for: duties }) => [
      element(
        'span',
        {},
        element('strong', { text: [party.name, party.unit?.name].filter(Boolean).join(' · ') }),
        ...answerMarks({ party }),
      ),
      format.names(roles.map(roleText)),
      format.names([duties].flat()),
      phoneOr(phone ?? party.phone, contact, party.name),
    ]),
    t('joint.nobody'),
  );
}

function phoneOr(phone, contact, name) {
  if (!phone && !contact) return element('span', { class: 'quiet', text: t('joint.noPhone') });
  return element('span', {}, phoneCell(phone, name), contact ? ` ${contact}` : '');
}

export function districtTable(districts, words) {
  return reportTable(
    'districts',
    t('joint.districts', { count: districts.length }),
    [column('district'), column('kind'), column('party'), column('area', true), column('share', true), column('sites', true), column('enterprises', true)],
    districts.map((one) => [
      one.name,
      words.value('district', 'kind', one.kind),
      one.party?.name ?? t('joint.nobody'),
      one.area_km2.toFixed(2),
      format.percent(one.share),
      one.sites,
      one.enterprises,
    ]),
    t('who.nothing'),
  );
}

export function departmentTable(departments) {
  return reportTable(
    'departments',
    t('joint.departments', { count: departments.length }),
    [column('department'), column('phone'), column('sites', true), column('enterprises', true)],
    departments.map(({ party, sites, enterprises }) => [
      party.name,
      phoneCell(party.phone, party.name),
      sites,
      enterprises,
    ]),
    t('joint.noDepartment'),
  );
}

/** The deepest cells; those above them have no place of their own in the zone. */
export function cellTable(cells, words) {
  const deepest = cells.filter(({ decides }) => decides !== false);
  return reportTable(
    'cells',
    t('joint.cells', { count: deepest.length }),
    [column('cell'), column('level'), column('area', true), column('share', true), column('chief'), column('phone')],
    deepest.map((one) => [
      one.name,
      words.value('grid_cell', 'level', one.level),
      one.area_km2.toFixed(2),
      format.percent(one.share),
      one.chief ?? t('joint.nobody'),
      phoneCell(one.phone, one.chief ?? one.name),
    ]),
    t('who.nothing'),
  );
}

export function gapTable(gaps, words) {
  return reportTable(
    'gaps',
    t('joint.gaps', { count: gaps.length }),
    [column('about'), column('layer'), column('missing')],
    gaps.map(({ layer, id, name, role, code }) => [
      name,
      words.layer(layer),
      gapText({ role, code, scope: { layer, id, name } }, 'all'),
    ]),
    t('joint.noGap'),
  );
}

import { Words } from '../../audit/words.js';
import { element } from '../../dom.js';
import * as format from '../../format.js';
import { t, titleOf } from '../../i18n.js';
import { roleText } from '../../who/warnings.js';
import { impactList } from './impact-list.js';
import { deskLink, placeLink } from './links.js';

const FIGURES = ['moved', 'gaps_opened', 'gaps_closed', 'overlaps_opened', 'overlaps_closed'];
const AREAS = ['area_gaps_opened', 'area_gaps_closed', 'area_overlaps_opened', 'area_overlaps_closed'];

/**
 * What would move, which gaps and overlaps would open and close, and who would have more or less to
 * answer for.
 *
 * @param {object} impact of the server
 */
export function impactResult(impact, declarations) {
  const titles = new Map(declarations.map(({ id, title }) => [id, titleOf(title)]));
  const words = new Words(declarations);
  const nothing = [...FIGURES, ...AREAS].every((name) => impact[name].length === 0);
  return element(
    'div',
    { class: 'impact__result', dataset: { testid: 'impact-result' } },
    element('p', { text: t('impact.examined', { count: format.count(impact.examined), day: impact.at }) }),
    nothing ? element('p', { class: 'impact__none', text: t('impact.none') }) : null,
    ...FIGURES.filter((name) => impact[name].length).map((name) =>
      impactList(name, t(`impact.${name}`), impact[name], (one) => row(name, one, titles)),
    ),
    ...AREAS.filter((name) => impact[name].length).map((name) =>
      impactList(name, t(`impact.${name}`), impact[name], (one) => areaRow(name, one, words)),
    ),
    impact.parties.length ? partyTable(impact.parties) : null,
    matters(impact.open_matters ?? []),
  );
}

function row(name, one, titles) {
  const { layer, id, role, before, after } = one;
  const says =
    name === 'moved'
      ? t('impact.fromTo', { before: names(before), after: names(after) })
      : '';
  return element(
    'li',
    { class: 'impact__row', dataset: { testid: `impact-${name}` } },
    deskLink(one),
    element('span', { class: 'quiet', text: `${titles.get(layer) ?? layer} · ${id} · ${roleText(role)}` }),
    says ? element('span', { text: says }) : null,
  );
}

// A piece of land: the cells that overlap there, else the district it lies in.
function areaRow(name, { layer, level, district, owners, area_m2: area, lon, lat }, words) {
  const called = owners.length ? format.names(owners) : (district?.name ?? t('impact.outside'));
  const says = [words.layer(layer), level ? words.level(layer, level) : null, format.area(area)];
  return element(
    'li',
    { class: 'impact__row', dataset: { testid: `impact-${name}` } },
    placeLink({ name: called, lon, lat }),
    element('span', { class: 'quiet', text: says.filter(Boolean).join(' · ') }),
  );
}

function names(list) {
  return list.length ? format.names(list) : t('impact.nobody');
}

function partyTable(parties) {
  return element(
    'table',
    { class: 'impact__parties number', dataset: { testid: 'impact-parties' } },
    element(
      'thead',
      {},
      element('tr', {}, ...['party', 'gains', 'loses'].map((key) => element('th', { scope: 'col', text: t(`impact.${key}`) }))),
    ),
    element(
      'tbody',
      {},
      ...parties.map(({ name, gains, loses }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row', text: name }),
          element('td', { text: gains ? `+${format.count(gains)}` : '0' }),
          element('td', { text: loses ? `−${format.count(loses)}` : '0' }),
        ),
      ),
    ),
  );
}

// Findings that speak of what would be changed, each a link to its own place.
function matters(ids) {
  if (!ids.length) return null;
  return element(
    'p',
    { class: 'impact__matters' },
    t('impact.matters', { count: ids.length }),
    ...ids.slice(0, 20).map((id) =>
      element('a', { href: `/desk/audit?finding=${encodeURIComponent(id)}`, target: '_blank', rel: 'noopener', text: id }),
    ),
  );
}

import { addressWith, findParameter, goTo, parameters } from '../address.js';
import { language } from '../i18n.js';
import { element } from '../dom.js';
import { settings } from '../page-settings.js';
import { FILTERS } from './trail/trail-filters.js';

const OFFICE = {
  title: 'admin.data',
  sections: [
    'layers',
    ...(settings.mayImport ? ['import', 'imports'] : []),
    ...(settings.mayEdit ? ['edit'] : []),
    'parties',
  ],
};
const RUNNING = { title: 'admin.running', sections: ['start', 'accounts', 'tokens', 'health', 'trail'] };

/** What whoever is looking may open: imports are for those who may import, people, programs and the service itself are for administrators. */
export const GROUPS = settings.isAdministrator ? [OFFICE, RUNNING] : [OFFICE];
const SECTIONS = GROUPS.flatMap(({ sections }) => sections);

// What one section keeps in the address means nothing to another one.
const NOTHING = {
  ...Object.fromEntries(FILTERS.map((name) => [name, null])),
  view: null,
  layer: null,
  import: null,
  feature: null,
  new: null,
  tab: null,
  account: null,
};

/** What the address asks for. */
export function readRoute() {
  const view = findParameter('view');
  return {
    view: SECTIONS.includes(view) ? view : viewOf(findParameter('import'), findParameter('feature')),
    layer: findParameter('layer'),
    import: findParameter('import'),
    isNew: findParameter('new') !== null,
    tab: findParameter('tab'),
    account: findParameter('account'),
    isNamed: [...parameters().keys()].some((name) => name in NOTHING),
  };
}

export function addressOf(route) {
  return addressWith({ ...NOTHING, ...route });
}

/** What is shown now; a section that holds something unsaved is asked before another one comes. */
let shown = null;

/** @param {{holds?: boolean, mayLeave?: () => Promise<boolean>}|null} view */
export function showsView(view) {
  shown = view;
}

/** The section shown, when it holds something unsaved; null otherwise, and once that was given up. */
export function unsaved() {
  return shown?.holds ? shown : null;
}

export async function go(route) {
  if (unsaved() && !(await shown.mayLeave())) return;
  shown = null;
  goTo({ ...NOTHING, ...route });
}

/** Where a layer is seen: the public map where it shows it, else the desk. */
export function mapAddress({ id, extent, visibility }) {
  const isPublic = visibility === 'public';
  const query = new URLSearchParams(isPublic ? { layer: id } : {});
  if (language() !== 'zh') query.set('lang', language());
  const [west, south, east, north] = extent ?? [];
  const place = extent ? `#10/${((south + north) / 2).toFixed(4)}/${((west + east) / 2).toFixed(4)}` : '';
  return `${isPublic ? '/' : '/desk'}${query.size ? `?${query}` : ''}${place}`;
}

/** A link that changes the section without loading the page again; it can be opened in a new window. */
export function sectionLink(route, attributes, ...children) {
  const link = element('a', { href: addressOf(route), ...attributes }, ...children);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(route);
  });
  return link;
}

function viewOf(importId, feature) {
  if (importId && settings.mayImport) return 'import';
  return feature ? 'edit' : 'layers';
}

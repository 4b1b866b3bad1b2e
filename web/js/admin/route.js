import { addressWith, findParameter, goTo } from '../address.js';
import { element } from '../dom.js';

export const SECTIONS = ['layers', 'import', 'imports', 'edit'];

// What one section keeps in the address means nothing to another one.
const NOTHING = { view: null, layer: null, import: null, feature: null, new: null, tab: null };

/** What the address asks for. */
export function readRoute() {
  const view = findParameter('view');
  return {
    view: SECTIONS.includes(view) ? view : viewOf(findParameter('import'), findParameter('feature')),
    layer: findParameter('layer'),
    import: findParameter('import'),
    isNew: findParameter('new') !== null,
    tab: findParameter('tab'),
  };
}

export function addressOf(route) {
  return addressWith({ ...NOTHING, ...route });
}

export function go(route) {
  goTo({ ...NOTHING, ...route });
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
  if (importId) return 'import';
  return feature ? 'edit' : 'layers';
}

import { onAddressChange } from './address.js';
import { findItems, findLayers } from './api.js';
import { AccountsView } from './admin/accounts/accounts-view.js';
import { EditView } from './admin/edit/edit-view.js';
import { HealthView } from './admin/health-view.js';
import { ImportView } from './admin/import/import-view.js';
import { ImportsView } from './admin/imports-view.js';
import { LayersView } from './admin/layers-view.js';
import { writeRail } from './admin/rail.js';
import { readRoute, showsView, unsaved } from './admin/route.js';
import { PartiesView } from './admin/parties-view.js';
import { StartView } from './admin/start/start-view.js';
import { isNew } from './admin/start/steps.js';
import { TokensView } from './admin/tokens-view.js';
import { TrailView } from './admin/trail/trail-view.js';
import { element, required } from './dom.js';
import { learnNames } from './facts.js';
import { failureBox } from './failure.js';
import { startHeader, titlePage } from './header.js';
import { onLanguageChange, startLanguage, titleOf } from './i18n.js';
import { markReady, settings } from './page-settings.js';

/** What other layers refer to by id and people know by name. */
const NAMED = ['district', 'unit', 'person'];

const VIEWS = {
  layers: LayersView,
  import: ImportView,
  imports: ImportsView,
  edit: EditView,
  parties: PartiesView,
  start: StartView,
  accounts: AccountsView,
  tokens: TokensView,
  health: HealthView,
  trail: TrailView,
};

/**
 * Shows one section at a time, each in a place of its own: what one that was left still waits for
 * appears nowhere.
 */
class AdminPage {
  constructor() {
    this.rail = required('[data-rail]');
    this.main = required('[data-main]');
    this.view = null;
    onAddressChange(() => this.moved());
    onLanguageChange(() => this.translate());
    addEventListener('beforeunload', (event) => unsaved() && event.preventDefault());
  }

  /** What is not saved stays in the words it was begun in. */
  translate() {
    if (unsaved()) writeRail(this.rail, readRoute().view);
    else this.show();
  }

  // The back button has already changed the address when we hear of it.
  async moved() {
    const held = unsaved();
    if (held) {
      const wanted = location.href;
      history.pushState(null, '', this.address);
      if (!(await held.mayLeave())) return;
      history.replaceState(null, '', wanted);
    }
    await this.show();
  }

  async show() {
    const route = readRoute();
    this.address = location.href;
    writeRail(this.rail, route.view);
    this.view?.leave?.();
    showsView(null);
    const asked = { route };
    this.asked = asked;
    try {
      const declarations = await findLayers();
      await learnReferred(declarations);
      if (this.asked !== asked) return;
      if (!route.isNamed && settings.isAdministrator && isNew(declarations)) {
        route.view = 'start';
        writeRail(this.rail, route.view);
      }
      this.main.dataset.view = route.view;
      const root = element('div', { class: 'office__view' }, element('div', { class: 'office__page' }, element('div', { class: 'skeleton office__waiting' })));
      this.main.replaceChildren(root);
      this.view = new VIEWS[route.view](root, declarations, route);
      showsView(this.view);
      await this.view.start();
    } catch (failure) {
      if (this.asked === asked) this.main.replaceChildren(failureBox(failure, () => this.show()));
    }
    markReady();
  }
}

// Read anew with every section: an import may have brought others.
async function learnReferred(declarations) {
  const layers = declarations.map(({ id, title }) => ({ id, properties: { name: titleOf(title) } }));
  learnNames('@layers', layers);
  const referred = declarations.filter(({ id }) => NAMED.includes(id));
  await Promise.all(referred.map(async ({ id }) => learnNames(id, await findItems(id))));
}

async function start() {
  await startLanguage();
  startHeader();
  titlePage('page.admin');
  await new AdminPage().show();
}

start();

import { findLayers } from './api.js';
import { drawingsOf, wholeExtent } from './drawing.js';
import { startHeader, titlePage } from './header.js';
import { onLanguageChange, startLanguage } from './i18n.js';
import { markReady } from './page-settings.js';
import { ItemsMap, LayerMap } from './ogc/ogc-map.js';

/** The pages of the data interface: text from the server, and a map of what they tell of. */
async function start() {
  await startLanguage();
  startHeader();
  if (document.body.dataset.title) titlePage(document.body.dataset.title);
  // Titles of layers and fields are written by the server.
  onLanguageChange(() => location.reload());
  const container = document.querySelector('#map');
  if (container) await showMap(container);
  markReady();
}

async function showMap(container) {
  const declarations = await findLayers();
  const drawings = drawingsOf(declarations);
  const { items, layer } = container.dataset;
  if (items) await new ItemsMap(container, drawings, wholeExtent(declarations)).show(items);
  else await new LayerMap(container, drawings, layer).show();
}

start();

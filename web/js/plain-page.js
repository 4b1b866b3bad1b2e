import { startHeader, titlePage } from './header.js';
import { startLanguage } from './i18n.js';
import { markReady } from './page-settings.js';

/** For pages that only have text: the way in, and the page for errors. */
async function start() {
  await startLanguage();
  startHeader();
  titlePage(document.body.dataset.title);
  markReady();
}

start();

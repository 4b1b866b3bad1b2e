import { ofChange } from './api-request.js';
import { startHeader, titlePage } from './header.js';
import { onLanguageChange, startLanguage, t } from './i18n.js';
import { markReady } from './page-settings.js';

/** The class by which swagger-ui knows that the page is dark. */
function followTheme() {
  const { classList, dataset } = document.documentElement;
  const follow = () => classList.toggle('dark-mode', dataset.scheme === 'dark');
  addEventListener('colourscheme', follow);
  follow();
}

/** The words on its first screen, of which swagger-ui has none but English ones. */
function translateTools() {
  const input = document.querySelector('.operation-filter-input');
  input.placeholder = t('api.filter');
  input.setAttribute('aria-label', t('api.filter'));
  const account = document.querySelector('.auth-wrapper .authorize span');
  if (account) account.textContent = t('api.authorize');
}

/** The description of the service, with every address to try. */
async function start() {
  await startLanguage();
  startHeader();
  followTheme();
  titlePage(document.body.dataset.title);
  window.SwaggerUIBundle({
    url: document.body.dataset.document,
    dom_id: '#api-document',
    deepLinking: true,
    // All addresses of all layers at once would take seconds to draw.
    docExpansion: 'none',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    filter: true,
    // Otherwise it would ask a server of others whether the document is valid.
    validatorUrl: null,
    requestInterceptor: (request) => {
      Object.assign(request.headers, ofChange(request.method ?? 'GET'));
      return request;
    },
    onComplete: () => {
      onLanguageChange(translateTools);
      translateTools();
      markReady();
    },
  });
}

start();

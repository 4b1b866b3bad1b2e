import { language, onLanguageChange, setLanguage, t, titleOf } from './i18n.js';
import { placeIcons } from './icons.js';
import { settings } from './page-settings.js';

/** Under this name a browser remembers that it keeps something of somebody's area. */
export const USED = 'zeren-my';

const NAMES = { zh: '中文', en: 'English' };

/** Brings the top bar to life: language, menu on small screens, links that keep the language. */
export function startHeader() {
  placeIcons();
  startLanguageLink();
  startMenu();
  guardLogout();
  watchLogin();
  onLanguageChange(keepLanguage);
  keepLanguage();
}

// Wherever somebody logs out; few browsers keep an area, so the rest does not load what it takes.
async function guardLogout() {
  if (!localStorage.getItem(USED)) return;
  const farewell = await import('./my/farewell.js');
  farewell.guardLogout();
}

// Only pages of accounts have a mark, and only they show what the public does not see.
async function watchLogin() {
  if (!settings.csrf || !settings.account) return;
  const { watchSession } = await import('./session-watch.js');
  watchSession();
}

/** The title of the window. */
export function titlePage(key) {
  const write = () => {
    document.title = `${t(key)} · ${titleOf({ zh: '责任一张图', en: 'Zeren' })}`;
  };
  onLanguageChange(write);
  write();
}

function startLanguageLink() {
  const link = document.querySelector('[data-language-switch]');
  const write = () => {
    const other = language() === 'zh' ? 'en' : 'zh';
    link.textContent = NAMES[other];
    link.lang = other;
    link.href = `?lang=${other}`;
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    setLanguage(language() === 'zh' ? 'en' : 'zh');
  });
  onLanguageChange(write);
  write();
}

function startMenu() {
  const button = document.querySelector('[data-menu]');
  if (!button) return;
  const bar = button.closest('.bar');
  const open = (wanted) => {
    bar.classList.toggle('bar--open', wanted);
    button.setAttribute('aria-expanded', String(wanted));
  };
  button.addEventListener('click', () => open(!bar.classList.contains('bar--open')));
  bar.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !bar.classList.contains('bar--open')) return;
    open(false);
    button.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!bar.contains(event.target)) open(false);
  });
}

function keepLanguage() {
  for (const link of document.querySelectorAll('[data-keep-language]')) {
    const address = new URL(link.getAttribute('href'), location.href);
    if (language() === 'zh') address.searchParams.delete('lang');
    else address.searchParams.set('lang', language());
    link.setAttribute('href', address.pathname + address.search);
  }
  for (const input of document.querySelectorAll('[data-language-value]')) input.value = language();
}

import { getMessages } from './api.js';
import { findParameter, writeParameters } from './address.js';

const LANGUAGES = { zh: 'zh-CN', en: 'en' };
const listeners = new Set();
const loaded = new Map();
let current = 'zh';

/** Loads the language of the address, or else of the page as the server sent it. */
export async function startLanguage() {
  const wished = findParameter('lang') || document.documentElement.lang.slice(0, 2);
  await use(wished in LANGUAGES ? wished : 'zh');
}

export function language() {
  return current;
}

/** Switches without loading the page again. */
export async function setLanguage(code) {
  await use(code);
  writeParameters({ lang: code });
  listeners.forEach((listener) => listener(code));
}

export function onLanguageChange(listener) {
  listeners.add(listener);
}

/** The text for a key; `{name}` in it is replaced by `values.name`. A missing key shows itself. */
export function t(key, values = {}) {
  const text = loaded.get(current)?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The title for the language in use from `{zh, en}`. */
export function titleOf(titles) {
  return titles?.[current] ?? titles?.zh ?? '';
}

/**
 * Translates marked elements: data-i18n is the text, data-i18n-label the name for assistive
 * technology, data-i18n-placeholder and data-i18n-title those attributes.
 */
export function translate(root = document) {
  const attributes = { label: 'aria-label', placeholder: 'placeholder', title: 'title' };
  for (const node of root.querySelectorAll('[data-i18n]')) node.textContent = t(node.dataset.i18n);
  for (const [name, attribute] of Object.entries(attributes)) {
    for (const node of root.querySelectorAll(`[data-i18n-${name}]`)) {
      node.setAttribute(attribute, t(node.getAttribute(`data-i18n-${name}`)));
    }
  }
}

async function use(code) {
  if (!loaded.has(code)) loaded.set(code, await getMessages(code));
  current = code;
  document.documentElement.lang = LANGUAGES[code];
  translate();
}

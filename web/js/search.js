import { debounced, element } from './dom.js';
import { onLanguageChange, t, titleOf } from './i18n.js';

const MOST = 8;
const MOST_ASKED = 12;

/**
 * Searches names as they are typed, with the keyboard as well as the pointer.
 *
 * @param {HTMLFormElement} form holds one input
 * @param {{text: string, hint: () => string, choose: () => void}[]} entries
 */
export class Search {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector('input');
    this.entries = [];
    this.source = null;
    this.request = new AbortController();
    this.askSoon = debounced(() => this.ask(), 220);
    this.found = [];
    this.active = -1;
    this.box = element('ul', {
      class: 'search__list',
      role: 'listbox',
      id: 'search-list',
      hidden: true,
    });
    form.append(this.box);
    this.input.setAttribute('role', 'combobox');
    this.input.setAttribute('aria-controls', 'search-list');
    this.input.setAttribute('aria-expanded', 'false');
    this.input.setAttribute('aria-autocomplete', 'list');
    this.input.addEventListener('input', () => this.look());
    this.input.addEventListener('focus', () => this.look());
    this.input.addEventListener('keydown', (event) => this.key(event));
    form.addEventListener('focusout', (event) => {
      if (!form.contains(event.relatedTarget)) this.close();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.choose(Math.max(0, this.active));
    });
    onLanguageChange(() => this.close());
  }

  setEntries(entries) {
    this.entries = entries;
  }

  /**
   * @param {(text: string, signal: AbortSignal) => Promise<object[]>} source what else there is, from
   *     the server
   */
  setSource(source) {
    this.source = source;
  }

  look() {
    const wanted = this.input.value.trim().toLowerCase();
    this.found = wanted
      ? this.entries.filter(({ text }) => text.toLowerCase().includes(wanted)).slice(0, MOST)
      : [];
    this.request.abort();
    if (!wanted) return this.close();
    this.write(this.source !== null);
    if (this.source) this.askSoon();
    return undefined;
  }

  async ask() {
    const text = this.input.value.trim();
    if (!text || this.box.hidden) return;
    this.request.abort();
    this.request = new AbortController();
    const { signal } = this.request;
    try {
      const more = await this.source(text, signal);
      if (signal.aborted) return;
      const known = new Set(this.found.map(({ key }) => key).filter(Boolean));
      const others = more.filter(({ key }) => !known.has(key));
      this.found = [...this.found, ...others].slice(0, MOST_ASKED);
      this.write(false);
    } catch (failure) {
      if (failure.name !== 'AbortError') this.write(false, t('search.failed'));
    }
  }

  // Entries of one kind stand under one heading.
  write(isAsking, problem = null) {
    this.active = -1;
    let group = null;
    const nodes = this.found.flatMap((entry, index) => {
      const heading = entry.group?.() ?? null;
      const isNew = heading && heading !== group;
      group = heading;
      const title = isNew
        ? [element('li', { class: 'search__group', role: 'presentation', text: heading })]
        : [];
      return [...title, this.option(entry, index)];
    });
    const note = isAsking ? t('search.asking') : (problem ?? (this.found.length ? null : t(this.source ? 'search.nothing' : 'search.none')));
    if (note) nodes.push(element('li', { class: 'search__none', role: 'presentation', text: note }));
    this.box.replaceChildren(...nodes);
    this.show(true);
  }

  option({ text, hint }, index) {
    return element(
      'li',
      {
        class: 'search__option',
        role: 'option',
        id: `search-${index}`,
        'aria-selected': 'false',
        on: {
          pointerdown: (event) => {
            event.preventDefault();
            this.choose(index);
          },
        },
      },
      element('span', { text }),
      element('span', { class: 'quiet', text: hint() }),
    );
  }

  key(event) {
    if (event.key === 'Escape') {
      if (!this.box.hidden) event.stopPropagation();
      this.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || this.found.length === 0) return;
    event.preventDefault();
    this.active = (this.active + step + this.found.length) % this.found.length;
    this.input.setAttribute('aria-activedescendant', `search-${this.active}`);
    this.box.querySelectorAll('[role=option]').forEach((node, index) =>
      node.setAttribute('aria-selected', String(index === this.active)),
    );
  }

  choose(index) {
    const entry = this.found[index];
    if (!entry) return;
    this.input.value = '';
    this.close();
    this.input.blur();
    entry.choose();
  }

  close() {
    this.request.abort();
    this.show(false);
    this.input.removeAttribute('aria-activedescendant');
  }

  show(open) {
    this.box.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
  }
}

/** A search entry for a feature of a layer. */
export function entryFor(declaration, feature, choose) {
  return {
    key: feature.id && `${declaration.id}/${feature.id}`,
    text: feature.properties.name,
    hint: () => titleOf(declaration.title),
    choose: () => choose(feature),
  };
}

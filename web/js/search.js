import { element } from './dom.js';
import { onLanguageChange, t, titleOf } from './i18n.js';

const MOST = 8;

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

  look() {
    const wanted = this.input.value.trim().toLowerCase();
    this.found = wanted
      ? this.entries.filter(({ text }) => text.toLowerCase().includes(wanted)).slice(0, MOST)
      : [];
    this.active = -1;
    if (!wanted) return this.close();
    this.box.replaceChildren(
      ...this.found.map((entry, index) => this.option(entry, index)),
      ...(this.found.length
        ? []
        : [element('li', { class: 'search__none', text: t('search.none') })]),
    );
    return this.show(true);
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
    [...this.box.children].forEach((node, index) =>
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
    text: feature.properties.name,
    hint: () => titleOf(declaration.title),
    choose: () => choose(feature),
  };
}

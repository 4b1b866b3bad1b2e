import { searchCells } from './api.js';
import { debounced, element } from './dom.js';
import { failureBox } from './failure.js';
import { t } from './i18n.js';

const FOUND = 8;
const QUIET = 200;

/** Finds grid cells by their name or id, or by a place in them, and offers them. */
export class CellSearch {
  /** @param {(cell: object) => void} pick takes the feature that is chosen */
  constructor(pick) {
    this.pick = pick;
    this.answered = '';
    this.input = element('input', {
      type: 'search',
      class: 'field',
      autocomplete: 'off',
      'aria-label': t('cells.search'),
      placeholder: t('cells.hint'),
      dataset: { testid: 'cell-search' },
      on: {
        input: debounced(() => this.lookFor(this.input.value.trim()), QUIET),
        keydown: (event) => this.key(event),
      },
    });
    this.found = element('ul', { class: 'plain-list cell-search__found', 'aria-live': 'polite' });
    this.node = element('div', { class: 'cell-search', on: { keydown: (event) => this.move(event) } }, this.input, this.found);
  }

  // Enter never sends the form that the field may stand in, nor takes what an earlier text found.
  key(event) {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (this.input.value.trim() === this.answered) this.hits()[0]?.click();
  }

  // From the field through what was found, and back.
  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [this.input, ...this.hits()];
    if (!step || event.isComposing || stops.length === 1) return;
    event.preventDefault();
    stops[(stops.indexOf(event.target) + step + stops.length) % stops.length]?.focus();
  }

  hits() {
    return [...this.found.querySelectorAll('[data-testid=cell-found]')];
  }

  async lookFor(text) {
    if (text) await this.look({ q: text }, t('cells.none'), () => text === this.input.value.trim());
    else this.offer([], '');
  }

  /** Offers all cells that a place lies in, the smallest and the largest alike. */
  async lookAt(lon, lat) {
    this.input.value = '';
    await this.look({ bbox: [lon, lat, lon, lat].join(',') }, t('cells.noneHere'), () => !this.input.value);
  }

  async look(query, otherwise, isStillAsked) {
    try {
      const cells = await searchCells({ ...query, limit: FOUND });
      if (isStillAsked()) this.offer(cells, otherwise);
    } catch (failure) {
      if (isStillAsked()) this.found.replaceChildren(element('li', {}, failureBox(failure, () => this.look(query, otherwise, isStillAsked))));
    }
  }

  offer(cells, otherwise) {
    this.answered = this.input.value.trim();
    this.found.replaceChildren(
      ...cells.map((cell) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', class: 'cell-search__cell', dataset: { testid: 'cell-found' }, on: { click: () => this.choose(cell) } },
            element('span', { text: cell.properties.name ?? cell.id }),
            element('span', { class: 'quiet', text: cell.id }),
          ),
        ),
      ),
      cells.length ? '' : element('li', { class: 'quiet', text: otherwise }),
    );
  }

  choose(cell) {
    this.found.replaceChildren();
    this.input.value = '';
    this.input.focus();
    this.pick(cell);
  }
}

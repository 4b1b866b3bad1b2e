import { getFeature } from '../api.js';
import { failureBox } from '../failure.js';
import { placeCard } from '../public/place-card.js';
import { writeSelected } from '../public/selection.js';
import { whoButton } from './near-row.js';

/** There the keyboard would cover what has just been uncovered. */
const TOUCH = matchMedia('(pointer: coarse)');

/**
 * The card of something that was picked on the map, in the table or by searching; an answer that comes
 * when something else has been picked is thrown away.
 */
export class OutsideCard {
  /** @param {{drawings: Map, view: DeskMap, who: (item) => void, close: () => void}} desk */
  constructor(root, desk) {
    this.root = root;
    this.desk = desk;
    this.picked = null;
    this.from = null;
  }

  get isOpen() {
    return this.root.childElementCount > 0;
  }

  clear() {
    const isFocused = this.root.contains(document.activeElement);
    this.picked = null;
    this.root.replaceChildren();
    if (isFocused && !TOUCH.matches) this.from?.focus();
    this.from = null;
  }

  /** @param {{focus: () => void}|null} [from] what the focus comes from, and goes back to */
  async show({ layer, id }, from = null) {
    const { drawings, view, who, close } = this.desk;
    const drawing = drawings.get(layer);
    if (!drawing) return;
    const picked = {};
    this.picked = picked;
    this.from = from;
    try {
      const feature = await getFeature(layer, id);
      if (this.picked !== picked) return;
      this.root.replaceChildren(
        placeCard(drawing, feature, { close, locate: null }, whoButton(() => who({ layer, id }))),
      );
      if (drawing.isPoint) {
        const [lon, lat] = feature.geometry.coordinates;
        view.highlight.select({ lon, lat, style: drawing.styleOf(feature.properties) });
      } else view.highlight.selectArea(feature.geometry);
      writeSelected({ layer, id });
      this.takeFocus();
    } catch (failure) {
      if (this.picked !== picked) return;
      this.root.replaceChildren(failureBox(failure, close, 'card.close'));
      this.takeFocus();
    }
  }

  // To the button that closes it: whoever has come here by the keyboard gets away by it.
  takeFocus() {
    if (this.from) this.root.querySelector('.card__head .icon-button, .button')?.focus();
  }
}

import { getFeature } from '../api.js';
import { failureBox } from '../failure.js';
import { placeCard } from '../public/place-card.js';
import { writeSelected } from '../public/selection.js';
import { whoButton } from './near-row.js';

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
  }

  get isOpen() {
    return this.root.childElementCount > 0;
  }

  clear() {
    this.picked = null;
    this.root.replaceChildren();
  }

  async show({ layer, id }) {
    const { drawings, view, who, close } = this.desk;
    const drawing = drawings.get(layer);
    if (!drawing) return;
    const picked = {};
    this.picked = picked;
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
    } catch (failure) {
      if (this.picked !== picked) return;
      this.root.replaceChildren(failureBox(failure, close, 'card.close'));
    }
  }
}

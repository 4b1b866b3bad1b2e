import { dayChooser } from '../day.js';
import { element } from '../dom.js';
import * as format from '../format.js';
import { t, titleOf } from '../i18n.js';
import { lineCanvas, symbolCanvas } from '../symbols.js';

/**
 * A switch per layer that holds anything, and a line that names the layers that do not.
 *
 * @param {Drawing[]} drawings
 * @param {Set<string>} shown ids of the layers on the map
 * @param {(drawing: Drawing) => number|null} count how many features there are; null if not known
 * @param {(layer: string, on: boolean) => void} change
 */
export function layerSwitches(drawings, shown, count, change) {
  const missing = drawings
    .filter(({ declaration }) => declaration.count === 0)
    .map(({ declaration }) => titleOf(declaration.title));
  return element(
    'fieldset',
    { class: 'switches' },
    element('legend', { class: 'switches__title', text: t('layers.title') }),
    ...drawings
      .filter(({ declaration }) => declaration.count > 0)
      .map((drawing) => row(drawing, shown.has(drawing.layer), count(drawing), change)),
    missing.length
      ? element('p', { class: 'quiet', text: t('layers.empty', { layers: format.names(missing) }) })
      : null,
    dayChooser(),
  );
}

function row(drawing, on, count, change) {
  const { declaration } = drawing;
  const input = element('input', {
    type: 'checkbox',
    class: 'switch',
    checked: on,
    dataset: { testid: `layer-${drawing.layer}` },
    on: { change: (event) => change(drawing.layer, event.target.checked) },
  });
  return element(
    'label',
    { class: 'switches__row' },
    sign(drawing),
    element('span', { class: 'switches__name', text: titleOf(declaration.title) }),
    element('span', { class: 'quiet number', text: count === null ? '' : format.count(count) }),
    syntheticMark(declaration),
    input,
  );
}

function syntheticMark({ synthetic, count }) {
  if (synthetic === 0) return null;
  const key = synthetic === count ? 'mark.synthetic' : 'mark.partlySynthetic';
  return element('span', { class: 'mark', text: t(key) });
}

function sign(drawing) {
  if (drawing.isPoint) return symbolCanvas(sample(drawing), 24);
  if (drawing.isLine) return lineCanvas(drawing.base, 24);
  return element('span', { class: 'swatch swatch--line' });
}

// A symbol without a class: which class a place has is said in the legend.
function sample(drawing) {
  return drawing.layer === 'section' ? { ...drawing.base, fill: 'paper' } : drawing.base;
}

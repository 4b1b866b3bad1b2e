import { debounced, element } from './dom.js';
import { onLanguageChange, t, titleOf } from './i18n.js';
import { lineCanvas, symbolCanvas } from './symbols.js';
import { onThemeChange } from './theme.js';

// An open legend on a map that is narrower, in CSS pixels, would lie on the data.
const ROOMY = 900;

/** Lists what is on the map at the moment, and nothing else. */
export class Legend {
  /**
   * @param {() => VectorLayer[]} layers whose features are listed
   */
  constructor(root, map, layers) {
    this.list = element('div', { class: 'legend__list' });
    this.map = map;
    this.layers = layers;
    this.title = element('summary', { class: 'legend__title' });
    this.extra = [];
    this.box = element(
      'details',
      { class: 'legend', open: root.clientWidth >= ROOMY, dataset: { testid: 'legend' } },
      this.title,
      this.list,
    );
    root.append(this.box);
    this.openOnPaper(root);
    this.update = debounced(() => this.write(), 60);
    map.leaflet.on('moveend', this.update);
    onLanguageChange(this.update);
    onThemeChange(this.update);
    this.write();
  }

  // On paper nothing can be unfolded, and there is room under the map.
  openOnPaper(root) {
    let before = this.box.open;
    addEventListener('beforeprint', () => {
      before = this.box.open;
      this.box.open = true;
      root.after(this.box);
    });
    addEventListener('afterprint', () => {
      this.box.open = before;
      root.append(this.box);
    });
  }

  /** Listens to a layer, which changes when its tiles arrive. */
  follow(layer) {
    layer.on('drawn', this.update);
  }

  /** Rows that do not come from features: `{key, titleKey, values}`. */
  setExtra(rows) {
    this.extra = rows;
    this.update();
  }

  write() {
    const seen = new Map();
    const zoom = this.map.leaflet.getZoom();
    for (const layer of this.layers()) {
      layer.eachVisible((drawing, properties) =>
        note(seen, drawing, properties, drawing.groupedAt(zoom)),
      );
    }
    const ordered = [...seen.values()].sort((a, b) => b.drawing.order - a.drawing.order);
    this.title.textContent = t('legend.title');
    this.list.replaceChildren(
      ...ordered.map(group),
      ...this.extra.map(({ swatch, text }) =>
        row(element('span', { class: `swatch swatch--${swatch}` }), text()),
      ),
    );
    this.box.hidden = ordered.length === 0 && this.extra.length === 0;
  }
}

function note(seen, drawing, properties, grouped) {
  const entry = seen.get(drawing.layer) ?? { drawing, values: new Set(), grouped };
  if (!grouped) entry.values.add(drawing.styleOf(properties).value);
  seen.set(drawing.layer, entry);
}

function group({ drawing, values, grouped }) {
  const title = titleOf(drawing.declaration.title);
  const shown = drawing.values().filter((value) => values.has(value));
  if (grouped || shown.length === 0) {
    return row(mark(drawing, drawing.base), grouped ? t('legend.grouped', { title }) : title);
  }
  if (!drawing.by) return row(mark(drawing, drawing.base), title);
  return element(
    'div',
    { class: 'legend__group' },
    element('p', { class: 'legend__layer', text: title }),
    ...shown.map((value) =>
      row(
        mark(drawing, drawing.styleOf({ [drawing.by.field]: value })),
        titleOf(drawing.titlesOf(value)),
      ),
    ),
  );
}

function mark(drawing, style) {
  if (drawing.isPoint) return symbolCanvas(style, 22);
  if (drawing.isLine) return lineCanvas(style, 22);
  return element('span', { class: `swatch swatch--${swatchOf(style)}` });
}

function swatchOf({ dash, fill, stroke }) {
  if (dash) return 'dashed';
  if (fill === 'land') return 'land';
  return stroke === 'accent' ? 'line' : 'plain';
}

function row(symbol, text) {
  return element('p', { class: 'legend__row' }, symbol, element('span', { text }));
}

/** How a layer is drawn, as its declaration says; knows nothing of canvases. */
export class Drawing {
  /** @param {object} declaration a layer of `GET /api/layers` */
  constructor(declaration) {
    this.layer = declaration.id;
    this.declaration = declaration;
    this.isPoint = declaration.geometry.endsWith('Point');
    this.isLine = declaration.geometry.endsWith('LineString');
    const {
      order = 0,
      style = {},
      by = null,
      from_zoom: fromZoom = null,
    } = declaration.drawing || {};
    this.groupBelowZoom = declaration.drawing?.group_below_zoom ?? 0;
    this.order = order;
    this.by = by;
    this.fromZoom = fromZoom;
    this.base = style;
    this.styles = new Map();
  }

  /** The style of a feature; the same object for the same value, so that it can be a key. */
  styleOf(properties) {
    const value = this.by ? (properties[this.by.field] ?? '') : '';
    if (!this.styles.has(value)) {
      this.styles.set(value, { ...this.base, ...this.by?.values?.[value], value });
    }
    return this.styles.get(value);
  }

  /** Whether a feature with these properties is drawn at this zoom. */
  shownAt(properties, zoom) {
    if (!this.fromZoom) return true;
    return zoom >= (this.fromZoom.values[properties[this.fromZoom.field]] ?? 0);
  }

  /** Whether the server groups points of this layer at this zoom. */
  groupedAt(zoom) {
    return zoom < this.groupBelowZoom;
  }

  /** Titles `{zh, en}` of the value that a style stands for, or of the layer itself. */
  titlesOf(value) {
    const field = this.by && this.declaration.fields.find((one) => one.name === this.by.field);
    return field?.values?.[value] ?? this.declaration.title;
  }

  /** The values in the order of the declaration. */
  values() {
    return this.by ? Object.keys(this.by.values) : [''];
  }
}

/**
 * Where a map begins: the districts, or else whatever the layers hold.
 *
 * @returns {[number, number, number, number]|null} west, south, east, north; null without any data
 */
export function wholeExtent(declarations) {
  const districts = declarations.find(({ id }) => id === 'district')?.extent;
  if (districts) return districts;
  const extents = declarations.map(({ extent }) => extent).filter(Boolean);
  if (extents.length === 0) return null;
  const reach = (pick, index) => pick(...extents.map((extent) => extent[index]));
  return [reach(Math.min, 0), reach(Math.min, 1), reach(Math.max, 2), reach(Math.max, 3)];
}

/** Drawings by layer id, lowest first. */
export function drawingsOf(declarations) {
  const drawings = declarations.map((declaration) => new Drawing(declaration));
  drawings.sort((a, b) => a.order - b.order);
  return new Map(drawings.map((drawing) => [drawing.layer, drawing]));
}

import { element, svg } from '../dom.js';
import { onLanguageChange, t, titleOf } from '../i18n.js';

const NEEDS = ['finding', 'missing'];

/** What the dots of the own map stand for: their colours, and the rims of those where something is to be done. */
export class OwnLegend {
  constructor(root) {
    this.title = element('summary', { class: 'legend__title' });
    this.list = element('div', { class: 'legend__list' });
    this.box = element('details', { class: 'legend', dataset: { testid: 'own-legend' } }, this.title, this.list);
    root.append(this.box);
    onLanguageChange(() => this.show(this.objects, this.drawings));
  }

  show(objects, drawings) {
    Object.assign(this, { objects, drawings });
    const layers = new Map();
    for (const { layer, feature } of objects) {
      const drawing = drawings.get(layer);
      if (!layers.has(drawing)) layers.set(drawing, new Set());
      layers.get(drawing).add(drawing.styleOf(feature.properties).value);
    }
    const needs = NEEDS.filter((kind) => objects.some((one) => needOf(one) === kind));
    this.title.textContent = t('legend.title');
    this.list.replaceChildren(
      ...[...layers].map(([drawing, values]) => group(drawing, values)),
      ...needs.map((kind) => row('#ffffff', t(`mylegend.${kind}`), kind)),
    );
    this.box.hidden = objects.length === 0;
  }
}

/** @returns {'finding'|'missing'|'fine'} what is to be done first */
export function needOf({ findings, missing }) {
  if (findings.length) return 'finding';
  return missing.length ? 'missing' : 'fine';
}

function group(drawing, values) {
  const title = titleOf(drawing.declaration.title);
  const known = drawing.values().filter((value) => value && values.has(value));
  if (!drawing.by || !known.length) return row(drawing.styleOf({}).fill, title);
  return element(
    'div',
    { class: 'legend__group' },
    element('p', { class: 'legend__layer', text: title }),
    ...known.map((value) => row(drawing.styleOf({ [drawing.by.field]: value }).fill, titleOf(drawing.titlesOf(value)))),
  );
}

function row(fill, text, kind = 'fine') {
  return element(
    'p',
    { class: 'legend__row' },
    svg(
      'svg',
      { class: 'symbol', width: 22, height: 22, viewBox: '0 0 22 22', 'aria-hidden': 'true' },
      svg('circle', { class: `own-dot own-dot--${kind}`, cx: 11, cy: 11, r: 8, fill }),
    ),
    element('span', { text }),
  );
}

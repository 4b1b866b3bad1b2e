import { Rectangle } from 'leaflet';
import { chooseExtent, forgetExtent } from '../../api-admin.js';
import { element } from '../../dom.js';
import { failureBox } from '../../failure.js';
import { t } from '../../i18n.js';
import { EditMap } from '../edit/edit-map.js';
import { Graticule } from './graticule.js';

const SIDES = ['west', 'south', 'east', 'north'];

/** So much of the map lies outside the frame at each side. */
const MARGIN = 0.12;

/** Chooses where imports expect features: the frame on the map, or four numbers. */
export class ExtentChoice {
  /** @param {() => void} changed called when another extent holds */
  constructor(declarations, current, changed) {
    Object.assign(this, { declarations, current, changed });
    this.problem = element('div', { 'aria-live': 'polite' });
    this.container = element('div', {
      class: 'map',
      tabindex: '0',
      role: 'application',
      'aria-label': t('map.label'),
      dataset: { testid: 'extent-map' },
    });
    this.fields = Object.fromEntries(SIDES.map((side) => [side, this.field(side)]));
    this.node = element(
      'form',
      { class: 'extent', on: { submit: (event) => this.submit(event) } },
      element('div', { class: 'extent__map' }, this.container, element('div', { class: 'extent__frame', 'aria-hidden': 'true' })),
      element('p', { class: 'quiet', text: t('start.frame') }),
      element(
        'div',
        { class: 'extent__fields' },
        ...SIDES.map((side) =>
          element('label', { class: 'labelled' }, element('span', { text: t(`start.${side}`) }), this.fields[side]),
        ),
      ),
      this.problem,
      element(
        'div',
        { class: 'extent__actions' },
        element('button', { type: 'submit', class: 'button button--main', text: t('start.keepExtent'), dataset: { testid: 'extent-keep' } }),
        current.source === 'chosen'
          ? element('button', {
              type: 'button',
              class: 'button',
              text: t('start.forgetExtent'),
              dataset: { testid: 'extent-forget' },
              on: { click: () => this.act(forgetExtent) },
            })
          : null,
      ),
    );
  }

  field(side) {
    return element('input', {
      class: 'field number',
      inputmode: 'decimal',
      autocomplete: 'off',
      required: true,
      pattern: '\\d{1,3}(\\.\\d+)?',
      dataset: { testid: `extent-${side}` },
      on: { change: () => this.show() },
    });
  }

  /** To be called when the node is on the page: a map must know how large it is. */
  start() {
    this.map = new EditMap(this.container, this.declarations, null);
    this.graticule = new Graticule(this.map.map);
    const { extent, source } = this.current;
    this.fit(extent);
    if (source !== 'china') this.rectangle = new Rectangle(bounds(extent), { className: 'ghost', interactive: false }).addTo(this.map.map.leaflet);
    this.write(extent);
    // What the map shows first is what holds; from then on the frame says the numbers.
    this.map.map.leaflet.on('dragend zoomend', () => this.write(this.framed()));
  }

  fit(extent) {
    const { leaflet } = this.map.map;
    const { x, y } = leaflet.getSize();
    // Any zoom will do, so that the frame is the extent.
    leaflet.options.zoomSnap = 0;
    leaflet.fitBounds(bounds(extent), { animate: false, padding: [x * MARGIN, y * MARGIN] });
  }

  framed() {
    const { leaflet } = this.map.map;
    const { x, y } = leaflet.getSize();
    const low = leaflet.containerPointToLatLng([x * MARGIN, y * (1 - MARGIN)]);
    const high = leaflet.containerPointToLatLng([x * (1 - MARGIN), y * MARGIN]);
    return [low.lng, low.lat, high.lng, high.lat];
  }

  write(extent) {
    SIDES.forEach((side, index) => {
      this.fields[side].value = extent[index].toFixed(2);
    });
  }

  values() {
    return SIDES.map((side) => Number.parseFloat(this.fields[side].value));
  }

  show() {
    const extent = this.values();
    if (extent.every(Number.isFinite) && extent[0] < extent[2] && extent[1] < extent[3]) {
      this.rectangle?.remove();
      this.rectangle = new Rectangle(bounds(extent), { className: 'ghost', interactive: false }).addTo(this.map.map.leaflet);
    }
  }

  submit(event) {
    event.preventDefault();
    this.act(() => chooseExtent(this.values()));
  }

  async act(action) {
    this.problem.replaceChildren();
    try {
      await action();
      this.changed();
    } catch (failure) {
      this.problem.replaceChildren(
        failure.parameter === 'extent'
          ? element(
              'div',
              { class: 'notice notice--danger', role: 'alert', dataset: { testid: 'extent-problem' } },
              element('p', { text: t('start.badExtent') }),
            )
          : failureBox(failure, null),
      );
    }
  }

  end() {
    this.map?.end();
  }
}

function bounds([west, south, east, north]) {
  return [
    [south, west],
    [north, east],
  ];
}

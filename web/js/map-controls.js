import { control } from 'leaflet';
import { element } from './dom.js';
import { icon } from './icons.js';
import { onLanguageChange, translate } from './i18n.js';
import { settings } from './page-settings.js';

/**
 * Zoom, whole area, scale, attribution and the marks that say what the data is worth.
 *
 * @param {boolean} outlines whether there are districts to draw a base map from
 * @returns {(marks: {text: string, detail: string}[]) => void} writes the marks
 */
export function addControls(map, extent, outlines) {
  const container = map.leaflet.getContainer();
  control
    .scale({ metric: true, imperial: false, maxWidth: 120, position: 'bottomright' })
    .addTo(map.leaflet);
  const line = element('span', { class: 'map-foot__marks' });
  container.append(zoomButtons(map, extent), foot(line, outlines));
  translate(container);
  onLanguageChange(() => translate(container));
  return (marks) =>
    line.replaceChildren(
      ...marks.map(({ text, detail }) =>
        element(
          'span',
          { class: 'mark', dataset: { testid: 'data-mark' } },
          text,
          element('span', { class: 'mark__detail', text: detail }),
        ),
      ),
    );
}

function zoomButtons(map, extent) {
  return element(
    'div',
    { class: 'zoom', role: 'group', 'data-i18n-label': 'map.zoom' },
    mapButton('plus', 'map.zoomIn', () => map.leaflet.zoomIn()),
    mapButton('minus', 'map.zoomOut', () => map.leaflet.zoomOut()),
    mapButton('whole', 'map.whole', () => map.fit(extent)),
  );
}

function mapButton(symbol, key, action) {
  const button = element(
    'button',
    { type: 'button', class: 'zoom__button', 'data-i18n-label': key, 'data-i18n-title': key },
    icon(symbol),
  );
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    action();
  });
  button.addEventListener('dblclick', (event) => event.stopPropagation());
  return button;
}

function foot(marks, outlines) {
  return element(
    'div',
    { class: 'map-foot' },
    marks,
    outlines
      ? element('span', {
          class: 'map-foot__text',
          'data-i18n': settings.basemapUrl ? 'map.overTiles' : 'map.attribution',
        })
      : null,
    settings.basemapAttribution
      ? element('span', { class: 'map-foot__text', text: settings.basemapAttribution })
      : null,
    settings.approvalNumber
      ? element('span', {
          class: 'map-foot__text',
          text: settings.approvalNumber,
          dataset: { testid: 'approval-number' },
        })
      : null,
  );
}

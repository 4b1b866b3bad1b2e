import { element } from './dom.js';
import { t } from './i18n.js';

/** Says on the map that some of it could not be had, until trying again has helped. */
export function watchTiles(map, layers) {
  const retry = () => {
    box.hidden = true;
    layers.forEach((layer) => layer.reload());
  };
  const text = element('span');
  const button = element('button', {
    type: 'button',
    class: 'button button--quiet',
    on: { click: retry },
  });
  const box = element(
    'div',
    { class: 'map-notice', role: 'alert', hidden: true, dataset: { testid: 'map-error' } },
    text,
    button,
  );
  map.leaflet.getContainer().append(box);
  box.addEventListener('click', (event) => event.stopPropagation());
  for (const layer of layers) {
    layer.on('failed', () => {
      text.textContent = t('map.failed');
      button.textContent = t('error.retry');
      box.hidden = false;
    });
  }
}

import { element } from './dom.js';
import { onLanguageChange, t } from './i18n.js';

/** Says on the map which parts of it could not be had, until trying again has helped. */
export class MapNotice {
  /** @param {ZerenMap} map */
  constructor(map) {
    this.failures = new Map();
    this.text = element('span');
    this.button = element('button', {
      type: 'button',
      class: 'button button--quiet',
      on: { click: () => this.retry() },
    });
    this.box = element(
      'div',
      { class: 'map-notice', role: 'alert', hidden: true, dataset: { testid: 'map-error' } },
      this.text,
      this.button,
    );
    map.leaflet.getContainer().append(this.box);
    this.box.addEventListener('click', (event) => event.stopPropagation());
    onLanguageChange(() => this.write());
  }

  /** Listens to layers, whose tiles may fail to come. */
  watch(layers) {
    for (const layer of layers)
      layer.on('failed', () => this.say('map.failed', () => layers.forEach((one) => one.reload())));
  }

  /** @param {string} key of the text, which is shown once however often it is said */
  say(key, retry) {
    this.failures.set(key, retry);
    this.write();
  }

  /** Takes back what was said. */
  unsay(key) {
    this.failures.delete(key);
    this.write();
  }

  retry() {
    const again = [...this.failures.values()];
    this.failures.clear();
    this.write();
    again.forEach((retry) => retry());
  }

  write() {
    this.box.hidden = this.failures.size === 0;
    this.text.textContent = [...this.failures.keys()].map((key) => t(key)).join(' · ');
    this.button.textContent = t('error.retry');
  }
}

import { searchFeatures } from '../../api-edit.js';
import { debounced, element } from '../../dom.js';
import { t } from '../../i18n.js';

const MOST = 20;
const QUIET = 200;

/** Proposals for a field that holds the id of another layer's feature, and the name behind the id. */
export class ReferenceHelp {
  /**
   * @param {string} layer whose features the field names
   * @param {HTMLInputElement} input
   */
  constructor(layer, input) {
    this.layer = layer;
    this.input = input;
    this.list = element('datalist', { id: `${input.id}-list` });
    this.said = element('p', { class: 'quiet entry-field__help', 'aria-live': 'polite', hidden: true });
    input.setAttribute('list', this.list.id);
    input.autocomplete = 'off';
    input.addEventListener('focus', () => this.propose());
    input.addEventListener('input', debounced(() => this.propose(), QUIET));
    this.asked = null;
  }

  get nodes() {
    return [this.list, this.said];
  }

  async propose() {
    const features = await this.find(this.input.value.trim());
    if (!features) return;
    this.list.replaceChildren(
      ...features.map(({ id, properties }) =>
        element('option', { value: id, text: properties.name ?? '' }),
      ),
    );
    this.takeName(features);
    this.tell(features);
  }

  // Whoever types the name means the feature of that name, if there is just one.
  takeName(features) {
    const text = this.input.value.trim();
    const named = features.filter(({ properties }) => properties.name === text);
    if (named.length !== 1 || features.some(({ id }) => id === text)) return;
    this.input.value = named[0].id;
    this.input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Says whose id stands in the field. */
  async name() {
    const id = this.input.value.trim();
    if (!id) this.said.hidden = true;
    else {
      const features = await this.find(id);
      if (features) this.tell(features);
    }
  }

  tell(features) {
    const id = this.input.value.trim();
    const found = features.find((one) => one.id === id);
    this.said.hidden = !id;
    this.said.textContent = found ? (found.properties.name ?? '') : t('edit.noReference');
  }

  // Without proposals the id can still be typed. An answer to an older text is thrown away.
  async find(text) {
    this.asked?.abort();
    const request = new AbortController();
    this.asked = request;
    try {
      return (await searchFeatures(this.layer, text, MOST, request.signal)).features;
    } catch {
      return null;
    }
  }
}

import { deleteMapping, findMappings, saveMapping } from '../../api-import.js';
import { element } from '../../dom.js';
import { t } from '../../i18n.js';

/** Mappings that were kept under a name, for the next file of the same source. */
export class MappingNames {
  /** @param {{load: (stored) => void, now: () => {mapping, crs}, name: string|null}} options */
  constructor(layer, options) {
    this.layer = layer;
    this.options = options;
    this.select = element('select', { class: 'field', 'aria-label': t('mapping.stored'), dataset: { testid: 'stored-mapping' } });
    this.name = element('input', { class: 'field', maxlength: 100, placeholder: t('mapping.nameHint'), 'aria-label': t('mapping.name'), dataset: { testid: 'mapping-name' } });
    this.said = element('span', { class: 'quiet', role: 'status' });
    this.remove = element('button', { type: 'button', class: 'button', text: t('mapping.delete'), hidden: true, on: { click: () => this.drop() } });
    this.select.addEventListener('change', () => this.load());
    this.node = element(
      'form',
      { class: 'mapping-names' },
      this.select,
      this.remove,
      this.name,
      element('button', { type: 'submit', class: 'button', text: t('mapping.save'), dataset: { testid: 'save-mapping' } }),
      this.said,
    );
    this.node.addEventListener('submit', (event) => {
      event.preventDefault();
      this.save();
    });
    this.stored = [];
    this.write();
    this.refresh(options.name);
  }

  async refresh(chosen) {
    try {
      this.stored = await findMappings(this.layer);
    } catch (failure) {
      this.said.textContent = failure.message;
    }
    this.write(chosen);
  }

  write(chosen) {
    this.select.hidden = this.stored.length === 0;
    this.select.replaceChildren(
      element('option', { value: '', text: t('mapping.choose') }),
      ...this.stored.map(({ name }) => element('option', { value: name, text: name })),
    );
    if (this.stored.some(({ name }) => name === chosen)) this.select.value = chosen;
    this.remove.hidden = !this.select.value;
  }

  load() {
    const stored = this.stored.find(({ name }) => name === this.select.value);
    this.remove.hidden = !stored;
    if (!stored) return;
    this.name.value = stored.name;
    this.options.load(stored);
  }

  async save() {
    const name = this.name.value.trim();
    if (!name) {
      this.name.focus();
      return;
    }
    const { mapping, crs } = this.options.now();
    await this.tried(async () => {
      await saveMapping(this.layer, name, mapping, crs);
      this.said.textContent = t('mapping.saved', { name });
      await this.refresh(name);
    });
  }

  async drop() {
    await this.tried(async () => {
      await deleteMapping(this.layer, this.select.value);
      this.said.textContent = t('mapping.deleted');
      await this.refresh(null);
    });
  }

  async tried(action) {
    try {
      await action();
    } catch (failure) {
      this.said.textContent = `${t('mapping.failed')} ${failure.message}`;
    }
  }
}

import { uploadFile } from '../../api-import.js';
import { element } from '../../dom.js';
import * as format from '../../format.js';
import { icon } from '../../icons.js';
import { t, titleOf } from '../../i18n.js';
import { layerOptions } from '../layer-groups.js';
import { progressBar } from '../progress-bar.js';
import { templateLink } from '../template-link.js';
import { uploadProblem } from './job-problem.js';

const ENDINGS = '.xlsx,.csv,.tsv,.txt,.geojson,.json,.geojsonl,.zip,.gpkg,.kml,.kmz';

/** Which layer, which file, and the way of the file to the server. */
export class FileStep {
  /** @param {(body: object, file: File) => void} uploaded */
  constructor(step, declarations, layer, uploaded) {
    this.step = step;
    this.declarations = declarations;
    this.layer = layer;
    this.uploaded = uploaded;
    this.message = element('div', { 'aria-live': 'polite' });
  }

  ask() {
    this.input = element('input', {
      type: 'file',
      accept: ENDINGS,
      class: 'drop__input',
      'aria-label': t('import.pickFile'),
      dataset: { testid: 'file' },
      on: { change: () => this.send(this.input.files[0]) },
    });
    this.message.replaceChildren();
    this.step.is('now', '');
    this.step.fill(this.layerChoice(), this.drop(), this.message);
  }

  layerChoice() {
    const select = element(
      'select',
      { class: 'field', dataset: { testid: 'import-layer' } },
      element('option', { value: '', text: t('import.chooseLayer') }),
      ...layerOptions(this.declarations),
    );
    select.value = this.layer ?? '';
    const template = element('span');
    const offer = () => {
      const chosen = this.declarations.find(({ id }) => id === this.layer);
      template.replaceChildren(...(chosen ? [templateLink(chosen)] : []));
    };
    select.addEventListener('change', () => {
      this.layer = select.value || null;
      this.message.replaceChildren();
      offer();
    });
    this.select = select;
    offer();
    return element(
      'div',
      { class: 'import__choice' },
      element('label', { class: 'labelled import__layer' }, element('span', { text: t('import.layer') }), select),
      template,
    );
  }

  drop() {
    const zone = element(
      'label',
      { class: 'drop', dataset: { testid: 'drop' } },
      this.input,
      icon('file', 28),
      element('strong', { text: t('import.drop') }),
      element('span', { class: 'button', text: t('import.pickFile') }),
      element('span', { class: 'quiet', text: t('import.formats') }),
      element('span', { class: 'quiet', text: t('import.limits') }),
    );
    for (const type of ['dragenter', 'dragover'])
      zone.addEventListener(type, (event) => {
        event.preventDefault();
        zone.classList.add('drop--over');
      });
    zone.addEventListener('dragleave', () => zone.classList.remove('drop--over'));
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      zone.classList.remove('drop--over');
      this.send(event.dataTransfer.files[0]);
    });
    return zone;
  }

  /** @param {string|null} table which sheet; null lets the server choose */
  async send(file, table = null) {
    if (!file) return;
    if (!this.layer) {
      this.message.replaceChildren(
        element('p', { class: 'notice notice--warning', role: 'alert', text: t('import.layerFirst') }),
      );
      this.select.focus();
      return;
    }
    this.request = new AbortController();
    this.sending = true;
    const bar = progressBar(t('import.uploading', { name: file.name, size: format.bytes(file.size) }), () =>
      this.request.abort(),
    );
    this.step.fill(bar.node);
    try {
      const body = await uploadFile({
        layer: this.layer,
        file,
        table,
        progress: (share) => bar.show(share, share < 1 ? '' : t('import.looking')),
        signal: this.request.signal,
      });
      this.uploaded(body, file);
    } catch (failure) {
      this.ask();
      if (failure.name !== 'AbortError') this.message.replaceChildren(uploadProblem(failure));
    } finally {
      this.sending = false;
    }
  }

  /** Only says what was chosen. */
  settle({ fileName, bytes, layer }, again) {
    const { title } = this.declarations.find(({ id }) => id === layer);
    this.step.is('done', '');
    this.step.fill(
      element(
        'div',
        { class: 'settled' },
        element('strong', { text: fileName }),
        element('span', { class: 'quiet number', text: format.bytes(bytes) }),
        element('span', { class: 'quiet', text: t('import.into', { layer: titleOf(title) }) }),
        again
          ? element('button', {
              type: 'button',
              class: 'button button--quiet',
              text: t('import.otherFile'),
              on: { click: again },
            })
          : null,
      ),
    );
  }

  stop() {
    this.request?.abort();
  }
}

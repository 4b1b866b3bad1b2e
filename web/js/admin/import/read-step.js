import { element } from '../../dom.js';
import { t } from '../../i18n.js';
import { isTable } from '../../tables.js';
import { datumName } from '../datum-select.js';
import { datumChoice } from './datum-choice.js';
import { fileFacts, fileNotes } from './file-facts.js';
import { MappingNames } from './mapping-names.js';
import { MappingTable } from './mapping-table.js';
import { sampleTable } from './sample-table.js';

/** What the file is: its facts, the datum of its places, and what its columns mean. */
export class ReadStep {
  constructor(view, step, written) {
    this.view = view;
    this.step = step;
    this.written = written;
    this.columns = this.known(view.settings.mapping.columns);
    const touched = view.body.mappingName || view.body.state !== 'uploaded';
    this.guessed = new Set(touched ? [] : Object.keys(this.columns));
    this.datumBox = element('div');
    this.mappingBox = element('div');
    this.write();
  }

  write() {
    const { body } = this.view;
    if (this.written) {
      this.step.fill(fileFacts(body.description, null, this.placed));
      return;
    }
    const again = this.view.source ? (table) => this.view.chooseTable(table) : null;
    this.step.fill(
      fileFacts(body.description, again, this.placed),
      fileNotes(body.description),
      sampleTable(body),
      this.datumBox,
      this.mappingBox,
    );
    this.writeDatum();
    this.writeMapping();
  }

  // Rows of a table lie nowhere.
  get placed() {
    return !isTable(this.view.declaration);
  }

  writeDatum() {
    if (!this.placed) return;
    const { body, settings } = this.view;
    const stored = body.mappingCrs ? { name: body.mappingName, crs: body.mappingCrs } : null;
    const known = { crs: settings.crs, fileCrs: body.description.crs, hint: body.hint, stored };
    this.datumBox.replaceChildren(datumChoice(known, (crs) => this.view.change({ crs })));
  }

  writeMapping() {
    const { declaration, body } = this.view;
    this.table = new MappingTable(declaration, body, this.columns, this.guessed, (columns) => {
      this.columns = columns;
      this.view.change({ mapping: { columns } });
    });
    this.names = new MappingNames(body.layer, {
      name: body.mappingName,
      now: () => ({ mapping: { columns: this.columns }, crs: this.view.settings.crs }),
      load: ({ mapping, crs }) => this.use(mapping.columns, crs),
    });
    this.mappingBox.replaceChildren(
      element('h3', { class: 'block__title', text: t('mapping.title') }),
      element('p', { class: 'quiet', text: t(body.mappingName ? 'mapping.fromStored' : 'mapping.about', { name: body.mappingName }) }),
      this.names.node,
      this.table.node,
    );
  }

  /** Takes a mapping over, such as one that was stored or that the server offers. */
  use(columns, crs = null) {
    this.columns = this.known(columns);
    this.guessed.clear();
    this.view.change({ mapping: { columns: this.columns }, crs: crs ?? this.view.settings.crs });
    this.writeDatum();
    this.writeMapping();
    this.view.settle();
  }

  // A stored mapping may speak of columns that this file does not have.
  known(columns) {
    const inFile = new Set(this.view.body.description.columns);
    return Object.fromEntries(Object.entries(columns).filter(([name]) => inFile.has(name)));
  }

  get complete() {
    const named = !this.placed || Boolean(this.view.settings.crs);
    return this.written || (named && this.table.complete);
  }

  settle() {
    const { settings } = this.view;
    const count = Object.keys(this.columns).length;
    if (!this.complete) this.step.is('now', t(settings.crs || !this.placed ? 'import.needMapping' : 'import.needDatum'));
    else if (!this.placed && !this.written) this.step.is('done', t('import.readRows', { count }));
    else this.step.is('done', settings.crs ? t('import.readDone', { datum: datumName(settings.crs), count }) : '');
  }
}

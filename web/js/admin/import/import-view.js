import { deleteImport, getImport } from '../../api-import.js';
import { writeParameters } from '../../address.js';
import { t } from '../../i18n.js';
import { layersFirst } from '../../tables.js';
import { confirmed } from '../confirm-dialog.js';
import { officePage, pageHead } from '../page-head.js';
import { FileStep } from './file-step.js';
import { ReadStep } from './read-step.js';
import { Runs } from './runs.js';
import { Step } from './step.js';
import { WriteStep } from './write-step.js';

const TITLES = ['import.file', 'import.read', 'import.how', 'import.check', 'import.commit'];

/** A file on its way to the map: one page, five steps, each open when the ones before are settled. */
export class ImportView {
  constructor(root, declarations, route) {
    this.root = root;
    this.declarations = layersFirst(declarations);
    this.route = route;
    this.steps = TITLES.map((key, index) => new Step(index + 1, t(key)));
    this.file = new FileStep(this.steps[0], this.declarations, route.layer, (body, file) =>
      this.uploaded(body, file),
    );
    this.runs = null;
  }

  async start() {
    const body = this.route.import ? await getImport(this.route.import) : null;
    this.root.replaceChildren(
      officePage(pageHead(t('admin.import'), t('import.about')), ...this.steps.map(({ node }) => node)),
    );
    if (body) this.show(body);
    else this.file.ask();
  }

  uploaded(body, file) {
    this.source = file;
    writeParameters({ view: 'import', import: body.id, layer: null });
    this.show(body);
  }

  /** Everything after the file, as far as the import is. */
  show(body) {
    this.runs?.end();
    this.body = body;
    this.settings = { ...body.settings };
    this.kept = this.settings;
    this.declaration = this.declarations.find(({ id }) => id === body.layer);
    const written = ['committed', 'undone', 'committing'].includes(body.state);
    this.file.layer = body.layer;
    this.file.settle(body, written ? null : () => this.again());
    this.runs = new Runs(this, this.steps[3], this.steps[4]);
    this.read = new ReadStep(this, this.steps[1], written);
    this.write = new WriteStep(this, this.steps[2], written);
    this.settle();
    this.runs.resume();
  }

  /** Somebody has changed a setting: what was checked before no longer holds. */
  change(patch) {
    this.settings = { ...this.settings, ...patch };
    this.runs.outdate();
    this.settle();
  }

  /** The server knows these settings. */
  keep(settings) {
    this.kept = settings;
  }

  get isKept() {
    return this.settings === this.kept;
  }

  get ready() {
    return this.read.complete;
  }

  settle() {
    this.read.settle();
    this.write.settle(this.ready);
    this.runs.settle(this.ready);
  }

  async again() {
    await this.drop();
    this.keep(this.settings);
    writeParameters({ import: null, layer: this.file.layer, view: 'import' });
    this.runs?.end();
    this.runs = null;
    this.steps.slice(1).forEach((step) => {
      step.fill();
      step.is('later', '');
    });
    this.file.ask();
  }

  /** Looks at another sheet of the file, which is sent again for that. */
  async chooseTable(table) {
    await this.drop();
    await this.file.send(this.source, table);
  }

  // What was uploaded and not written is of no use to anybody; the server keeps what is at work.
  async drop() {
    try {
      await deleteImport(this.body.id);
    } catch {
      // It stays in the list of imports, where it can be seen.
    }
  }

  /** An upload ends with the section, and settings that were not tried yet are gone; all else can be taken up again. */
  get holds() {
    return Boolean(this.file.sending) || !this.isKept;
  }

  mayLeave() {
    return this.file.sending
      ? confirmed({ title: t('import.leaveTitle'), text: t('import.leaveText'), action: t('import.leave') })
      : confirmed({ title: t('accounts.leave'), text: t('import.leaveSettings'), action: t('accounts.leaveYes') });
  }

  leave() {
    this.file.stop();
    this.runs?.end();
  }
}

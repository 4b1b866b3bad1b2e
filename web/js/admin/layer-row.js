import { element } from '../dom.js';
import { Drawing } from '../drawing.js';
import * as format from '../format.js';
import { icon } from '../icons.js';
import { t, titleOf } from '../i18n.js';
import { settings } from '../page-settings.js';
import { lineCanvas, symbolCanvas } from '../symbols.js';
import { isTable } from '../tables.js';
import { changeTitle } from './change-words.js';
import { exportForm } from './export-form.js';
import { sectionLink } from './route.js';

/** One layer in the list; its export opens below it. */
export class LayerRow {
  constructor(declaration, open) {
    this.declaration = declaration;
    this.last = element('span', { class: 'ledger__last', role: 'cell' });
    this.out = element('div', { class: 'ledger__out', hidden: !open });
    this.toggle = element(
      'button',
      {
        type: 'button',
        class: 'button',
        'aria-expanded': String(open),
        dataset: { testid: `export-${declaration.id}` },
        on: { click: () => this.open(this.out.hidden) },
      },
      icon('download', 18),
      t('layers.export'),
    );
    if (open) this.open(true);
    this.node = element(
      'div',
      { class: 'ledger__entry', role: 'rowgroup', dataset: { testid: `layer-${declaration.id}` } },
      this.row(),
      this.out,
    );
  }

  row() {
    const { id, title, count, visibility, version, mayEdit } = this.declaration;
    const route = { layer: id };
    return element(
      'div',
      { class: 'ledger__row', role: 'row' },
      element(
        'span',
        { class: 'ledger__name', role: 'rowheader' },
        layerSymbol(this.declaration),
        sectionLink({ view: 'layers', layer: id, tab: 'about' }, { class: 'ledger__about', dataset: { testid: `about-${id}` } }, titleOf(title)),
        element('span', { class: 'quiet', text: id }),
      ),
      element('span', { class: 'ledger__count number', role: 'cell', text: format.count(count) }),
      element(
        'span',
        { role: 'cell' },
        element('span', {
          class: `tag tag--${visibility}`,
          text: t(`visibility.${visibility}`),
          title: t('layers.version', { version }),
        }),
      ),
      this.last,
      element(
        'span',
        { class: 'ledger__actions', role: 'cell' },
        mayEdit && settings.mayImport
          ? sectionLink(
              { ...route, view: 'import' },
              { class: 'button', dataset: { testid: `import-${id}` } },
              icon('upload', 18),
              t('layers.importShort'),
            )
          : null,
        this.toggle,
        mayEdit
          ? sectionLink(
              { ...route, view: 'edit' },
              { class: 'button', dataset: { testid: `edit-${id}` } },
              icon('pencil', 18),
              t('layers.edit'),
            )
          : null,
      ),
    );
  }

  open(wanted) {
    this.out.hidden = !wanted;
    this.toggle.setAttribute('aria-expanded', String(wanted));
    if (wanted && !this.out.firstChild) this.out.append(exportForm(this.declaration));
  }

  /** @param {object|null} change of `GET /api/layers/{layer}/changes` */
  tellLast(change) {
    if (!change) {
      this.last.replaceChildren(element('span', { class: 'quiet', text: t('layers.never') }));
      return;
    }
    // Whoever sees a part of the city is not told who it was.
    const deed = [change.recorded_by, changeTitle(change)].filter(Boolean).join(' · ');
    this.last.replaceChildren(
      element('span', { class: 'number', text: format.moment(change.recorded_at) }),
      element('span', { class: 'quiet', text: deed }),
    );
  }
}

/** How the layer looks on the map; areas and lines get a piece of theirs, tables a list. */
export function layerSymbol(declaration) {
  if (isTable(declaration)) return icon('list', 20);
  const drawing = new Drawing(declaration);
  if (drawing.isPoint) return symbolCanvas(drawing.styleOf({ [drawing.by?.field]: drawing.values()[0] }), 22);
  if (drawing.isLine) return lineCanvas(drawing.base, 22);
  return element('span', { class: 'swatch swatch--line', 'aria-hidden': 'true' });
}

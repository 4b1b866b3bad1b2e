import { dayChooser } from '../day.js';
import { RadiusControl } from '../desk/radius-control.js';
import { element } from '../dom.js';
import * as format from '../format.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';

// What the rules name: 1 km for cleaning the roads round a station, 3 km for joint control.
const USUAL = [1000, 3000, 5000];

/** Whose zone, how wide, on which day; and the ways to take the report along. */
export class Tools {
  /**
   * @param {{id: string, name: string}[]} centres
   * @param {(changes: {id?: string|null, radius?: number}) => void} change
   */
  constructor(root, centres, change) {
    Object.assign(this, { root, centres, change });
    this.radius = new RadiusControl((metres) => change({ radius: metres }));
  }

  /** @param {string} file the address of the workbook */
  show({ id, radius }, file) {
    this.radius.show(radius);
    this.root.replaceChildren(
      this.centre(id),
      element(
        'div',
        { class: 'tools__radius' },
        this.radius.node,
        element('div', { class: 'chips' }, ...USUAL.map((metres) => this.usual(metres, radius))),
      ),
      dayChooser(),
      element(
        'div',
        { class: 'tools__do' },
        element('a', { class: 'button', href: file, download: '', dataset: { testid: 'xlsx' } }, icon('download'), 'XLSX'),
        element(
          'button',
          { type: 'button', class: 'button button--main', dataset: { testid: 'print' }, on: { click: () => print() } },
          icon('print'),
          t('joint.print'),
        ),
      ),
    );
  }

  centre(id) {
    return element(
      'label',
      { class: 'tools__centre' },
      element('span', { class: 'control__title', text: t('joint.whose') }),
      element(
        'select',
        { class: 'field', dataset: { testid: 'centre' }, on: { change: ({ target }) => this.change({ id: target.value || null }) } },
        element('option', { value: '', text: t('joint.all') }),
        ...this.centres.map((one) =>
          element('option', { value: one.id, selected: one.id === id, text: one.name }),
        ),
      ),
    );
  }

  usual(metres, radius) {
    return element('button', {
      type: 'button',
      class: 'chip',
      'aria-pressed': String(metres === radius),
      text: format.radius(metres),
      dataset: { testid: `radius-${metres}` },
      on: { click: () => this.change({ radius: metres }) },
    });
  }
}

import { convertPosition } from '../../api-edit.js';
import { element } from '../../dom.js';
import { t } from '../../i18n.js';
import { datumName, datumSelect } from '../datum-select.js';
import { pointAt } from './shape.js';

const OWN = 'EPSG:4490';

/** The place of a point as numbers, in whatever datum they were given in. */
export class PositionFields {
  constructor(layer, draft, moved) {
    this.layer = layer;
    this.draft = draft;
    this.moved = moved;
    this.datum = datumSelect({ testid: 'position-datum', empty: t('datum.choose'), value: OWN });
    this.datum.setAttribute('aria-label', t('edit.datum'));
    this.x = numberInput('position-x');
    this.y = numberInput('position-y');
    this.problem = element('p', { class: 'entry-field__problem', role: 'alert', hidden: true });
    this.labels = [element('span'), element('span')];
    this.node = element(
      'form',
      { class: 'position' },
      element('label', { class: 'labelled position__datum' }, element('span', { text: t('edit.datum') }), this.datum),
      element('label', { class: 'labelled' }, this.labels[0], this.x),
      element('label', { class: 'labelled' }, this.labels[1], this.y),
      element('button', {
        type: 'submit',
        class: 'button',
        text: t('edit.place'),
        dataset: { testid: 'place' },
      }),
      this.problem,
    );
    this.node.addEventListener('submit', (event) => {
      event.preventDefault();
      this.place();
    });
    this.datum.addEventListener('change', () => this.name());
    draft.onChange(() => this.write());
    this.name();
    this.write();
  }

  write() {
    const { geometry, source } = this.draft.now;
    const shown = source?.geometry ?? geometry;
    if (!shown || this.shown === shown) return;
    this.shown = shown;
    this.datum.value = source?.crs ?? OWN;
    [this.x.value, this.y.value] = shown.coordinates.map(String);
    this.problem.hidden = true;
    this.name();
  }

  name() {
    const metres = /^EPSG:(3857|45\d\d)$/.test(this.datum.value);
    this.labels[0].textContent = t(metres ? 'edit.easting' : 'edit.lon');
    this.labels[1].textContent = t(metres ? 'edit.northing' : 'edit.lat');
  }

  async place() {
    const given = [Number(this.x.value), Number(this.y.value)];
    const crs = this.datum.value;
    if (!crs || !this.x.value || !this.y.value || !given.every(Number.isFinite))
      return this.refuse(t('edit.badPosition'));
    try {
      const at = await convertPosition(this.layer, given[0], given[1], crs);
      const geometry = pointAt(at);
      const source = crs === OWN ? null : { crs, geometry: { type: 'Point', coordinates: given } };
      this.shown = source?.geometry ?? null;
      this.problem.hidden = true;
      this.draft.change({ geometry, source });
      this.moved(geometry);
    } catch (failure) {
      this.refuse(`${t('edit.noPlace', { datum: datumName(crs) })} ${failure.detail ?? ''}`);
    }
    return undefined;
  }

  refuse(text) {
    this.problem.hidden = false;
    this.problem.textContent = text;
  }
}

function numberInput(testid) {
  return element('input', {
    class: 'field number',
    inputmode: 'decimal',
    autocomplete: 'off',
    dataset: { testid },
  });
}

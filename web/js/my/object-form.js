import { confirmed } from '../admin/confirm-dialog.js';
import { Draft } from '../admin/edit/draft.js';
import { FieldForm } from '../admin/edit/field-form.js';
import { element } from '../dom.js';
import * as format from '../format.js';
import { TRUST_FIELDS } from '../facts.js';
import { t, titleOf } from '../i18n.js';
import { iconButton } from '../public/place-card.js';
import { findAlike } from './likeness.js';

/** The form of an object, of one that is there or of a new one. What is saved waits to be sent. */
export class ObjectForm {
  /**
   * @param {{account: string, layer: string, id: string, base: object, isNew: boolean}} subject
   * @param {object} declaration
   * @param {{close: () => void, save: (state) => void, locate: () => Promise<object>, moved: (place) => void,
   *     objects: () => object[]}} actions
   */
  constructor(subject, declaration, actions) {
    Object.assign(this, { subject, declaration, actions });
    // An unsaved text is taken up again by the same person over the same state only: what is recorded when it is sent is
    // looked at then, but what was recorded meanwhile and is known here must not be taken back by it.
    const { account, layer, id, base, isNew } = subject;
    this.draft = new Draft(`my:${account}:${layer}/${id}`, base, isNew ? null : JSON.stringify([base.values, base.geometry]));
    this.draft.recover();
    // How far the place can be trusted follows from how it was found.
    const fields = declaration.fields.filter(({ name }) => !TRUST_FIELDS.includes(name));
    this.form = new FieldForm({ ...declaration, fields }, this.draft);
    this.place = element('p', { class: 'number', 'aria-live': 'polite', dataset: { testid: 'own-place' } });
    this.problem = element('p', { class: 'entry-field__problem', role: 'alert', hidden: true });
    this.alike = element('div', {});
    this.node = element(
      'form',
      { class: 'card own-form', novalidate: true, dataset: { testid: 'own-form' }, on: { submit: (event) => this.submit(event) } },
      element(
        'header',
        { class: 'card__head' },
        element('h2', { class: 'card__title', tabindex: '-1', text: this.title() }),
        iconButton('close', 'card.close', () => this.leave()),
      ),
      element(
        'section',
        { class: 'own-place' },
        element('h3', { class: 'card__subtitle', text: t('my.place') }),
        this.place,
        element('button', {
          type: 'button',
          class: 'button',
          text: t('my.placeHere'),
          dataset: { testid: 'place-here' },
          on: { click: () => this.placeHere() },
        }),
        element('p', { class: 'quiet', text: t('my.placeTap') }),
      ),
      this.form.node,
      this.alike,
      this.problem,
      element(
        'div',
        { class: 'own-form__end' },
        element('button', { type: 'submit', class: 'button button--main own-wide', text: t('edit.save'), dataset: { testid: 'own-save' } }),
      ),
    );
    this.draft.onChange(() => this.write());
    this.write();
  }

  title() {
    if (this.subject.isNew) return t('edit.new', { layer: titleOf(this.declaration.title) });
    return this.subject.base.values.name ?? this.subject.id;
  }

  write() {
    const { geometry } = this.draft.now;
    this.place.textContent = geometry ? format.position(...geometry.coordinates) : t('my.noPlace');
    this.actions.moved(geometry ? { lon: geometry.coordinates[0], lat: geometry.coordinates[1] } : null);
  }

  /** Puts it to a place on the map. */
  move(lon, lat) {
    const round = (degrees) => Number(degrees.toFixed(7));
    this.alike.replaceChildren();
    this.draft.change({ geometry: { type: 'Point', coordinates: [round(lon), round(lat)] }, source: null });
  }

  /** Puts it where somebody stands, with how well that is known. */
  stand({ lon, lat, accuracy }) {
    this.move(lon, lat);
    if (this.declaration.fields.some(({ name }) => name === 'accuracy_m'))
      this.draft.change({ values: { ...this.draft.now.values, accuracy_m: accuracy } });
  }

  async placeHere() {
    const place = await this.actions.locate();
    if (place) this.stand(place);
  }

  async leave() {
    const question = { title: t('edit.unsaved'), text: t('my.discardText'), action: t('edit.discard'), danger: true };
    if (this.draft.changed && !(await confirmed(question))) return;
    this.draft.forget();
    this.actions.close();
  }

  async submit(event) {
    event.preventDefault();
    const state = this.draft.now;
    this.tell(null);
    if (!this.form.check()) return;
    if (!state.geometry) return this.tell(t('my.noPlace'));
    if (!this.draft.changed) return this.leave();
    if (this.subject.isNew && !this.alike.children.length && (await this.warn(state))) return;
    this.draft.forget();
    this.actions.save(state);
  }

  tell(text) {
    this.problem.hidden = !text;
    this.problem.textContent = text ?? '';
  }

  /** Whether something like it is there; saving once more says that it is another one. */
  async warn({ values, geometry }) {
    const [lon, lat] = geometry.coordinates;
    const found = await findAlike(this.actions.objects(), this.subject, values.name, lon, lat);
    if (found.length === 0) return false;
    this.alike.replaceChildren(
      element(
        'div',
        { class: 'notice notice--warn', role: 'alert', dataset: { testid: 'own-alike' } },
        element('p', { class: 'notice__title', text: t('my.alike') }),
        element(
          'ul',
          { class: 'plain-list' },
          ...found.slice(0, 5).map(({ name, away }) =>
            element('li', { text: t('my.alikeOne', { name, distance: format.distance(away) }) }),
          ),
        ),
        element('p', { text: t('my.alikeAdvice') }),
      ),
    );
    this.alike.scrollIntoView({ block: 'center' });
    return true;
  }
}

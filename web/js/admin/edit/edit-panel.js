import { element } from '../../dom.js';
import { icon } from '../../icons.js';
import { t, titleOf } from '../../i18n.js';
import * as format from '../../format.js';
import { isTable } from '../../tables.js';
import { FieldForm } from './field-form.js';
import { panelHead } from './panel-head.js';
import { PositionFields } from './position-fields.js';

/** The form beside the map: place, fields, day, and what is done with them. */
export class EditPanel {
  /**
   * @param {{feature: object|null, recovered: boolean, impact: ImpactPanel|null, save, close, moved}}
   *     options
   */
  constructor(root, declaration, draft, options) {
    this.draft = draft;
    this.isTable = isTable(declaration);
    this.options = options;
    this.fields = new FieldForm(declaration, draft);
    this.id = options.feature ? null : idInput();
    this.message = element('div', { class: 'edit__message', 'aria-live': 'polite' });
    this.saveButton = element('button', {
      type: 'button',
      class: 'button button--main',
      text: t('edit.save'),
      dataset: { testid: 'save' },
      on: { click: () => options.save() },
    });
    this.undo = stepButton('undo', t('edit.undo'), () => draft.undo());
    this.redo = stepButton('redo', t('edit.redo'), () => draft.redo());
    root.replaceChildren(
      panelHead(declaration, options.feature, 'form'),
      element(
        'div',
        { class: 'workbench__body' },
        options.recovered ? recoveredNotice(draft) : null,
        this.message,
        this.id?.node,
        declaration.geometry === 'Point' ? new PositionFields(declaration.id, draft, options.moved).node : null,
        this.fields.node,
        options.impact?.node,
        options.feature ? this.closing() : null,
      ),
      element('footer', { class: 'workbench__foot' }, this.undo, this.redo, this.state(), this.saveButton),
    );
    draft.onChange(() => this.write());
    draft.onChange(() => options.impact?.outdate());
    this.write();
  }

  state() {
    this.said = element('span', { class: 'quiet edit__state', role: 'status', dataset: { testid: 'edit-state' } });
    return this.said;
  }

  closing() {
    const since = format.day(this.options.feature.valid_from);
    return element(
      'div',
      { class: 'edit__closing' },
      element('p', { class: 'quiet', text: t('edit.since', { day: since, who: this.options.feature.recorded_by }) }),
      element(
        'button',
        { type: 'button', class: 'button button--danger', dataset: { testid: 'close-feature' }, on: { click: () => this.options.close() } },
        icon('trash', 18),
        t('edit.close'),
      ),
    );
  }

  write() {
    const { changed, canUndo, canRedo } = this.draft;
    this.undo.disabled = !canUndo;
    this.redo.disabled = !canRedo;
    this.saveButton.disabled = !changed;
    this.said.textContent = t(changed ? 'edit.unsaved' : 'edit.unchanged');
  }

  /** The id of a new feature; empty, and said so, when there is none. */
  newId() {
    return this.id.read();
  }

  check() {
    const placed = this.isTable || Boolean(this.draft.now.geometry);
    if (!placed)
      this.say(element('p', { class: 'notice notice--danger', role: 'alert', text: t('edit.noGeometry') }));
    return this.fields.check() && placed;
  }

  tell(errors) {
    this.fields.tell(errors);
  }

  say(node) {
    this.message.replaceChildren(node);
    node.scrollIntoView({ block: 'nearest' });
  }

  busy(wanted) {
    this.saveButton.disabled = wanted;
    this.saveButton.textContent = t(wanted ? 'edit.saving' : 'edit.save');
  }
}

function recoveredNotice(draft) {
  const node = element(
    'div',
    { class: 'notice', role: 'status', dataset: { testid: 'recovered' } },
    element('p', { class: 'notice__title', text: t('edit.recovered') }),
    element('button', {
      type: 'button',
      class: 'button',
      text: t('edit.discard'),
      on: {
        click: () => {
          draft.undo();
          node.remove();
        },
      },
    }),
  );
  return node;
}

function stepButton(name, label, click) {
  return element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': label,
      title: label,
      dataset: { testid: name },
      on: { click },
    },
    icon(name),
  );
}

function idInput() {
  const input = element('input', { class: 'field', id: 'new-id', maxlength: 200, 'aria-required': 'true', dataset: { testid: 'new-id' } });
  const problem = element('p', { class: 'entry-field__problem', id: 'new-id-problem', role: 'alert', hidden: true });
  input.setAttribute('aria-describedby', problem.id);
  input.addEventListener('input', () => {
    problem.hidden = true;
    input.setAttribute('aria-invalid', 'false');
  });
  return {
    node: element(
      'div',
      { class: 'entry-field' },
      element('label', { for: 'new-id' }, element('span', { text: t('edit.id') }), element('span', { class: 'must', text: t('edit.required') })),
      input,
      element('p', { class: 'quiet entry-field__help', text: t('edit.idHelp') }),
      problem,
    ),
    read: () => {
      const text = input.value.trim();
      problem.hidden = Boolean(text);
      problem.textContent = t('edit.missing');
      input.setAttribute('aria-invalid', String(!text));
      if (!text) input.focus();
      return text;
    },
  };
}

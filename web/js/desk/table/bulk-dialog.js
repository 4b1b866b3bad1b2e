import { editFeatures } from '../../api-desk.js';
import { today } from '../../day.js';
import { element } from '../../dom.js';
import { valueText } from '../../facts.js';
import { failureBox } from '../../failure.js';
import * as format from '../../format.js';
import { t, titleOf } from '../../i18n.js';
import { openDialog } from '../dialog.js';

const MOST_SHOWN = 200;

/**
 * Gives many objects of a layer the same value: first a field, a value and a day, then what would be
 * changed field by field, and only then is it recorded.
 *
 * @param {object} declaration of the layer
 * @param {string[]} ids
 * @param {(answer: object, field: object) => void} done hears of what was recorded
 */
export function bulkDialog(declaration, ids, done) {
  const fields = editableFields(declaration);
  const preview = element('div', { class: 'bulk__preview', 'aria-live': 'polite' });
  const record = element('button', {
    type: 'button',
    class: 'button button--main',
    text: t('bulk.record'),
    disabled: true,
    dataset: { testid: 'bulk-record' },
  });
  let seen = null;
  const dialog = openDialog(
    {
      title: t('bulk.title', { count: format.count(ids.length), layer: titleOf(declaration.title) }),
      testid: 'bulk-dialog',
      wide: true,
    },
    () => [
      element(
        'form',
        { class: 'bulk', on: { input: () => look(), submit: (event) => event.preventDefault() } },
        labelled('bulk.field', select('field', fields.map((one) => [one.name, titleOf(one.title)]))),
        labelled('bulk.value', element('select', { class: 'field', name: 'value', dataset: { testid: 'bulk-value' } })),
        labelled('bulk.from', element('input', { class: 'field', type: 'date', name: 'from', required: true, value: today() })),
      ),
      preview,
      element('div', { class: 'dialog__actions' }, record),
    ],
  );
  const form = dialog.querySelector('form');
  const field = () => fields.find(({ name }) => name === form.elements.field.value);
  const writeValues = () =>
    form.elements.value.replaceChildren(
      element('option', { value: '', text: t('bulk.choose') }),
      ...Object.entries(field().values).map(([value, titles]) =>
        element('option', { value, text: titleOf(titles) }),
      ),
    );
  form.elements.field.addEventListener('change', writeValues);
  writeValues();
  preview.append(element('p', { class: 'quiet', text: t('bulk.first') }));

  async function look() {
    record.disabled = true;
    const question = { value: form.elements.value.value, from: form.elements.from.value };
    seen = question;
    if (!question.value || !question.from) return;
    const set = { [field().name]: question.value };
    preview.replaceChildren(element('div', { class: 'skeleton' }));
    try {
      const named = ids.map((id) => ({ id }));
      const answer = await editFeatures(declaration.id, named, set, question.from, true);
      if (seen !== question) return;
      preview.replaceChildren(...previewOf(answer, field()));
      record.disabled = answer.changed === 0;
      record.onclick = () => commit(answer, set, question.from);
    } catch (failure) {
      if (seen === question) preview.replaceChildren(failureBox(failure, look));
    }
  }

  async function commit(answer, set, from) {
    record.disabled = true;
    const touched = answer.features.filter(({ changes }) => changes.length);
    const named = touched.map(({ id, version }) => ({ id, version }));
    try {
      const recorded = await editFeatures(declaration.id, named, set, from, false);
      dialog.close();
      done(recorded, field());
    } catch (failure) {
      preview.replaceChildren(failureBox(failure, look));
    }
  }
}

/** The fields that are given to many at once: the department on record and the class. */
export function editableFields({ onRecord, fields }) {
  const names = [onRecord?.department, 'class'];
  return names.map((name) => fields.find((one) => one.name === name && one.values)).filter(Boolean);
}

function previewOf({ changed, unchanged, features }, field) {
  const touched = features.filter(({ changes }) => changes.length);
  return [
    element('p', {
      class: 'bulk__sum',
      dataset: { testid: 'bulk-sum' },
      text: t('bulk.sum', { changed: format.count(changed), unchanged: format.count(unchanged) }),
    }),
    element(
      'div',
      { class: 'bulk__list', tabindex: 0, role: 'region', 'aria-label': t('bulk.preview') },
      element(
        'table',
        { class: 'beside' },
        element('thead', {}, element('tr', {}, ...['table.name', 'bulk.before', 'bulk.after'].map((key) => element('th', { scope: 'col', text: t(key) })))),
        element('tbody', {}, ...touched.slice(0, MOST_SHOWN).map((one) => previewRow(one, field))),
      ),
    ),
    touched.length > MOST_SHOWN
      ? element('p', { class: 'quiet', text: t('bulk.more', { count: format.count(touched.length - MOST_SHOWN) }) })
      : element('span'),
  ];
}

function previewRow({ name, changes: [{ before, after }] }, field) {
  return element(
    'tr',
    {},
    element('th', { scope: 'row', text: name }),
    element('td', {
      class: `bulk__before${before === null ? ' bulk__before--empty' : ''}`,
      text: valueText(field, before) || t('table.empty'),
    }),
    element('td', { text: valueText(field, after) }),
  );
}

function labelled(key, control) {
  return element('label', { class: 'bulk__one' }, element('span', { class: 'quiet', text: t(key) }), control);
}

function select(name, options) {
  return element(
    'select',
    { class: 'field', name, dataset: { testid: `bulk-${name}` } },
    ...options.map(([value, text]) => element('option', { value, text })),
  );
}

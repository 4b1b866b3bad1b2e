import { element } from '../dom.js';
import * as format from '../format.js';
import { t, titleOf } from '../i18n.js';
import { progressBar } from './progress-bar.js';
import { sectionLink } from './route.js';

const UNFINISHED = ['uploaded', 'checked', 'failed', 'cancelled'];
const COUNTS = ['created', 'changed', 'closed', 'unchanged', 'refused'];

/** One import in the list: what, who, when, what came of it, and what can still be done. */
export function importRow(one, declarations, job, { undo, cancel, remove }) {
  const layer = declarations.find(({ id }) => id === one.layer);
  return element(
    'article',
    { class: 'import-row', dataset: { testid: 'import-row', id: one.id } },
    element(
      'div',
      { class: 'import-row__name' },
      sectionLink({ view: 'import', import: one.id }, { class: 'import-row__file' }, one.fileName),
      element('span', { class: 'quiet number', text: format.bytes(one.bytes) }),
    ),
    element('span', { class: `tag state state--${one.state}`, text: t(`state.${one.state}`) }),
    element('p', {
      class: 'quiet import-row__who number',
      text: [titleOf(layer?.title) || one.layer, one.createdBy, format.moment(one.createdAt), ...writer(one)].join(' · '),
    }),
    one.counts ? counts(one.counts) : null,
    ['checking', 'committing'].includes(one.state) ? running(one, job, cancel) : actions(one, undo, remove),
  );
}

/** Whoever had it written, where that is not who uploaded it. */
function writer({ state, createdBy, committedBy }) {
  const written = ['committing', 'committed', 'undone'].includes(state);
  return written && committedBy && committedBy !== createdBy ? [t('imports.writtenBy', { name: committedBy })] : [];
}

function counts(numbers) {
  return element(
    'p',
    { class: 'import-row__counts number' },
    ...COUNTS.filter((kind) => numbers[kind] > 0).map((kind) =>
      element('span', { class: `count count--${kind}`, text: `${t(`result.${kind}`)} ${format.count(numbers[kind])}` }),
    ),
  );
}

function running(one, job, cancel) {
  const bar = progressBar(t(`state.${one.state}`), cancel);
  const known = job?.total ? Math.min(1, job.done / job.total) : null;
  bar.show(known, job ? t('import.rowsDone', { done: format.count(job.done) }) : '');
  return bar.node;
}

function actions({ id, state, counts: numbers }, undo, remove) {
  return element(
    'div',
    { class: 'import-row__actions' },
    sectionLink({ view: 'import', import: id }, { class: 'button' }, t(UNFINISHED.includes(state) ? 'imports.goOn' : 'imports.look')),
    numbers?.refused
      ? element('a', { class: 'button', href: `/api/imports/${encodeURIComponent(id)}/refused`, download: true, text: t('result.refusedFile') })
      : null,
    state === 'committed'
      ? element('button', { type: 'button', class: 'button button--danger', text: t('import.undo'), dataset: { testid: 'undo-import' }, on: { click: undo } })
      : null,
    UNFINISHED.includes(state)
      ? element('button', { type: 'button', class: 'button', text: t('imports.remove'), dataset: { testid: 'remove-import' }, on: { click: remove } })
      : null,
  );
}

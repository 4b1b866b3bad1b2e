import { ask } from '../api-request.js';
import { element } from '../dom.js';
import { failureBox } from '../failure.js';
import { icon } from '../icons.js';
import { language, t } from '../i18n.js';
import { isTable } from '../tables.js';
import { datumSelect } from './datum-select.js';
import { ExportFilters } from './export-filters.js';
import { templateLink } from './template-link.js';

const PLACED = ['shp', 'kml'];
const FORMATS = ['xlsx', 'csv', 'geojson', 'geojsonl', 'shp', 'gpkg', 'kml'];

/** Chooses how a layer leaves; the download is a plain link, so that a browser can resume or copy it. */
export function exportForm(declaration) {
  const { id } = declaration;
  const filters = new ExportFilters(declaration);
  const message = element('div', { class: 'out-form__note', 'aria-live': 'polite' });
  const format = element(
    'select',
    { class: 'field', dataset: { testid: `format-${id}` } },
    ...FORMATS.filter((name) => !isTable(declaration) || !PLACED.includes(name)).map((name) => element('option', { value: name, text: t(`format.${name}`) })),
  );
  const crs = datumSelect({ testid: `crs-${id}`, empty: t('export.own') });
  const at = element('input', { type: 'date', class: 'field number' });
  const bom = element('input', { type: 'checkbox', class: 'switch', checked: true });
  const headings = element('input', { type: 'checkbox', class: 'switch', checked: language() === 'zh' });
  const link = element(
    'a',
    { class: 'button button--main', download: true, dataset: { testid: `download-${id}` } },
    icon('download', 18),
    t('export.download'),
  );
  const write = () => {
    const query = new URLSearchParams({ format: format.value });
    if (crs.value) query.set('crs', crs.value);
    if (at.value) query.set('at', at.value);
    if (format.value === 'csv' && bom.checked) query.set('bom', 'true');
    filters.writeTo(query);
    query.set('lang', headings.checked ? 'zh' : 'en');
    link.href = `/api/layers/${encodeURIComponent(id)}/export?${query}`;
    bomLabel.hidden = format.value !== 'csv';
  };
  const bomLabel = labelled(t('export.bom'), bom, 'check');
  const form = element(
    'div',
    { class: 'out-form' },
    labelled(t('export.format'), format),
    isTable(declaration) ? null : labelled(t('export.crs'), crs),
    labelled(t('export.at'), at),
    labelled(t('export.headings'), headings, 'check'),
    bomLabel,
    filters.node,
    link,
    templateLink(declaration),
    message,
    element('p', { class: 'quiet out-form__note', text: t(noteOf(declaration)) }),
  );
  form.addEventListener('input', () => {
    message.replaceChildren();
    write();
  });
  link.addEventListener('click', (event) => askFirst(event, link, message));
  write();
  return form;
}

function noteOf(declaration) {
  if (!declaration.count) return 'export.empty';
  return isTable(declaration) ? 'export.noteRows' : 'export.note';
}

// What cannot be exported as asked is said here; only what can be is downloaded.
async function askFirst(event, link, message) {
  event.preventDefault();
  const address = link.href;
  try {
    await ask(address, { method: 'HEAD', accept: '*/*' });
    message.replaceChildren();
    const download = element('a', { href: address, download: true, hidden: true });
    document.body.append(download);
    download.click();
    download.remove();
  } catch (failure) {
    message.replaceChildren(failureBox(await withDetail(address, failure), null));
  }
}

// The answer to HEAD has no body to say what is wrong.
async function withDetail(address, failure) {
  if (!failure.status) return failure;
  try {
    const answer = await ask(address, { accept: 'application/problem+json' });
    await answer.body?.cancel();
    return failure;
  } catch (told) {
    return told;
  }
}

function labelled(text, input, kind = 'over') {
  return element('label', { class: `labelled labelled--${kind}` }, element('span', { text }), input);
}

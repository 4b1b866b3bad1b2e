import { ask } from '../api-request.js';
import { element } from '../dom.js';
import { failureBox } from '../failure.js';
import { icon } from '../icons.js';
import { language, t } from '../i18n.js';
import { datumSelect } from './datum-select.js';
import { ExportFilters } from './export-filters.js';

const FORMATS = ['xlsx', 'csv', 'geojson', 'geojsonl', 'shp', 'gpkg', 'kml'];

/** Chooses how a layer leaves; the download is a plain link, so that a browser can resume or copy it. */
export function exportForm(declaration) {
  const { id, count } = declaration;
  const filters = new ExportFilters(declaration);
  const message = element('div', { class: 'out-form__note', 'aria-live': 'polite' });
  const format = element(
    'select',
    { class: 'field', dataset: { testid: `format-${id}` } },
    ...FORMATS.map((name) => element('option', { value: name, text: t(`format.${name}`) })),
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
    labelled(t('export.crs'), crs),
    labelled(t('export.at'), at),
    labelled(t('export.headings'), headings, 'check'),
    bomLabel,
    filters.node,
    link,
    message,
    element('p', { class: 'quiet out-form__note', text: t(count ? 'export.note' : 'export.empty') }),
  );
  form.addEventListener('input', () => {
    message.replaceChildren();
    write();
  });
  link.addEventListener('click', (event) => askFirst(event, link, message));
  write();
  return form;
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

import { element } from '../dom.js';
import { icon } from '../icons.js';
import { language, t } from '../i18n.js';
import { datumSelect } from './datum-select.js';

const FORMATS = ['xlsx', 'csv', 'geojson', 'geojsonl', 'shp', 'gpkg', 'kml'];

/** Chooses how a layer leaves; the download is a plain link, so that a browser can resume or copy it. */
export function exportForm({ id, count }) {
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
    link,
    element('p', { class: 'quiet out-form__note', text: t(count ? 'export.note' : 'export.empty') }),
  );
  form.addEventListener('input', write);
  write();
  return form;
}

function labelled(text, input, kind = 'over') {
  return element('label', { class: `labelled labelled--${kind}` }, element('span', { text }), input);
}

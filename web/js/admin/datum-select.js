import { element } from '../dom.js';
import { t } from '../i18n.js';
import { DATUMS, findZone, gaussZones, kindOf } from './datums.js';

/** What a datum is called. */
export function datumName(code) {
  const kind = kindOf(code);
  if (!kind) return code ?? '';
  if (kind !== 'gauss') return t(`datum.${keyOf(kind)}`);
  const zone = findZone(code);
  return t(zone.prefixed ? 'datum.zoneNumbered' : 'datum.zone', zone);
}

/** A datum as a select; the first entry stands for none chosen. */
export function datumSelect({ testid, empty, value = '' }) {
  const plain = DATUMS.filter((code) => code !== 'gauss');
  const select = element(
    'select',
    { class: 'field', dataset: { testid } },
    element('option', { value: '', text: empty }),
    ...plain.map(option),
    zones('datum.numbered', true),
    zones('datum.plain', false),
  );
  select.value = value;
  return select;
}

/** Names as parts of keys: a colon cannot stand there. */
export function keyOf(kind) {
  return kind.replace(':', '').toLowerCase();
}

function zones(key, prefixed) {
  return element(
    'optgroup',
    { label: t(key) },
    ...gaussZones(prefixed).map(({ code }) => option(code)),
  );
}

function option(code) {
  return element('option', { value: code, text: datumName(code) });
}

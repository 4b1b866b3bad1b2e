import { element } from '../../dom.js';
import { t } from '../../i18n.js';
import { DATUMS, findZone, gaussZones, kindOf } from '../datums.js';
import { datumName, keyOf } from '../datum-select.js';

/**
 * In which datum the coordinates are: always chosen by somebody or named by the file, never assumed.
 *
 * @param {{crs: string|null, fileCrs: string|null, hint: {column, crs}|null,
 *     stored: {name, crs}|null}} known what the file names, a heading suggests, or somebody kept with
 *     the mapping that fits: only the first of these counts as named
 * @param {(crs: string|null) => void} choose
 */
export function datumChoice({ crs, fileCrs, hint, stored }, choose) {
  const zone = zoneSelect(crs, choose);
  const cards = element(
    'div',
    { class: 'datums' },
    ...DATUMS.map((kind) => card(kind, kindOf(crs) === kind, zone, choose)),
  );
  return element(
    'fieldset',
    { class: 'datum-choice', dataset: { testid: 'datum' } },
    element('legend', { class: 'block__title', text: t('import.datum') }),
    element('p', { class: 'quiet', text: fileCrs ? t('import.datumNamed', { datum: datumName(fileCrs) }) : t('import.datumNone') }),
    hint && !crs
      ? element('p', { class: 'hint', dataset: { testid: 'datum-hint' }, text: t('import.datumHint', { column: hint.column, datum: datumName(hint.crs) }) })
      : null,
    stored && !crs ? storedHint(stored, cards, zone) : null,
    cards,
    element(
      'details',
      { class: 'more' },
      element('summary', { text: t('import.datumHelp') }),
      element(
        'ul',
        { class: 'notes' },
        ...['asker', 'source', 'check', 'numbers'].map((name) =>
          element('li', { text: t(`help.${name}`) }),
        ),
      ),
    ),
  );
}

// The same columns do not make the same source: what was right for the last file is only offered.
function storedHint({ name, crs }, cards, zone) {
  const node = element(
    'div',
    { class: 'hint hint--act', dataset: { testid: 'datum-stored' } },
    element('span', { text: t('import.datumStored', { name, datum: datumName(crs) }) }),
    element('button', {
      type: 'button',
      class: 'button',
      text: t('import.datumTake', { datum: datumName(crs) }),
      dataset: { testid: 'take-stored-datum' },
      on: {
        click: () => {
          const kind = kindOf(crs);
          if (kind === 'gauss') zone.querySelector('select').value = crs;
          cards.querySelector(`input[value="${kind}"]`).click();
          node.remove();
        },
      },
    }),
  );
  return node;
}

function card(kind, checked, zone, choose) {
  const input = element('input', {
    type: 'radio',
    name: 'datum',
    value: kind,
    checked,
    dataset: { testid: `datum-${keyOf(kind)}` },
  });
  const isZone = kind === 'gauss';
  zone.hidden = isZone ? !checked : zone.hidden;
  input.addEventListener('change', () => {
    zone.hidden = !isZone;
    choose(isZone ? zone.querySelector('select').value || null : kind);
  });
  return element(
    'label',
    { class: 'datums__one' },
    input,
    element('strong', { text: t(`datum.${keyOf(kind)}`) }),
    element('span', { class: 'quiet', text: t(`about.${keyOf(kind)}`) }),
    isZone ? zone : null,
  );
}

function zoneSelect(crs, choose) {
  const select = element(
    'select',
    { class: 'field', 'aria-label': t('datum.meridian'), dataset: { testid: 'zone' } },
    element('option', { value: '', text: t('datum.chooseZone') }),
    ...[true, false].map((prefixed) =>
      element(
        'optgroup',
        { label: t(prefixed ? 'datum.numbered' : 'datum.plain') },
        ...gaussZones(prefixed).map(({ code, zone, meridian }) =>
          element('option', { value: code, text: t('datum.zoneShort', { zone, meridian, code }) }),
        ),
      ),
    ),
  );
  select.value = findZone(crs)?.code ?? '';
  select.addEventListener('change', () => choose(select.value || null));
  return element('span', { class: 'datums__zone', hidden: true }, select);
}

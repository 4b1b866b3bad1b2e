import { element, svg } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';

const POINTS = Array.from({ length: 16 }, (_, index) => index * 22.5);
const SPREADS = [22.5, 45, 67.5, 90];
const FIRST = { from: 45, spread: 45 };

/**
 * Keeps only what lies upwind of a station: where its dust comes from.
 *
 * @param {{from: number, spread: number}|null} wind
 * @param {(wind: object|null) => void} change
 */
export function windControl(wind, change) {
  return element(
    'div',
    { class: 'control wind' },
    element(
      'label',
      { class: 'wind__switch' },
      element('input', {
        type: 'checkbox',
        class: 'switch',
        checked: Boolean(wind),
        dataset: { testid: 'wind', focus: 'wind' },
        on: { change: (event) => change(event.target.checked ? FIRST : null) },
      }),
      element('span', { text: t('desk.upwind') }),
    ),
    ...(wind ? choices(wind, change) : []),
  );
}

function choices(wind, change) {
  return [
    choice(
      t('desk.windFrom'),
      'wind-from',
      withOwn(POINTS, wind.from),
      wind.from,
      windText,
      (from) => change({ ...wind, from }),
    ),
    choice(
      t('desk.windSpread'),
      'wind-spread',
      withOwn(SPREADS, wind.spread),
      wind.spread,
      (one) => `±${one}°`,
      (spread) => change({ ...wind, spread }),
    ),
    rose(wind),
  ];
}

// A link can name any direction; it is then one of the choices.
function withOwn(usual, own) {
  return usual.includes(own) ? usual : [...usual, own].sort((a, b) => a - b);
}

function windText(degrees) {
  return t('desk.wind', { name: format.compass(degrees, 16), degrees });
}

function choice(title, id, values, value, text, choose) {
  return element(
    'select',
    {
      class: 'field',
      'aria-label': title,
      title,
      dataset: { testid: id, focus: id },
      on: { change: (event) => choose(Number(event.target.value)) },
    },
    ...values.map((one) =>
      element('option', { value: one, selected: one === value, text: text(one) }),
    ),
  );
}

// A picture of the sector, so that nobody has to remember which way degrees run.
function rose({ from, spread }) {
  const at = (degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return `${(16 + 13 * Math.sin(angle)).toFixed(2)} ${(16 - 13 * Math.cos(angle)).toFixed(2)}`;
  };
  const sector = `M16 16L${at(from - spread)}A13 13 0 ${spread > 90 ? 1 : 0} 1 ${at(from + spread)}Z`;
  return svg(
    'svg',
    { class: 'wind__rose', viewBox: '0 0 32 32', width: 32, height: 32, 'aria-hidden': 'true' },
    svg('circle', { cx: 16, cy: 16, r: 13, class: 'wind__ring' }),
    svg('path', { d: sector, class: 'wind__sector' }),
    svg('path', { d: 'M16 1v4', class: 'wind__north' }),
    svg('circle', { cx: 16, cy: 16, r: 2, class: 'wind__centre' }),
  );
}

import { element } from '../dom.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { MOST_RADII } from './state.js';

const USUAL = [500, 1000, 2000, 3000, 5000, 10_000];

/**
 * Rings inside the radius, so that what is near is told from what is farther; a few, as a link names.
 *
 * @param {number[]} radii metres, rising; the last is the radius itself
 * @param {(radii: number[]) => void} change
 */
export function ringControl(radii, change) {
  const most = radii[radii.length - 1];
  const inner = radii.slice(0, -1);
  const offered = [...new Set([...USUAL, ...inner])].filter((one) => one < most).sort((a, b) => a - b);
  if (offered.length === 0) return null;
  return element(
    'div',
    { class: 'control rings', role: 'group', 'aria-label': t('desk.rings') },
    element('span', { class: 'control__title', text: t('desk.rings') }),
    element(
      'div',
      { class: 'chips' },
      ...offered.map((metres) =>
        element('button', {
          type: 'button',
          class: 'chip number',
          'aria-pressed': String(inner.includes(metres)),
          disabled: radii.length >= MOST_RADII && !inner.includes(metres),
          text: format.radius(metres),
          dataset: { testid: `ring-${metres}`, focus: `ring-${metres}` },
          on: { click: () => change(withRing(radii, metres)) },
        }),
      ),
    ),
  );
}

function withRing(radii, metres) {
  return radii.includes(metres)
    ? radii.filter((one) => one !== metres)
    : [...radii, metres].sort((a, b) => a - b);
}

/** The rings that are left inside another radius. */
export function ringsWithin(radii, radius) {
  return [...radii.slice(0, -1).filter((one) => one < radius), radius];
}

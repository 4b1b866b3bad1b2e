import { addressWith, askedDay } from './address.js';
import { element, required } from './dom.js';
import { onLanguageChange, t } from './i18n.js';

/** Says under the top bar which day the page is about, when that is not today, and leads back. */
export function startDayStrip() {
  const day = askedDay();
  if (!day || !isDay(day)) return;
  const text = element('strong', { class: 'number' });
  const back = element('a', { class: 'day-strip__back', dataset: { testid: 'today' } });
  const write = () => {
    text.textContent = t('day.strip', { day });
    back.textContent = t('day.today');
  };
  for (const moment of ['pointerdown', 'focus', 'click'])
    back.addEventListener(moment, () => lead(back));
  lead(back);
  onLanguageChange(write);
  write();
  document.documentElement.dataset.day = day;
  required('.bar').after(
    element(
      'div',
      { class: 'day-strip', role: 'status', dataset: { testid: 'day-strip' } },
      text,
      back,
    ),
  );
}

/** Chooses the day. The page is loaded again, because everything on it may be another. */
export function dayChooser() {
  const shown = isDay(askedDay()) ? askedDay() : today();
  const input = element('input', {
    type: 'date',
    class: 'field number',
    required: true,
    value: shown,
    'aria-label': t('day.choose'),
    dataset: { testid: 'day' },
  });
  const button = element('button', {
    type: 'submit',
    class: 'button',
    text: t('day.show'),
    hidden: true,
    dataset: { testid: 'show-day' },
  });
  // While a year is being typed the field holds other days, so it does not act by itself.
  input.addEventListener('input', () => {
    button.hidden = !input.value || input.value === shown;
  });
  const form = element(
    'form',
    { class: 'day-chooser' },
    element('span', { class: 'control__title', text: t('day.choose') }),
    input,
    button,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.assign(addressWith({ at: input.value === today() ? null : input.value }));
  });
  return form;
}

/** A link to the same page as it is today. */
export function todayLink() {
  return lead(element('a', { class: 'button', text: t('day.today') }));
}

// The map writes its place to the address all the time: the link takes it along as it is now.
function lead(link) {
  link.href = addressWith({ at: null });
  return link;
}

function isDay(text) {
  const day = /^\d{4}-\d\d-\d\d$/.test(text ?? '') ? new Date(`${text}T00:00:00Z`) : null;
  return Boolean(day) && Number.isFinite(day.getTime()) && day.toISOString().startsWith(text);
}

/** The day after one, as `2026-11-22`. */
export function dayAfter(day) {
  return shifted(day, 1);
}

export function dayBefore(day) {
  return shifted(day, -1);
}

function shifted(day, by) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** Today where whoever looks is. */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

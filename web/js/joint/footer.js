import { today } from '../day.js';
import { t } from '../i18n.js';

/** What stands at the foot of each page of paper: what it is, when it was printed, of which day. */
export function writeFooter(title, day) {
  const text = `${title} · ${t('joint.footDay', { day })} · ${t('joint.footPrinted', { day: today() })}`;
  document.documentElement.style.setProperty('--page-foot', JSON.stringify(text));
}

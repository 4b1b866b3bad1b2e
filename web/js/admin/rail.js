import { element } from '../dom.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';
import { SECTIONS, sectionLink } from './route.js';

const ICONS = { layers: 'layers', import: 'upload', imports: 'clock', edit: 'pencil', trail: 'list' };

/** The sections of the page, with the one that is shown marked. */
export function writeRail(root, current) {
  root.replaceChildren(
    element('p', { class: 'rail__title', text: t('page.admin') }),
    ...SECTIONS.map((section) =>
      sectionLink(
        { view: section },
        {
          class: 'rail__link',
          'aria-current': section === current ? 'page' : null,
          dataset: { testid: `section-${section}` },
        },
        icon(ICONS[section]),
        element('span', { text: t(`admin.${section}`) }),
      ),
    ),
    element('p', { class: 'rail__note', text: t('admin.promise') }),
  );
}

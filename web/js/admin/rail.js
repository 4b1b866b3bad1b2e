import { element } from '../dom.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';
import { GROUPS, sectionLink } from './route.js';

const ICONS = {
  start: 'check',
  layers: 'layers',
  import: 'upload',
  imports: 'clock',
  edit: 'pencil',
  parties: 'people',
  accounts: 'account',
  tokens: 'link',
  health: 'locate',
  trail: 'list',
};

/** The sections of the page, with the one that is shown marked. On a phone they open from one button. */
export function writeRail(root, current) {
  root.classList.remove('rail--open');
  const toggle = element(
    'button',
    {
      type: 'button',
      class: 'rail__toggle',
      'aria-expanded': 'false',
      'aria-controls': 'rail-list',
      dataset: { testid: 'sections' },
      on: { click: () => toggle.setAttribute('aria-expanded', String(root.classList.toggle('rail--open'))) },
    },
    icon(ICONS[current], 18),
    element('span', { text: t(`admin.${current}`) }),
    element('span', { class: 'rail__more', text: t('admin.more') }, icon('down', 16)),
  );
  root.replaceChildren(
    toggle,
    element(
      'div',
      { class: 'rail__list', id: 'rail-list' },
      ...GROUPS.map(({ title, sections }) => group(title, sections, current)),
    ),
    element('p', { class: 'rail__note', text: t('admin.promise') }),
  );
}

function group(title, sections, current) {
  return element(
    'div',
    { class: 'rail__group', role: 'group', 'aria-label': t(title) },
    element('p', { class: 'rail__title', text: t(title) }),
    ...sections.map((section) =>
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
  );
}

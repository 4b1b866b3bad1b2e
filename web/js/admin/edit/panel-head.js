import { element } from '../../dom.js';
import { icon } from '../../icons.js';
import { t, titleOf } from '../../i18n.js';
import { isTable } from '../../tables.js';
import { sectionLink } from '../route.js';

/** Whose panel it is, the way back, and the ways to look at it. */
export function panelHead(declaration, feature, current) {
  const layer = declaration.id;
  const name = feature
    ? (feature.properties.name ?? feature.id)
    : t('edit.new', { layer: titleOf(declaration.title) });
  const tab = (key, route) =>
    sectionLink(
      { view: 'edit', feature: `${layer}/${feature.id}`, ...route },
      { class: 'tabs__one', 'aria-current': key === current ? 'page' : null, dataset: { testid: `tab-${key}` } },
      t(`edit.${key}`),
    );
  return element(
    'header',
    { class: 'workbench__head' },
    sectionLink(
      { view: 'edit', layer },
      { class: 'icon-button', 'aria-label': t('edit.back'), title: t('edit.back') },
      icon('back'),
    ),
    element(
      'div',
      { class: 'workbench__name' },
      element('h1', { class: 'panel__title', text: name }),
      element('p', {
        class: 'quiet number',
        text: feature ? `${titleOf(declaration.title)} · ${feature.id}` : t(isTable(declaration) ? 'edit.newRow' : 'edit.newAbout'),
      }),
    ),
    feature
      ? element('nav', { class: 'tabs', 'aria-label': name }, tab('form', {}), tab('history', { tab: 'history' }))
      : null,
  );
}

import { element } from '../../dom.js';
import * as format from '../../format.js';
import { t } from '../../i18n.js';
import { datumName } from '../datum-select.js';

/** The datum that was named does not look right, and another one does: one press tries that one. */
export function suspectNotice({ named, offered, rows, insideNamed, insideOffered }, use) {
  return element(
    'div',
    { class: 'notice notice--warning suspect', role: 'alert', dataset: { testid: 'suspect' } },
    element('p', { class: 'notice__title', text: t('suspect.title') }),
    element('p', {
      text: t('suspect.text', {
        rows: format.count(rows),
        named: datumName(named),
        offered: datumName(offered),
        insideNamed: format.count(insideNamed),
        insideOffered: format.count(insideOffered),
      }),
    }),
    use
      ? element('button', {
          type: 'button',
          class: 'button button--main',
          text: t('suspect.use', { datum: datumName(offered) }),
          dataset: { testid: 'use-offered' },
          on: { click: use },
        })
      : null,
  );
}

/** The mapping does not look right, such as when longitude and latitude are exchanged. */
export function mappingNotice(use) {
  return element(
    'div',
    { class: 'notice notice--warning suspect', role: 'alert', dataset: { testid: 'suspect-mapping' } },
    element('p', { class: 'notice__title', text: t('suspect.mapping') }),
    element('p', { text: t('suspect.mappingText') }),
    use
      ? element('button', { type: 'button', class: 'button button--main', text: t('suspect.useMapping'), on: { click: use } })
      : null,
  );
}

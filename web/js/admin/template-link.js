import { element } from '../dom.js';
import { icon } from '../icons.js';
import { language, t } from '../i18n.js';

/** A workbook to fill in for a layer; its headings are those that an import recognises. */
export function templateLink({ id }) {
  return element(
    'a',
    {
      class: 'button button--quiet',
      href: `/api/layers/${encodeURIComponent(id)}/template?lang=${language() === 'zh' ? 'zh' : 'en'}`,
      download: true,
      dataset: { testid: `template-${id}` },
    },
    icon('file', 18),
    t('layers.template'),
  );
}

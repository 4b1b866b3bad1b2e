import { findingsFile } from '../api-audit.js';
import { element } from '../dom.js';
import * as format from '../format.js';
import { icon } from '../icons.js';
import { language, t } from '../i18n.js';

/** How many findings there are, and the ways to take them along: exactly those that are shown. */
export class Head {
  constructor(root) {
    this.root = root;
  }

  show(total, query) {
    this.root.replaceChildren(
      element(
        'h1',
        { class: 'summary__line', 'aria-live': 'polite' },
        element('strong', {
          class: 'summary__total number',
          text: Number.isFinite(total) ? format.count(total) : '–',
          dataset: { testid: 'finding-count' },
        }),
        element('span', { text: t('audit.unit') }),
      ),
      element(
        'p',
        { class: 'audit-files' },
        file('XLSX', findingsFile(query, 'xlsx', language()), total, 'export-xlsx'),
        file('GeoJSON', findingsFile(query, 'geojson'), total, 'export-geojson'),
      ),
    );
  }
}

function file(name, href, total, testid) {
  return element(
    'a',
    {
      class: 'button button--quiet',
      href: total ? href : null,
      'aria-disabled': total ? null : 'true',
      'aria-label': t('audit.download', { format: name }),
      download: '',
      dataset: { testid },
    },
    icon('download', 18),
    name,
  );
}

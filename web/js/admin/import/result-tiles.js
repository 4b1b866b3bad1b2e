import { element } from '../../dom.js';
import * as format from '../../format.js';
import { t } from '../../i18n.js';
import { symbolCanvas } from '../../symbols.js';
import { STYLES } from './kinds.js';

const KINDS = ['created', 'changed', 'unchanged', 'closed', 'refused', 'repaired'];

/** How many rows would do what, or have done it. */
export function resultTiles(result) {
  return element(
    'dl',
    { class: 'tiles', dataset: { testid: 'tiles' } },
    tile('rows', result.rows, null),
    ...KINDS.map((kind) => tile(kind, result[kind], STYLES[kind] ?? null)),
  );
}

function tile(kind, count, style) {
  return element(
    'div',
    { class: `tile tile--${kind}${count ? '' : ' tile--none'}`, dataset: { testid: `count-${kind}` } },
    element('dt', {}, style ? symbolCanvas(style, 16) : null, t(`result.${kind}`)),
    element('dd', { class: 'number', text: format.count(count) }),
  );
}

import { element } from '../../dom.js';
import { t } from '../../i18n.js';
import { doubleTargets, missingTargets, targetGroups } from './mapping-targets.js';

const SAMPLES = 3;

/** Which column of the file is what in the layer; what was guessed says so until somebody touches it. */
export class MappingTable {
  /**
   * @param {object} body the import
   * @param {Set<string>} guessed columns whose target nobody has confirmed
   */
  constructor(declaration, body, columns, guessed, change) {
    this.declaration = declaration;
    this.body = body;
    this.columns = { ...columns };
    this.guessed = guessed;
    this.change = change;
    this.groups = targetGroups(declaration, body.description.ownGeometry);
    this.missing = element('div', { class: 'mapping__missing', 'aria-live': 'polite' });
    this.rows = body.description.columns.map((name, index) => this.row(name, index));
    this.node = element(
      'div',
      { class: 'mapping', dataset: { testid: 'mapping' } },
      element(
        'div',
        { class: 'mapping__row mapping__row--head' },
        ...['mapping.column', 'mapping.samples', 'mapping.target'].map((key) =>
          element('span', { text: t(key) }),
        ),
      ),
      ...this.rows.map(({ node }) => node),
      this.missing,
    );
    this.write();
  }

  row(name, index) {
    const select = element(
      'select',
      { class: 'field', 'aria-label': t('mapping.of', { column: name }), dataset: { testid: 'target', column: name } },
      element('option', { value: '', text: t('mapping.none') }),
      ...this.groups.map(({ label, options }) =>
        element(
          'optgroup',
          { label },
          ...options.map(({ value, text }) => element('option', { value, text })),
        ),
      ),
    );
    const mark = element('span', { class: 'mapping__mark' });
    select.addEventListener('change', () => this.choose(name, select.value));
    const samples = [...new Set(this.body.sample.map((cells) => cells[index]).filter(Boolean))];
    return {
      name,
      select,
      mark,
      node: element(
        'div',
        { class: 'mapping__row' },
        element('strong', { class: 'mapping__column', text: name }),
        element('span', { class: 'quiet mapping__samples', text: samples.slice(0, SAMPLES).join(' · ') || t('mapping.empty') }),
        element('span', { class: 'mapping__target' }, select, mark),
      ),
    };
  }

  choose(column, target) {
    if (target) this.columns[column] = target;
    else delete this.columns[column];
    this.guessed.delete(column);
    this.write();
    this.change(this.columns);
  }

  write() {
    const doubles = new Set(doubleTargets(this.columns));
    for (const { name, select, mark, node } of this.rows) {
      const target = this.columns[name] ?? '';
      select.value = target;
      const twice = doubles.has(target);
      select.setAttribute('aria-invalid', String(twice));
      node.classList.toggle('mapping__row--unused', !target);
      mark.className = twice ? 'mapping__mark mapping__mark--wrong' : 'mapping__mark';
      mark.textContent = twice ? t('mapping.twice') : target && this.guessed.has(name) ? t('mapping.guessed') : '';
    }
    const missing = missingTargets(this.declaration, this.body.description.ownGeometry, this.columns);
    this.missing.replaceChildren(
      ...(missing.length
        ? [element('p', { class: 'notice notice--warning', dataset: { testid: 'missing' }, text: t('mapping.missing', { fields: missing.join(t('names.separator')) }) })]
        : []),
    );
  }

  get complete() {
    return (
      missingTargets(this.declaration, this.body.description.ownGeometry, this.columns).length === 0 &&
      doubleTargets(this.columns).length === 0
    );
  }
}

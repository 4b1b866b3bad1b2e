import { getHistory } from '../../api-edit.js';
import { element } from '../../dom.js';
import { t } from '../../i18n.js';
import { isTable } from '../../tables.js';
import { entriesOf } from './history-entries.js';
import { historyCard } from './history-card.js';
import { panelHead } from './panel-head.js';

/** What was recorded of a feature, the newest first; the map shows the change that is chosen. */
export class HistoryPanel {
  constructor(root, declaration, id, map) {
    this.root = root;
    this.declaration = declaration;
    this.id = id;
    this.map = map;
  }

  async start(signal) {
    const versions = await getHistory(this.declaration.id, this.id, signal);
    const entries = entriesOf(versions);
    const known = versions.find((version) => !version.superseded_at) ?? versions[0];
    const list = element('ol', { class: 'plain-list timeline', dataset: { testid: 'history' } });
    list.append(
      ...entries.map((entry) =>
        historyCard(entry, this.declaration, () => this.choose(list, entry, entries.indexOf(entry))),
      ),
    );
    this.root.replaceChildren(
      panelHead(this.declaration, known, 'history'),
      element(
        'div',
        { class: 'workbench__body workbench__body--history' },
        element('p', { class: 'quiet', text: t(isTable(this.declaration) ? 'history.aboutRow' : 'history.about') }),
        list,
      ),
    );
    if (known.geometry) this.map.goTo(known.geometry);
    this.choose(list, entries[0], 0);
  }

  choose(list, entry, index) {
    [...list.children].forEach((node, at) => node.classList.toggle('timeline__one--chosen', at === index));
    this.map.compare([
      { geometry: entry.before, kind: 'before' },
      { geometry: entry.after, kind: 'after' },
    ]);
    if (entry.after) this.map.goTo(entry.after);
  }
}

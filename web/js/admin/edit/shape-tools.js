import { element } from '../../dom.js';
import { icon } from '../../icons.js';
import { t } from '../../i18n.js';
import { DrawingAnew } from './drawing-anew.js';
import { ShapeEditor } from './shape-editor.js';

/** What can be done with the geometry on the map: handles, and drawing it anew. */
export class ShapeTools {
  constructor(editMap, declaration, draft) {
    this.editMap = editMap;
    this.declaration = declaration;
    this.draft = draft;
    this.hint = element('p', { class: 'shape-tools__hint' });
    this.anew = element(
      'button',
      { type: 'button', class: 'button', dataset: { testid: 'draw-anew' }, on: { click: () => this.draw() } },
      icon('pencil', 18),
      t(draft.now.geometry ? 'edit.drawAnew' : 'edit.draw'),
    );
    this.node = element('div', { class: 'shape-tools' }, this.anew, this.hint);
    const container = editMap.map.leaflet.getContainer();
    container.append(this.node);
    for (const type of ['click', 'dblclick', 'pointerdown', 'mousedown'])
      this.node.addEventListener(type, (event) => event.stopPropagation());
    this.editor = new ShapeEditor(
      editMap.map,
      (geometry, merge) => draft.change({ geometry, source: null }, merge && `shape:${merge}`),
      (crowded) => this.say(crowded ? 'edit.crowded' : this.usual()),
    );
    draft.onChange(() => this.write());
    this.say(this.usual());
    this.write();
    if (!draft.now.geometry) this.draw();
  }

  usual() {
    if (!this.draft.now.geometry) return 'edit.drawHint';
    return this.declaration.geometry === 'Point' ? 'edit.pointHint' : 'edit.cornerHint';
  }

  say(key) {
    this.said = key;
    this.hint.textContent = t(key);
  }

  write() {
    if (this.drawing) return;
    this.editor.show(this.draft.now.geometry);
    if (this.said !== 'edit.crowded') this.say(this.usual());
    this.anew.lastChild.textContent = t(this.draft.now.geometry ? 'edit.drawAnew' : 'edit.draw');
  }

  draw() {
    if (this.drawing) return;
    this.editor.show(null);
    this.node.hidden = true;
    const end = () => {
      this.drawing = null;
      this.node.hidden = false;
    };
    this.drawing = new DrawingAnew(this.editMap.map, this.declaration.geometry, {
      finish: (geometry) => {
        end();
        this.draft.change({ geometry, source: null });
      },
      cancel: () => {
        end();
        this.write();
      },
    });
  }
}

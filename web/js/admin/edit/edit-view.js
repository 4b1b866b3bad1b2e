import { findSelected } from '../../public/selection.js';
import { FeatureEditor } from './feature-editor.js';
import { Finder } from './finder.js';

/** The section for editing: a feature of the address, a new one, or else the search for one. */
export class EditView {
  constructor(root, declarations, route) {
    const selected = findSelected();
    const layer = selected?.layer ?? route.layer;
    const declaration = declarations.find(({ id }) => id === layer) ?? null;
    this.shown =
      declaration && (selected || route.isNew)
        ? new FeatureEditor(root, declarations, declaration, selected?.id ?? null, route.tab)
        : new Finder(root, declarations, declaration);
  }

  start() {
    return this.shown.start();
  }

  get holds() {
    return Boolean(this.shown.holds);
  }

  mayLeave() {
    return this.shown.mayLeave();
  }

  leave() {
    this.shown.leave();
  }
}

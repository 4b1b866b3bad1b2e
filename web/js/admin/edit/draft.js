import { today } from '../../day.js';

const MOST_STEPS = 200;

/**
 * What somebody is making of a feature, with the steps that led there. A state is
 * `{values, geometry, source, validFrom, validTo}` and is never changed, only followed by another one;
 * `source` says in which datum the place was given, `{crs, geometry}`, or is null.
 */
export class Draft {
  /**
   * @param {string} key under which it is kept until the window is closed
   * @param {object} base the state as the server has it
   * @param {string|null} tag of the version it began with; null for a feature that shall be new
   */
  constructor(key, base, tag) {
    this.key = key;
    this.base = base;
    this.tag = tag;
    this.steps = [base];
    this.at = 0;
    this.merge = null;
    this.listeners = new Set();
  }

  get now() {
    return this.steps[this.at];
  }

  get changed() {
    return JSON.stringify(this.now) !== JSON.stringify(this.base);
  }

  get canUndo() {
    return this.at > 0;
  }

  get canRedo() {
    return this.at < this.steps.length - 1;
  }

  onChange(listener) {
    this.listeners.add(listener);
  }

  /**
   * One step further.
   *
   * @param {string|null} merge steps that follow one another with the same text are one step
   */
  change(patch, merge = null) {
    const next = { ...this.now, ...patch };
    if (JSON.stringify(next) === JSON.stringify(this.now)) return;
    const joins = merge !== null && merge === this.merge && this.at > 0;
    this.steps = [...this.steps.slice(0, joins ? this.at : this.at + 1), next].slice(-MOST_STEPS);
    this.at = this.steps.length - 1;
    this.merge = merge;
    this.tell();
  }

  undo() {
    this.go(this.at - 1);
  }

  redo() {
    this.go(this.at + 1);
  }

  /** Begins anew from another state of the server, keeping what was made of it. */
  rebase(base, tag, state) {
    this.base = base;
    this.tag = tag;
    this.steps = [base, state];
    this.at = 1;
    this.merge = null;
    this.tell();
  }

  forget() {
    sessionStorage.removeItem(this.key);
  }

  /** Takes up what an earlier page left; false when that was nothing, or of another version. */
  recover() {
    const kept = this.kept();
    if (!kept || kept.tag !== this.tag) return false;
    this.change(kept.state);
    return this.changed;
  }

  /** Takes up what an earlier page made of another version, with that version as its base. */
  recoverOlder() {
    const kept = this.kept();
    if (!kept?.base || kept.tag === this.tag) return false;
    Object.assign(this, { base: kept.base, tag: kept.tag, steps: [kept.base], at: 0 });
    return this.recover();
  }

  kept() {
    return JSON.parse(sessionStorage.getItem(this.key) ?? 'null');
  }

  go(at) {
    if (at < 0 || at >= this.steps.length) return;
    this.at = at;
    this.merge = null;
    this.tell();
  }

  tell() {
    if (this.changed)
      sessionStorage.setItem(this.key, JSON.stringify({ tag: this.tag, base: this.base, state: this.now }));
    else this.forget();
    this.listeners.forEach((listener) => listener(this.now));
  }
}

/** The state that a feature of the server is in; an edit holds from today unless it says otherwise. */
export function stateOf({ geometry, properties, source, valid_to: validTo }, readWkt) {
  return {
    values: { ...properties },
    geometry,
    source: source ? { crs: source.crs, geometry: readWkt(source.wkt) } : null,
    validFrom: today(),
    validTo: validTo ?? null,
  };
}

/** A state as the body of a request. */
export function bodyOf(id, { values, geometry, source, validFrom, validTo }) {
  return {
    type: 'Feature',
    id,
    geometry: source ? source.geometry : geometry,
    properties: values,
    valid_from: validFrom,
    valid_to: validTo,
  };
}

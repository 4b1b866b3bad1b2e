/** Which objects are chosen, by `layer/id`; kept while the table is sorted or filtered. */
export class Selection {
  constructor() {
    this.keys = new Set();
    this.listeners = [];
  }

  get size() {
    return this.keys.size;
  }

  has(key) {
    return this.keys.has(key);
  }

  toggle(key) {
    if (!this.keys.delete(key)) this.keys.add(key);
    this.tell();
  }

  add(keys) {
    keys.forEach((key) => this.keys.add(key));
    this.tell();
  }

  clear() {
    this.keys.clear();
    this.tell();
  }

  /** Lets go of what is no longer among these. */
  keepOnly(keys) {
    const there = new Set(keys);
    const gone = [...this.keys].filter((key) => !there.has(key));
    gone.forEach((key) => this.keys.delete(key));
    if (gone.length) this.tell();
  }

  onChange(listener) {
    this.listeners.push(listener);
  }

  tell() {
    this.listeners.forEach((listener) => listener());
  }
}

/** Stands where the map is for a layer whose features have no place. */
export class NoMap {
  goTo() {}

  compare() {}

  reload() {}

  end() {}
}

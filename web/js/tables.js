/** Tables are layers whose rows have no place: units, people, who is responsible for what. */
export function isTable({ geometry }) {
  return geometry === 'None';
}

/** The layers as they lie on the map, what is drawn on top first; then the tables in their order. */
export function layersFirst(declarations) {
  return [...declarations.filter((one) => !isTable(one)).reverse(), ...declarations.filter(isTable)];
}

/** The values of a field that may have several, as the server stores them: one text. */
export function valuesIn(value) {
  return String(value ?? '').split(';').filter(Boolean);
}

/** The text of several values, in the order of the declaration; null for none. */
export function joined(field, values) {
  return Object.keys(field.values).filter((value) => values.includes(value)).join(';') || null;
}

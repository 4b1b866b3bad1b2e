/** Letters and digits that nobody takes for each other. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** An id for something that is added in the field, without asking anybody. */
export function newId() {
  const random = crypto.getRandomValues(new Uint8Array(8));
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  return `M${day}-${[...random].map((byte) => SIGNS[byte % SIGNS.length]).join('')}`;
}

import { language, t } from '../i18n.js';

// What the server says of a row or a field, by how its sentences begin; the rest is kept.
const REASONS = [
  [/^is missing, and no column is mapped to it/, 'unmapped'],
  [/^is missing; a row without an id is told apart by its name/, 'missingName'],
  [/^is missing; a row without an id/, 'missingKey'],
  [/^is (?:missing|required)$/, 'missing'],
  [/^must be one of (.*)$/, 'oneOf'],
  [/^is '.*'; allowed: \[(.*)\]/, 'oneOf'],
  [/^stands already in row (\d+)/, 'twice'],
  [/^longitude and latitude are swapped/, 'swapped'],
  [/^0, 0 is a place/, 'zero'],
  [/^lies outside the extent of this installation/, 'outside'],
  [/^lies outside of where (\S+) has a meaning/, 'datum'],
  [/^the geometry is empty/, 'empty'],
  [/^this layer does not take such geometries/, 'geometryType'],
  [/^repaired: (.*)$/, 'repaired'],
  [/; mending it would take away part of it$/, 'torn'],
  [/; it cannot be mended$/, 'broken'],
  [/^a new feature must have a position/, 'noPlace'],
  [/^must be a day/, 'day'],
  [/^is no day of the calendar/, 'calendar'],
  [/^must be yes or no/, 'boolean'],
  [/^must be a whole number/, 'whole'],
  [/^must be a decimal number/, 'decimal'],
  [/^must be a number that is not infinite/, 'decimal'],
  [/^has '(.*)' behind the number; write (.*)$/, 'behind'],
  [/^must be degrees/, 'degrees'],
  [/^has minutes or seconds of 60/, 'sixty'],
  [/^must be two numbers/, 'pair'],
  [/^is not WKT/, 'wkt'],
  [/^the coordinate system is missing/, 'noCrs'],
  [/^must name a coordinate system/, 'badCrs'],
  [/^holds a NUL character/, 'control'],
  [/^layer '(.*)' has no feature of this name/, 'noName'],
  [/^is no layer$/, 'noName'],
  [/^may mean (\d+) (?:features of layer|layers)/, 'ambiguous'],
  [/^must be 1 to (\d+) characters without control/, 'idLength'],
  [/^must not hold a comma/, 'idComma'],
  [/^the last day must not be before the first, (.*)$/, 'lastDay'],
  [/must be after valid_from, (.*)$/, 'end'],
  [/^must name one or more values/, 'noneOfMany'],
  [/a row of this table has none$/, 'rowGeometry'],
  [/^nothing was closed: a refused row/, 'notClosed'],
];

// The same for what was noticed while a file was read.
const NOTES = [
  [/^Rows above the column names were taken for titles: (\d+)$/, 'titles'],
  [/^Column (\d+) has no name and is called (.*)$/, 'unnamed'],
  [/^The name (.*) stands twice; the second is called (.*)$/, 'renamed'],
  [/^Links to other KML/, 'links'],
  [/^The coordinate system (.*) that the file names is not supported$/, 'crs'],
  [/^Heights and measures/, 'heights'],
  [/^The \.cpg says UTF-8/, 'cpg'],
  [/^The memo texts of field (.*) are not read$/, 'memo'],
  [/^Not read: (.*)$/, 'notRead'],
];

/**
 * A reason in the language of the page, as far as it is one that is known.
 *
 * @returns {{text: string, lang: string|null}}
 */
export function reasonWords(reason) {
  return inWords(reason, REASONS, (name, parts) => t(`reason.${name}`, parts));
}

/** A note about a file in the language of the page, as far as it is one that is known. */
export function noteWords(note) {
  return inWords(note, NOTES, (name, parts) => t(`note.${name}`, parts));
}

function inWords(said, known, translate) {
  if (language() === 'en') return { text: said, lang: null };
  for (const [pattern, name] of known) {
    const match = pattern.exec(said);
    if (match) return { text: translate(name, { what: match[1] ?? '', other: match[2] ?? '' }), lang: null };
  }
  return { text: said, lang: 'en' };
}

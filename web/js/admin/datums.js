/** The datums a file may come in, in the order in which offices meet them. */
export const DATUMS = ['gcj02', 'bd09', 'EPSG:4490', 'EPSG:4326', 'gauss', 'EPSG:3857'];

// Zone 25 has the central meridian 75°; each further one lies 3° to the east.
const FIRST_PREFIXED = 4513;
const FIRST_PLAIN = 4534;
const ZONES = Array.from({ length: 21 }, (none, index) => 25 + index);

/** The 3-degree zones: `prefixed` when the easting begins with the number of the zone. */
export function gaussZones(prefixed) {
  return ZONES.map((zone) => ({
    zone,
    meridian: zone * 3,
    code: `EPSG:${(prefixed ? FIRST_PREFIXED : FIRST_PLAIN) + zone - ZONES[0]}`,
  }));
}

/** Which of {@link DATUMS} a code belongs to; null for one that is none of them. */
export function kindOf(code) {
  if (!code) return null;
  if (DATUMS.includes(code)) return code;
  if (code === 'wgs84') return 'EPSG:4326';
  if (code === 'cgcs2000') return 'EPSG:4490';
  return findZone(code) ? 'gauss' : null;
}

/** The zone of a code, with whether it is prefixed; null for other codes. */
export function findZone(code) {
  for (const prefixed of [true, false]) {
    const found = gaussZones(prefixed).find((one) => one.code === code);
    if (found) return { ...found, prefixed };
  }
  return null;
}

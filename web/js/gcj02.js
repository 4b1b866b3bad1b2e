/*
 * The shift between WGS 84 and the datum of 高德 and 腾讯 tiles, for placing such tiles only: no
 * coordinate of a feature ever goes through here, that is the server's work.
 */
const SEMI_MAJOR_AXIS = 6378245;
const ECCENTRICITY_SQUARED = 0.00669342162296594323;

/**
 * Where GCJ-02 shows a place, for places in China.
 *
 * @param {number} lon WGS 84, degrees
 * @returns {[number, number]} lon, lat in GCJ-02
 */
export function toGcj02(lon, lat) {
  const x = lon - 105;
  const y = lat - 35;
  const northing =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    waves(x, [
      [6, 20],
      [2, 20],
    ]) +
    waves(y, [
      [1, 20],
      [1 / 3, 40],
    ]) +
    waves(y, [
      [1 / 12, 160],
      [1 / 30, 320],
    ]);
  const easting =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    waves(x, [
      [6, 20],
      [2, 20],
    ]) +
    waves(x, [
      [1, 20],
      [1 / 3, 40],
    ]) +
    waves(x, [
      [1 / 12, 150],
      [1 / 30, 300],
    ]);
  const phi = (lat * Math.PI) / 180;
  const w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const meridian = (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / (w * Math.sqrt(w));
  const parallel = (SEMI_MAJOR_AXIS / Math.sqrt(w)) * Math.cos(phi);
  return [
    lon + (easting / parallel) * (180 / Math.PI),
    lat + (northing / meridian) * (180 / Math.PI),
  ];
}

function waves(angle, terms) {
  return terms.reduce(
    (sum, [rate, size]) => sum + (2 / 3) * size * Math.sin(rate * angle * Math.PI),
    0,
  );
}

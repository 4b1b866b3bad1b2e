import { placeAt } from './question.js';

// An old phone under trees needs a while.
const PATIENCE = 20000;
const STILL_GOOD = 30000;

/**
 * Where whoever looks is, as the machine knows it. The standard of browsers has it in WGS 84, which
 * is our own datum to within centimetres, whatever the map of an operator is drawn in.
 *
 * @returns {Promise<{lon: number, lat: number, accuracy: number}>} fails with a key of a text
 */
export function findLocation() {
  return new Promise((found, failed) => {
    // Browsers tell it to nobody over plain http.
    if (!isSecureContext || !navigator.geolocation) {
      failed('locate.notHere');
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        found({
          ...placeAt({ lng: coords.longitude, lat: coords.latitude }),
          accuracy: Math.ceil(coords.accuracy),
        }),
      ({ code }) => failed(['', 'locate.denied', 'locate.unknown', 'locate.slow'][code]),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: STILL_GOOD },
    );
  });
}

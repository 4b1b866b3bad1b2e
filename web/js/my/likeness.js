import { searchFeatures } from '../api-edit.js';
import { findNear } from '../api.js';
import { metresBetween } from '../admin/edit/measure.js';

/** Metres within which two objects of a layer may well be the same. */
const SAME = 30;

/**
 * What may be there already: of the same name, or within 30 m. Asked of the server as well while there is
 * a network.
 *
 * @returns {Promise<{id: string, name: string, away: number}[]>} nearest first
 */
export async function findAlike(objects, { layer, id: own }, name, lon, lat) {
  const alike = new Map();
  const add = (id, name, away) => alike.set(String(id), { id: String(id), name: name ?? String(id), away });
  const addFeature = ({ id, geometry, properties }) =>
    add(id, properties.name, metresBetween([lon, lat], geometry.coordinates));
  const isAlike = ({ geometry, properties }) =>
    properties.name === name || metresBetween([lon, lat], geometry.coordinates) <= SAME;
  objects
    .filter((one) => one.layer === layer && isAlike(one.feature))
    .forEach(({ feature }) => addFeature(feature));
  try {
    const near = new URLSearchParams({ find: layer, lon, lat, radius: SAME });
    const [round, named] = await Promise.all([findNear(near), searchFeatures(layer, name, 20)]);
    round.groups.forEach(({ found }) => found.forEach(({ id, name: called, distance }) => add(id, called, distance)));
    named.features.filter(isAlike).forEach(addFeature);
  } catch (failure) {
    // Without a network what was seen last has to do.
    if (failure.status !== 0) throw failure;
  }
  // It has been sent while its form was open.
  alike.delete(String(own));
  return [...alike.values()].sort((one, other) => one.away - other.away);
}

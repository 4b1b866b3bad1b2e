import { ofDay } from './api.js';
import { json, path } from './api-request.js';

/** All who are responsible inside of one zone. */
export function getJointControl(zone, signal) {
  return json(jointFile(zone, 'json'), { signal });
}

/** The zones of a layer, each in a line; only those that the layer gives a zone to. */
export function findZones({ layer, radius, topic }, filters, signal) {
  return json(zonesFile({ layer, radius, topic }, filters, 'json'), { signal });
}

/** Where the joint control of a zone is found as JSON or as a workbook. */
export function jointFile({ layer, id, radius, topic }, format, lang) {
  return ofDay(`${path('api', 'zones', layer, id, 'joint-control')}?${query({ radius, topic, format, lang })}`);
}

export function zonesFile({ layer, radius, topic }, filters, format, lang) {
  const all = query({ radius, topic, format, lang, ...filters });
  return ofDay(`${path('api', 'zones', layer, 'joint-control')}?${all}`);
}

function query(values) {
  const all = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== null && value !== undefined && value !== '') all.set(name, value);
  return all;
}

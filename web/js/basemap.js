import { Drawing } from './drawing.js';
import { labelPlace } from './label-place.js';
import { settings } from './page-settings.js';
import { RasterLayer } from './raster-layer.js';
import { VectorLayer } from './vector-layer.js';

const COUNTY_ZOOM = 8;
const ZONE_ZOOM = 10;

/**
 * The quiet picture under the data: our own districts, over the tiles of an operator if there are any.
 * Such tiles bring land and names of their own, so then only the outlines of the districts are drawn.
 */
export function addBasemap(map, declaration) {
  if (settings.basemapUrl) {
    map.add(
      new RasterLayer(settings.basemapUrl, {
        pane: 'raster',
        datum: settings.basemapDatum,
        subdomains: settings.basemapSubdomains.split(','),
        maxZoom: 18,
      }),
    );
  }
  const drawing = new Drawing(settings.basemapUrl ? outlinesOnly(declaration) : declaration);
  return map.add(new VectorLayer([drawing], { pane: 'basemap' }));
}

/** The names of districts for the label layer; none when the tiles of an operator show them. */
export function districtLabels(features) {
  if (settings.basemapUrl) return [];
  return features.map(({ geometry, properties }) => {
    const [lon, lat] = labelPlace(geometry);
    const zone = properties.kind === 'development_zone';
    return {
      lon,
      lat,
      text: properties.name,
      rank: zone ? 60 : 50,
      fromZoom: zone ? ZONE_ZOOM : COUNTY_ZOOM,
      radius: 0,
      strong: false,
    };
  });
}

function outlinesOnly(declaration) {
  const copy = structuredClone(declaration);
  for (const style of [copy.drawing.style, ...Object.values(copy.drawing.by?.values ?? {})])
    style.fill = 'none';
  return copy;
}

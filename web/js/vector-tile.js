import Pbf from 'pbf';

/**
 * A feature of a tile.
 * @typedef {{type: number, properties: object, rings: number[][]}} TileFeature
 *     type 1 point, 2 line, 3 polygon; each ring is x, y, x, y … in tile units, y down
 */

const MOVE_TO = 1;
const LINE_TO = 2;

/**
 * Decodes a Mapbox Vector Tile (version 2).
 *
 * @param {ArrayBuffer} bytes
 * @returns {Map<string, {extent: number, features: TileFeature[]}>} by layer name
 */
export function decodeTile(bytes) {
  return new Pbf(new Uint8Array(bytes)).readFields((field, layers, pbf) => {
    if (field !== 3) return;
    const raw = pbf.readMessage(readLayer, emptyLayer());
    layers.set(raw.name, {
      extent: raw.extent,
      features: raw.features.map((feature) => finish(feature, raw)),
    });
  }, new Map());
}

function emptyLayer() {
  return { name: '', extent: 4096, keys: [], values: [], features: [] };
}

function readLayer(field, layer, pbf) {
  if (field === 1) layer.name = pbf.readString();
  else if (field === 2)
    layer.features.push(pbf.readMessage(readFeature, { type: 0, tags: [], geometry: [] }));
  else if (field === 3) layer.keys.push(pbf.readString());
  else if (field === 4) layer.values.push(pbf.readMessage(readValue, { value: null }).value);
  else if (field === 5) layer.extent = pbf.readVarint();
}

function readFeature(field, feature, pbf) {
  if (field === 2) pbf.readPackedVarint(feature.tags);
  else if (field === 3) feature.type = pbf.readVarint();
  else if (field === 4) pbf.readPackedVarint(feature.geometry);
}

function readValue(field, holder, pbf) {
  if (field === 1) holder.value = pbf.readString();
  else if (field === 2) holder.value = pbf.readFloat();
  else if (field === 3) holder.value = pbf.readDouble();
  else if (field === 4) holder.value = pbf.readVarint(true);
  else if (field === 5) holder.value = pbf.readVarint();
  else if (field === 6) holder.value = pbf.readSVarint();
  else if (field === 7) holder.value = pbf.readBoolean();
}

function finish({ type, tags, geometry }, layer) {
  const properties = {};
  for (let i = 0; i + 1 < tags.length; i += 2)
    properties[layer.keys[tags[i]]] = layer.values[tags[i + 1]];
  return { type, properties, rings: readRings(geometry) };
}

// Commands are (count << 3 | command); coordinates are zigzag differences from the last position.
function readRings(commands) {
  const rings = [];
  let ring = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < commands.length;) {
    const command = commands[i] & 7;
    const repeats = commands[i] >> 3;
    i += 1;
    if (command !== MOVE_TO && command !== LINE_TO) continue;
    for (let n = 0; n < repeats; n += 1, i += 2) {
      x += (commands[i] >> 1) ^ -(commands[i] & 1);
      y += (commands[i + 1] >> 1) ^ -(commands[i + 1] & 1);
      if (command === MOVE_TO) rings.push((ring = []));
      ring.push(x, y);
    }
  }
  return rings;
}

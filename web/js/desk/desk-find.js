import { findAnything } from '../api-desk.js';
import { required } from '../dom.js';
import { fieldText } from '../facts.js';
import * as format from '../format.js';
import { t, titleOf } from '../i18n.js';
import { Search, entryFor } from '../search.js';
import { keyOf } from './near-list.js';

/** The search box of the desk: what is shown at once, and whatever the server finds. */
export class DeskSearch {
  /**
   * @param {Map<string, Drawing>} drawings
   * @param {{station: (station) => void, item: (item) => void, place: (place) => void,
   *     feature: (feature) => void}} go
   */
  constructor(drawings, go) {
    this.drawings = drawings;
    this.go = go;
    this.box = new Search(required('.search'));
    this.box.setSource(serverFind(drawings, go));
  }

  focus() {
    this.box.input.focus();
  }

  fill(stations, groups) {
    const station = this.drawings.get('station').declaration;
    const finds = new Map(groups.flatMap(({ items }) => items).map((item) => [keyOf(item), item]));
    this.box.setEntries([
      ...stations.map((one) =>
        entryFor(station, { id: one.id, properties: one }, () => this.go.station(one)),
      ),
      ...[...finds.values()].map((item) =>
        entryFor(
          this.drawings.get(item.layer).declaration,
          { id: item.id, properties: { name: item.name ?? item.id } },
          () => this.go.item(item),
        ),
      ),
    ]);
  }
}

/**
 * Asks the server what a text could mean, as entries of the search box: places in each datum that the
 * coordinates could be in, and features by id, name or any other text.
 *
 * @param {Map<string, Drawing>} drawings
 * @param {{place: (place) => void, feature: (feature) => void}} go
 * @returns {(text: string, signal: AbortSignal) => Promise<object[]>}
 */
function serverFind(drawings, go) {
  return async (text, signal) => {
    const { places, features } = await findAnything(text, signal);
    return [
      ...places.map((place) => ({
        group: () => t('find.asPlace'),
        text: format.position(place.lon, place.lat),
        hint: () => [t('find.readAs', { crs: systemName(place.crs) }), format.names(place.inside)].filter(Boolean).join(' · '),
        choose: () => go.place(place),
      })),
      ...features.map((feature) => ({
        group: () => t('find.asFeature'),
        key: `${feature.layer}/${feature.id}`,
        text: feature.name,
        hint: () => hintOf(feature, drawings.get(feature.layer)?.declaration),
        choose: () => go.feature(feature),
      })),
    ];
  };
}

function hintOf({ why, text, layer }, declaration) {
  const title = titleOf(declaration?.title) || layer;
  if (why === 'name' || !declaration) return title;
  const field = declaration.fields.find(({ name }) => name === why);
  const what = field ? titleOf(field.title) : t('table.id');
  return `${title} · ${what} ${field ? fieldText(declaration, { [why]: text }, why) : text}`;
}

function systemName(crs) {
  const named = { 'EPSG:4490': 'find.cgcs2000', 'EPSG:4326': 'find.wgs84', gcj02: 'find.gcj02', bd09: 'find.bd09' }[crs];
  return named ? t(named) : crs;
}

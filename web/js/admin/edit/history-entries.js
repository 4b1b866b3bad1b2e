const PERIOD = ['valid_from', 'valid_to'];

/**
 * Versions as changes: what one change set recorded of a feature is one entry. A change from a day on
 * records twice, what was so until then and what is so since; only the second one says what is new.
 *
 * @param {object[]} versions of `GET …/history`, the newest first
 */
export function entriesOf(versions) {
  const groups = [];
  for (const version of versions) {
    const last = groups.at(-1);
    const joins = last && version.change && last[0].change?.id === version.change.id;
    if (joins) last.push(version);
    else groups.push([version]);
  }
  return groups.map(entryOf);
}

function entryOf(group) {
  const [newest] = group;
  const changes = group.flatMap((version) => version.changes);
  const shape = changes.find(({ field }) => field === 'geometry');
  return {
    change: newest.change,
    at: newest.recorded_at,
    by: newest.recorded_by,
    isFirst: changes.some(({ field, before }) => field === 'valid_from' && before === null),
    ended: group.length === 1 && newest.valid_to !== null && !shape,
    known: group.some((version) => !version.superseded_at),
    periods: group.map(({ valid_from: from, valid_to: to, superseded_at: gone }) => ({
      from,
      to,
      known: !gone,
    })),
    fields: changes.filter(({ field }) => field !== 'geometry' && !PERIOD.includes(field)),
    before: shape?.before ?? null,
    after: shape?.after ?? newest.geometry,
    moved: Boolean(shape?.before),
    values: newest.properties,
  };
}

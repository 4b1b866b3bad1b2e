package zeren.layer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One version of a feature: what was so in a period of days, and when and by whom it was recorded.
 *
 * @param version 1 for the first recording of this feature, then counted up
 * @param geometry in EPSG:4490, x is longitude
 * @param validTo first day on which it was no longer so; null while it still is
 * @param supersededAt when a later recording replaced this one; null while this is what is known
 */
public record FeatureVersion(
    String layer,
    String id,
    int version,
    Geometry geometry,
    Map<String, @Nullable Object> properties,
    FeatureDraft.@Nullable SourcePosition source,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    Instant recordedAt,
    String recordedBy,
    @Nullable Instant supersededAt) {

  /** Whether the draft says nothing that this version does not say already. */
  boolean says(FeatureDraft draft) {
    return validTo == null
        && !validFrom.isAfter(draft.validFrom())
        && geometry.equalsExact(draft.geometry())
        && properties.equals(withoutNulls(draft.properties()))
        && Objects.equals(source, draft.source());
  }

  /** The same with only the properties named, in that order. */
  FeatureVersion withProperties(List<String> names) {
    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
    for (String name : names) {
      if (properties.containsKey(name)) {
        kept.put(name, properties.get(name));
      }
    }
    return new FeatureVersion(
        layer,
        id,
        version,
        geometry,
        kept,
        source,
        validFrom,
        validTo,
        recordedAt,
        recordedBy,
        supersededAt);
  }

  static Map<String, @Nullable Object> withoutNulls(Map<String, @Nullable Object> properties) {
    Map<String, @Nullable Object> present = new LinkedHashMap<>(properties);
    present.values().removeIf(Objects::isNull);
    return present;
  }
}

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
 * @param geometry in EPSG:4490, x is longitude; empty in a table
 * @param validTo first day on which it was no longer so; null while it still is
 * @param recordedBy name of the account; empty for viewers who may not know it
 * @param changeSet the change set it was recorded in; null when it is older than change sets
 * @param supersededAt when a later recording replaced this one; null while this is what is known
 * @param supersededIn the change set that replaced it; null while this is what is known
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
    @Nullable Long changeSet,
    @Nullable Instant supersededAt,
    @Nullable Long supersededIn) {

  /** Whether there is a day that both are valid on. */
  boolean overlaps(FeatureVersion other) {
    return (validTo == null || other.validFrom.isBefore(validTo))
        && (other.validTo == null || validFrom.isBefore(other.validTo));
  }

  /** Whether the draft says nothing that this version does not say already. */
  boolean says(FeatureDraft draft) {
    return Objects.equals(validTo, draft.validTo())
        && !validFrom.isAfter(draft.validFrom())
        && geometry.equalsExact(draft.geometry())
        && properties.equals(withoutNulls(draft.properties()))
        && Objects.equals(source, draft.source());
  }

  /** Whether this is what was so on the day. */
  boolean isSoOn(LocalDate day) {
    return !validFrom.isAfter(day) && reaches(day);
  }

  /** Whether its period goes on beyond the beginning of the day. */
  boolean reaches(LocalDate day) {
    return validTo == null || validTo.isAfter(day);
  }

  /** Whether its period begins before the day; before the end of all days when that is null. */
  boolean beginsBefore(@Nullable LocalDate day) {
    return day == null || validFrom.isBefore(day);
  }

  /** What the draft says, as a version that is known. */
  static FeatureVersion of(
      FeatureDraft draft, int version, Instant recordedAt, String recordedBy, long changeSet) {
    return new FeatureVersion(
        draft.layer(),
        draft.id(),
        version,
        draft.geometry(),
        withoutNulls(draft.properties()),
        draft.source(),
        draft.validFrom(),
        draft.validTo(),
        recordedAt,
        recordedBy,
        changeSet,
        null,
        null);
  }

  /** The same from its first day up to another end, recorded anew. */
  FeatureVersion recordedAgain(
      int number, @Nullable LocalDate to, Instant again, String by, long in) {
    return new FeatureVersion(
        layer, id, number, geometry, properties, source, validFrom, to, again, by, in, null, null);
  }

  /** The same without the name of who recorded it. */
  FeatureVersion withoutAuthor() {
    return new FeatureVersion(
        layer,
        id,
        version,
        geometry,
        properties,
        source,
        validFrom,
        validTo,
        recordedAt,
        "",
        changeSet,
        supersededAt,
        supersededIn);
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
        changeSet,
        supersededAt,
        supersededIn);
  }

  static Map<String, @Nullable Object> withoutNulls(Map<String, @Nullable Object> properties) {
    Map<String, @Nullable Object> present = new LinkedHashMap<>(properties);
    present.values().removeIf(Objects::isNull);
    return present;
  }
}

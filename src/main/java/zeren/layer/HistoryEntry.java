package zeren.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version in the history of a feature.
 *
 * @param change what recorded it; null when it is older than change sets
 * @param supersededBy what replaced it; null while it is what is known
 * @param changes what is different from what was known of its first day before
 */
public record HistoryEntry(
    FeatureVersion version,
    @Nullable ChangeSet change,
    @Nullable ChangeSet supersededBy,
    List<FieldChange> changes) {

  /**
   * @param versions all of one feature
   * @param changeSets those that the versions name, by number
   */
  static List<HistoryEntry> of(List<FeatureVersion> versions, Map<Long, ChangeSet> changeSets) {
    List<HistoryEntry> entries = new ArrayList<>();
    for (FeatureVersion version : versions) {
      FeatureVersion before =
          versions.stream().filter(other -> wasReplacedBy(other, version)).findFirst().orElse(null);
      entries.add(
          new HistoryEntry(
              version,
              find(changeSets, version.changeSet()),
              find(changeSets, version.supersededIn()),
              FieldChange.between(before, version)));
    }
    return entries;
  }

  /** Whether the older one was what was known of the newer one's first day until that was known. */
  private static boolean wasReplacedBy(FeatureVersion older, FeatureVersion newer) {
    return older.version() < newer.version()
        && Objects.equals(older.supersededAt(), newer.recordedAt())
        && older.isSoOn(newer.validFrom());
  }

  private static @Nullable ChangeSet find(
      Map<Long, ChangeSet> changeSets, @Nullable Long changeSet) {
    return changeSet == null ? null : changeSets.get(changeSet);
  }
}

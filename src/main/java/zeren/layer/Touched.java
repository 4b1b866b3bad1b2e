package zeren.layer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What was written to a layer after a change set.
 *
 * @param version the layer's version by then
 * @param changeSet the last one by then
 * @param ids the features that were written to
 * @param known all that is known of them
 * @param added the periods that are known now and were not before
 * @param ended the periods that were known before and are not any more
 */
record Touched(
    long version,
    long changeSet,
    Set<String> ids,
    Collection<FeatureVersion> known,
    List<ChangeDays.Period> added,
    List<ChangeDays.Period> ended) {

  /** Adds what is so on the day. */
  void addSoOn(LocalDate day, SnapshotRows rows) {
    known.stream().filter(version -> version.isSoOn(day)).forEach(rows::add);
  }
}

package zeren.layer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Reads what was written to a layer after a change set, by this node or another. Change sets of one
 * layer are numbered in the order of their commits, because a writer takes the number while it
 * holds the layer's lock.
 */
@Component
class TouchedReader {

  /** After more change sets the layer is read anew. */
  private static final int MOST_CHANGE_SETS = 200;

  private static final int CHUNK = 500;

  private final FeatureVersionRepository repository;
  private final ChangeSetRepository changeSets;
  private final LayerVersionRepository layers;

  TouchedReader(
      FeatureVersionRepository repository,
      ChangeSetRepository changeSets,
      LayerVersionRepository layers) {
    this.repository = repository;
    this.changeSets = changeSets;
    this.layers = layers;
  }

  /**
   * @param most how many features may have been touched
   * @return empty when they were more
   */
  Optional<Touched> find(String layer, long changeSet, int most) {
    while (true) {
      long version = layers.find(layer);
      Optional<Touched> found = find(layer, changeSet, most, version);
      // Every write raises the version, so nothing was written between one statement and the next
      // when it is still the same: all of them saw the layer in one state.
      if (found.isEmpty() || layers.find(layer) == version) {
        return found;
      }
    }
  }

  private Optional<Touched> find(String layer, long after, int most, long version) {
    List<Long> sets = changeSets.findAfter(layer, after, MOST_CHANGE_SETS + 1);
    if (sets.size() > MOST_CHANGE_SETS) {
      return Optional.empty();
    }
    Set<String> ids = new LinkedHashSet<>();
    List<ChangeDays.Period> ended = new ArrayList<>();
    for (long set : sets) {
      ids.addAll(repository.findTouched(set, "", most + 1));
      if (ids.size() > most) {
        return Optional.empty();
      }
      ended.addAll(repository.findEndedPeriods(set, after));
    }
    List<FeatureVersion> known = findKnown(layer, ids);
    List<ChangeDays.Period> added =
        known.stream()
            .filter(one -> one.changeSet() != null && one.changeSet() > after)
            .map(one -> new ChangeDays.Period(one.validFrom(), one.validTo()))
            .toList();
    long last = sets.isEmpty() ? after : sets.get(sets.size() - 1);
    return Optional.of(new Touched(version, last, ids, known, added, ended));
  }

  private List<FeatureVersion> findKnown(String layer, Set<String> ids) {
    List<String> wanted = List.copyOf(ids);
    List<FeatureVersion> known = new ArrayList<>();
    for (int start = 0; start < wanted.size(); start += CHUNK) {
      known.addAll(
          repository.findKnown(
              layer, wanted.subList(start, Math.min(start + CHUNK, wanted.size()))));
    }
    return known;
  }
}

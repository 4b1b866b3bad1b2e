package zeren.layer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes features. Nothing is overwritten: a change from a day on supersedes what was known and
 * records it again up to that day, so that every earlier state of knowledge stays in the table. A
 * call is one transaction; when it has ended, readers see the new snapshot.
 */
@Service
public class FeatureStore {

  private static final int CHUNK = 500;

  private final Declarations declarations;
  private final FeatureVersionRepository repository;
  private final SnapshotStore snapshots;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FeatureStore(
      Declarations declarations,
      FeatureVersionRepository repository,
      SnapshotStore snapshots,
      TransactionTemplate transaction,
      Clock clock) {
    this.declarations = declarations;
    this.repository = repository;
    this.snapshots = snapshots;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Records each draft as so from its day on, open-ended. A draft that says what is known already
   * changes nothing.
   *
   * @throws DraftException when a draft does not fit its layer; then nothing is recorded
   */
  public void record(Collection<FeatureDraft> drafts, String recordedBy) {
    Map<String, List<FeatureDraft>> byLayer = check(drafts);
    transaction.executeWithoutResult(status -> recordLayers(byLayer, recordedBy));
    byLayer.keySet().forEach(this::publish);
  }

  /**
   * Fills an installation at its first start. What is recorded then, or that nothing was, is
   * settled in the same transaction: a later start finds it settled and changes nothing, and a
   * start that was cut off has settled nothing.
   *
   * @param dataset what this installation was filled with, such as {@code reference-city} or {@code
   *     empty}
   * @param drafts called only at the first start
   * @return whether this was the first start
   * @throws DraftException when a draft does not fit its layer
   */
  public boolean fillOnce(String dataset, Supplier<List<FeatureDraft>> drafts, String recordedBy) {
    if (repository.isFilled()) {
      return false;
    }
    Map<String, List<FeatureDraft>> byLayer = check(drafts.get());
    transaction.executeWithoutResult(
        status -> {
          recordLayers(byLayer, recordedBy);
          repository.insertDataset(dataset, now());
        });
    byLayer.keySet().forEach(this::publish);
    return true;
  }

  /**
   * Ends the feature's period: from the day on it is no more.
   *
   * @throws IllegalArgumentException when no such layer is declared
   */
  public void close(String layer, String id, LocalDate day, String recordedBy) {
    if (declarations.find(layer).isEmpty()) {
      throw new IllegalArgumentException("No layer is declared as " + layer);
    }
    repository.enterLayer(layer);
    transaction.executeWithoutResult(
        status -> {
          repository.lockLayer(layer);
          Recording recording = new Recording(repository, recordedBy, now());
          if (recording.change(layer, Map.of(id, day), List.of())) {
            repository.raiseLayerVersion(layer);
          }
        });
    publish(layer);
  }

  private void publish(String layer) {
    declarations.find(layer).ifPresent(snapshots::refresh);
  }

  private Map<String, List<FeatureDraft>> check(Collection<FeatureDraft> drafts) {
    // In one order for everybody: two writers of the same layers wait for each other once, not each
    // for the other for ever.
    Map<String, List<FeatureDraft>> byLayer =
        drafts.stream()
            .collect(Collectors.groupingBy(FeatureDraft::layer, TreeMap::new, Collectors.toList()));
    byLayer.forEach((layer, ofLayer) -> new DraftCheck(declarations, layer).check(ofLayer));
    byLayer.keySet().forEach(repository::enterLayer);
    return byLayer;
  }

  private void recordLayers(Map<String, List<FeatureDraft>> byLayer, String recordedBy) {
    byLayer.forEach((layer, ofLayer) -> recordLayer(layer, ofLayer, recordedBy));
  }

  private void recordLayer(String layer, List<FeatureDraft> drafts, String recordedBy) {
    repository.lockLayer(layer);
    Recording recording = new Recording(repository, recordedBy, now());
    boolean changed = false;
    for (int start = 0; start < drafts.size(); start += CHUNK) {
      List<FeatureDraft> chunk = drafts.subList(start, Math.min(start + CHUNK, drafts.size()));
      Map<String, LocalDate> days = new LinkedHashMap<>();
      chunk.forEach(draft -> days.put(draft.id(), draft.validFrom()));
      changed |= recording.change(layer, days, chunk);
    }
    if (changed) {
      repository.raiseLayerVersion(layer);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** One set of changes to one layer, recorded at one moment by one person. */
  private record Recording(FeatureVersionRepository repository, String by, Instant at) {

    /**
     * @param days the day from which each feature changes, by id
     * @param drafts what is so from that day on; a feature without a draft is no more
     * @return whether anything was recorded
     */
    boolean change(String layer, Map<String, LocalDate> days, List<FeatureDraft> drafts) {
      List<FeatureVersion> known = repository.lockKnown(layer, days.keySet());
      Map<String, Integer> last = repository.findLastVersions(layer, days.keySet());
      Set<String> unchanged = new LinkedHashSet<>();
      for (FeatureDraft draft : drafts) {
        if (known.stream()
            .anyMatch(version -> version.id().equals(draft.id()) && version.says(draft))) {
          unchanged.add(draft.id());
        }
      }
      List<FeatureVersion> superseded = new ArrayList<>();
      List<FeatureVersion> added = new ArrayList<>();
      for (FeatureVersion version : known) {
        LocalDate day = days.get(version.id());
        if (day == null || unchanged.contains(version.id())) {
          continue;
        }
        if (version.validTo() != null && !version.validTo().isAfter(day)) {
          continue;
        }
        superseded.add(version);
        if (version.validFrom().isBefore(day)) {
          added.add(copy(version, next(last, version.id()), version.validFrom(), day));
        }
      }
      for (FeatureDraft draft : drafts) {
        if (!unchanged.contains(draft.id())) {
          added.add(first(draft, next(last, draft.id())));
        }
      }
      repository.supersede(superseded, at, by);
      repository.insert(added);
      return !superseded.isEmpty() || !added.isEmpty();
    }

    private static int next(Map<String, Integer> last, String id) {
      return last.merge(id, 1, Integer::sum);
    }

    private FeatureVersion copy(
        FeatureVersion version, int number, LocalDate from, @Nullable LocalDate to) {
      return new FeatureVersion(
          version.layer(),
          version.id(),
          number,
          version.geometry(),
          version.properties(),
          version.source(),
          from,
          to,
          at,
          by,
          null);
    }

    private FeatureVersion first(FeatureDraft draft, int number) {
      return new FeatureVersion(
          draft.layer(),
          draft.id(),
          number,
          draft.geometry(),
          FeatureVersion.withoutNulls(draft.properties()),
          draft.source(),
          draft.validFrom(),
          null,
          at,
          by,
          null);
    }
  }
}

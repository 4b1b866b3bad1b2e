package zeren.layer;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Writes features. Nothing is overwritten: a change from a day on supersedes what was known and
 * records it again up to that day, so that every earlier state of knowledge stays in the table. A
 * call is one transaction; when it has ended, readers see the new snapshot.
 */
@Service
public class FeatureStore {

  private static final int CHUNK = 500;

  /** An import waits for the one before it; a person at a form does not wait that long. */
  private static final Duration IMPORT_PATIENCE = Duration.ofMinutes(30);

  private static final Duration EDIT_PATIENCE = Duration.ofSeconds(8);

  private final Declarations declarations;
  private final FeatureVersionRepository repository;
  private final ChangeSetRepository changeSets;
  private final LayerVersionRepository layers;
  private final LayerWriting writing;
  private final Clock clock;

  FeatureStore(
      Declarations declarations,
      FeatureVersionRepository repository,
      ChangeSetRepository changeSets,
      LayerVersionRepository layers,
      LayerWriting writing,
      Clock clock) {
    this.declarations = declarations;
    this.repository = repository;
    this.changeSets = changeSets;
    this.layers = layers;
    this.writing = writing;
    this.clock = clock;
  }

  /**
   * Records each draft as so from its day on, open-ended. A draft that says what is known already
   * changes nothing.
   *
   * @throws DraftException when a draft does not fit its layer; then nothing is recorded
   */
  public void record(Collection<FeatureDraft> drafts, String recordedBy) {
    recordAll(drafts, ChangeNote.of(ChangeKind.RECORD, recordedBy), () -> {});
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
    if (layers.isFilled()) {
      return false;
    }
    try {
      recordAll(
          drafts.get(),
          ChangeNote.of(ChangeKind.REFERENCE, recordedBy),
          () -> layers.insertDataset(dataset, clock.instant()));
      return true;
    } catch (DuplicateKeyException e) {
      // Another node that started at the same moment has settled it; ours was rolled back.
      if (layers.isFilled()) {
        return false;
      }
      throw e;
    }
  }

  /** Whether {@link #fillOnce} has settled what this installation began with. */
  public boolean isFilled() {
    return layers.isFilled();
  }

  private void recordAll(Collection<FeatureDraft> drafts, ChangeNote note, Runnable last) {
    // In one order for everybody: two writers of the same layers wait for each other once, not each
    // for the other for ever.
    Map<String, List<FeatureDraft>> byLayer =
        drafts.stream()
            .collect(Collectors.groupingBy(FeatureDraft::layer, TreeMap::new, Collectors.toList()));
    byLayer.forEach((layer, ofLayer) -> new DraftCheck(declarations, layer).check(ofLayer));
    writing.writeAll(
        byLayer.keySet(),
        note,
        change -> {
          List<FeatureDraft> ofLayer = byLayer.getOrDefault(change.layer(), List.of());
          for (int start = 0; start < ofLayer.size(); start += CHUNK) {
            change.record(ofLayer.subList(start, Math.min(start + CHUNK, ofLayer.size())));
          }
        },
        last);
  }

  /**
   * Writes one change set to one layer. When the work throws, nothing has been written.
   *
   * @throws LayerBusyException when other imports held the layer for too long
   */
  public <T> Recorded<T> change(String layer, ChangeNote note, Function<ChangeWriter, T> work) {
    return writing.write(layer, note, IMPORT_PATIENCE, work::apply);
  }

  /** Does the same work with the same answers and writes nothing. */
  public <T> T rehearse(String layer, Viewer by, Function<ChangeWriter, T> work) {
    return writing.rehearse(layer, ChangeNote.of(ChangeKind.RECORD, by), work::apply);
  }

  /** Whether a change set has been taken back. */
  public boolean isUndone(long changeSet) {
    return changeSets.isUndone(changeSet);
  }

  /** The change set that an import was recorded in; empty when none was. */
  public Optional<Long> findChangeOfImport(String importId) {
    return changeSets.findOfImport(importId);
  }

  /**
   * Records one feature as somebody has edited it.
   *
   * @param expected the version that was edited; null for a feature that shall be new
   * @throws VersionConflictException when that version is no longer what is known, or the feature
   *     that shall be new is there
   * @throws zeren.problem.ProblemException 409 when something else is known of a later day in the
   *     draft's period
   * @throws DraftException when the draft does not fit its layer
   * @throws LayerBusyException when an import is being written to the layer
   */
  public void put(FeatureDraft draft, @Nullable Integer expected, Viewer by) {
    writing.write(
        draft.layer(),
        ChangeNote.of(ChangeKind.EDIT, by),
        EDIT_PATIENCE,
        change -> {
          requireRightTo(draft, expected, change);
          mustBe(draft.layer(), draft.id(), expected, draft.validFrom(), change);
          mustNotUndo(draft, expected);
          return change.replace(expected, whereItWas(draft));
        });
  }

  /**
   * Records features that shall be new, all of them or none, in one change set.
   *
   * @param drafts of one layer, each with another id
   * @throws VersionConflictException when one of them is there already; it is the one that is
   *     current
   * @throws DraftException when a draft does not fit the layer
   * @throws LayerBusyException when an import is being written to the layer
   */
  public void insert(String layer, List<FeatureDraft> drafts, Viewer by) {
    List<String> ids = drafts.stream().map(FeatureDraft::id).toList();
    writing.write(
        layer,
        ChangeNote.of(ChangeKind.EDIT, by),
        EDIT_PATIENCE,
        change -> {
          change.requireRightTo(ids);
          for (FeatureVersion known : repository.findKnown(layer, ids)) {
            throw new VersionConflictException(known);
          }
          return change.record(drafts);
        });
  }

  /** An edit that leaves the geometry alone leaves alone, too, what it was converted from. */
  private FeatureDraft whereItWas(FeatureDraft draft) {
    return repository
        .findValidOn(draft.layer(), draft.id(), draft.validFrom())
        .filter(known -> draft.source() == null && known.geometry().equalsExact(draft.geometry()))
        .map(known -> draft.withSource(known.source()))
        .orElse(draft);
  }

  /**
   * Ends the feature's period: from the day on it is no more.
   *
   * @param expected the version that was looked at
   * @throws VersionConflictException when that version is no longer what is known
   * @throws LayerBusyException when an import is being written to the layer
   */
  public void delete(String layer, String id, int expected, LocalDate day, Viewer by) {
    writing.write(
        layer,
        ChangeNote.of(ChangeKind.DELETE, by),
        EDIT_PATIENCE,
        change -> {
          change.requireRightTo(List.of(id), day);
          mustBe(layer, id, expected, day, change);
          change.close(Map.of(id, day));
          return true;
        });
  }

  /** For a feature that shall be new, all that was ever known of its id counts. */
  private static void requireRightTo(
      FeatureDraft draft, @Nullable Integer expected, LayerChange change) {
    if (expected == null) {
      change.requireRightTo(List.of(draft.id()));
    } else {
      change.requireRightTo(List.of(draft.id()), draft.validFrom());
    }
  }

  /** Nobody who edits what is so today sees what was recorded already for a later day. */
  private void mustNotUndo(FeatureDraft draft, @Nullable Integer expected) {
    repository.findKnown(draft.layer(), List.of(draft.id())).stream()
        .filter(version -> expected == null || version.version() != expected)
        .filter(version -> version.validFrom().isAfter(draft.validFrom()))
        .filter(version -> version.beginsBefore(draft.validTo()))
        .findFirst()
        .ifPresent(
            version -> {
              throw Precondition.knownAhead(draft.id(), version.validFrom());
            });
  }

  private void mustBe(
      String layer, String id, @Nullable Integer expected, LocalDate day, LayerChange change) {
    boolean holds =
        expected == null
            ? repository.findKnown(layer, List.of(id)).isEmpty()
            : repository.isKnown(layer, id, expected);
    if (!holds) {
      throw new VersionConflictException(
          repository
              .findValidOn(layer, id, LocalDate.now(clock))
              .or(() -> repository.findValidOn(layer, id, day))
              .filter(change::allows)
              .orElse(null));
    }
  }

  /**
   * Ends the feature's period: from the day on it is no more.
   *
   * @throws IllegalArgumentException when no such layer is declared
   */
  public void close(String layer, String id, LocalDate day, String recordedBy) {
    writing.write(
        layer,
        ChangeNote.of(ChangeKind.DELETE, recordedBy),
        EDIT_PATIENCE,
        change -> {
          change.close(Map.of(id, day));
          return true;
        });
  }

  /**
   * Takes a whole change set back: what it recorded is superseded, and what it superseded is
   * recorded again. An undo can be undone.
   *
   * @return the new change set, and how many features it touched
   * @throws java.util.NoSuchElementException when there is no such change set
   * @throws UndoConflictException when anything it recorded has been changed since; then nothing is
   *     undone
   */
  public Recorded<Long> undo(long changeSet, Viewer by) {
    ChangeSet undone = changeSets.find(changeSet).orElseThrow();
    return writing.write(
        undone.layer(),
        new ChangeNote(ChangeKind.UNDO, by, undone.note(), null),
        IMPORT_PATIENCE,
        change -> undo(undone, change));
  }

  /** Whether something of the same days is known that the change set has not said. */
  private static boolean isSaidAnew(
      FeatureVersion before, List<FeatureVersion> said, List<FeatureVersion> known) {
    return known.stream()
        .filter(version -> version.id().equals(before.id()) && version.overlaps(before))
        .anyMatch(
            version ->
                said.stream()
                    .noneMatch(
                        one ->
                            one.id().equals(version.id()) && one.version() == version.version()));
  }

  private long undo(ChangeSet undone, LayerChange change) {
    long count = 0;
    List<String> ids = repository.findTouched(undone.id(), "", CHUNK);
    while (!ids.isEmpty()) {
      List<FeatureVersion> said = repository.findSaidIn(undone.id(), ids);
      List<FeatureVersion> superseded = repository.findSupersededIn(undone.id(), ids);
      List<FeatureVersion> known = repository.findKnown(undone.layer(), ids);
      List<String> changedSince =
          Stream.concat(
                  said.stream().filter(version -> version.supersededAt() != null),
                  superseded.stream().filter(version -> isSaidAnew(version, said, known)))
              .map(FeatureVersion::id)
              .distinct()
              .toList();
      if (!changedSince.isEmpty()) {
        throw new UndoConflictException(undone.layer(), changedSince);
      }
      change.reverse(undone, said, superseded);
      count += ids.size();
      ids = repository.findTouched(undone.id(), ids.get(ids.size() - 1), CHUNK);
    }
    return count;
  }
}

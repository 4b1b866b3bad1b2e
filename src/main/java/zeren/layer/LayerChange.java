package zeren.layer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zeren.trail.Deed;

/**
 * A change set while it is written, inside its transaction. A change from a day on supersedes what
 * was known and records it again up to that day, so that every earlier state of knowledge stays in
 * the table.
 */
final class LayerChange implements ChangeWriter {

  private static final int CHUNK = 500;

  private final FeatureVersionRepository repository;
  private final ChangeSetRepository changeSets;
  private final Declarations declarations;
  private final String layer;
  private final ChangeNote note;
  private final Instant at;
  private final WriteGuard guard;
  private final boolean rehearsed;
  private final ChangeDeed deed;
  private @Nullable Long undoes;
  private long changeSet;

  LayerChange(
      FeatureVersionRepository repository,
      ChangeSetRepository changeSets,
      Declarations declarations,
      String layer,
      ChangeNote note,
      Instant at,
      WriteGuard guard,
      boolean rehearsed) {
    this.repository = repository;
    this.changeSets = changeSets;
    this.declarations = declarations;
    this.layer = layer;
    this.note = note;
    this.at = at;
    this.guard = guard;
    this.rehearsed = rehearsed;
    this.deed = new ChangeDeed(layer, note);
  }

  String layer() {
    return layer;
  }

  /** Its number; 0 as long as nothing was written. */
  long changeSet() {
    return changeSet;
  }

  /** What the trail is told of it. */
  Deed deed() {
    return deed.toDeed(changeSet);
  }

  @Override
  public Map<String, FeatureVersion> findOn(LocalDate day, Collection<String> ids) {
    Map<String, FeatureVersion> found = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      repository.findValidOn(layer, ids, day).forEach(version -> found.put(version.id(), version));
    }
    return found;
  }

  /**
   * @throws zeren.problem.ProblemException 403 when anything that is known of a feature is not for
   *     the writer
   */
  void requireRightTo(List<String> ids) {
    requireRightTo(ids, LocalDate.MIN);
  }

  /**
   * @throws zeren.problem.ProblemException 403 when a feature is not for the writer to change from
   *     the day on; where it was before does not count
   */
  void requireRightTo(List<String> ids, LocalDate day) {
    if (!guard.isOpen()) {
      repository.findKnown(layer, ids).stream()
          .filter(version -> version.reaches(day))
          .forEach(guard::check);
    }
  }

  /** Whether the writer may know of the version. */
  boolean allows(FeatureVersion version) {
    return guard.allows(version);
  }

  @Override
  public Set<String> findOutOfScope(List<FeatureDraft> drafts) {
    if (guard.isOpen()) {
      return Set.of();
    }
    Set<String> outside = new HashSet<>();
    Map<String, List<FeatureVersion>> known =
        findKnown(drafts.stream().map(FeatureDraft::id).toList());
    for (FeatureDraft draft : drafts) {
      if (!guard.allows(draft)
          || !allowsAll(known.getOrDefault(draft.id(), List.of()), draft.validFrom())) {
        outside.add(draft.id());
      }
    }
    return outside;
  }

  private boolean allowsAll(List<FeatureVersion> known, LocalDate from) {
    return known.stream().filter(version -> version.reaches(from)).allMatch(guard::allows);
  }

  @Override
  public List<Outcome> record(List<FeatureDraft> drafts) {
    new DraftCheck(declarations, layer).check(drafts);
    List<Outcome> outcomes = new ArrayList<>(drafts.size());
    for (int start = 0; start < drafts.size(); start += CHUNK) {
      int end = Math.min(start + CHUNK, drafts.size());
      outcomes.addAll(recordChunk(drafts.subList(start, end), null));
    }
    return outcomes;
  }

  /**
   * Records one draft.
   *
   * @param replaced the version that it stands for, whose period may lie beyond that of the draft
   */
  Outcome replace(@Nullable Integer replaced, FeatureDraft draft) {
    List<FeatureDraft> one = List.of(draft);
    new DraftCheck(declarations, layer).check(one);
    return recordChunk(one, replaced).get(0);
  }

  private List<Outcome> recordChunk(List<FeatureDraft> drafts, @Nullable Integer replaced) {
    Map<String, List<FeatureVersion>> known =
        findKnown(drafts.stream().map(FeatureDraft::id).toList());
    guard.checkDrafts(drafts);
    Map<String, LocalDate> days = new LinkedHashMap<>();
    List<FeatureDraft> news = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>(drafts.size());
    for (FeatureDraft draft : drafts) {
      Outcome outcome = outcome(draft, known.getOrDefault(draft.id(), List.of()));
      outcomes.add(outcome);
      if (outcome != Outcome.UNCHANGED) {
        days.put(draft.id(), draft.validFrom());
        news.add(draft);
      }
    }
    write(days, news, known, replaced);
    return outcomes;
  }

  private static Outcome outcome(FeatureDraft draft, List<FeatureVersion> known) {
    if (known.stream().anyMatch(version -> version.says(draft))) {
      return Outcome.UNCHANGED;
    }
    boolean there = known.stream().anyMatch(version -> version.isSoOn(draft.validFrom()));
    return there ? Outcome.CHANGED : Outcome.CREATED;
  }

  /** Ends the periods of the features: from its day on, each is no more. */
  void close(Map<String, LocalDate> days) {
    write(days, List.of(), findKnown(days.keySet()), null);
  }

  @Override
  public long closeOthers(
      LocalDate day, Predicate<FeatureVersion> isKept, Consumer<FeatureVersion> closed) {
    long count = 0;
    String after = "";
    List<FeatureVersion> page = repository.findPageOn(layer, day, after, CHUNK);
    while (!page.isEmpty()) {
      List<FeatureVersion> others = mayEnd(page.stream().filter(isKept.negate()).toList(), day);
      Map<String, LocalDate> days = new LinkedHashMap<>();
      others.forEach(version -> days.put(version.id(), day));
      close(days);
      others.forEach(closed);
      count += others.size();
      after = page.get(page.size() - 1).id();
      page = repository.findPageOn(layer, day, after, CHUNK);
    }
    return count;
  }

  /** Those of which nothing from the day on lies out of the writer's scope. */
  private List<FeatureVersion> mayEnd(List<FeatureVersion> versions, LocalDate day) {
    if (guard.isOpen()) {
      return versions;
    }
    Map<String, List<FeatureVersion>> known =
        findKnown(versions.stream().map(FeatureVersion::id).toList());
    return versions.stream()
        .filter(version -> allowsAll(known.getOrDefault(version.id(), List.of()), day))
        .toList();
  }

  /**
   * Takes back what another change set said of these features: its versions are superseded, and
   * what it superseded is recorded again.
   */
  void reverse(ChangeSet other, List<FeatureVersion> said, List<FeatureVersion> superseded) {
    guard.check(said);
    guard.check(superseded);
    undoes = other.id();
    Set<String> ids = new LinkedHashSet<>();
    said.forEach(version -> ids.add(version.id()));
    superseded.forEach(version -> ids.add(version.id()));
    Map<String, Integer> last = repository.findLastVersions(layer, ids);
    enter();
    deed.reversed(other.id(), ids);
    repository.supersede(said, at, note.by(), changeSet);
    repository.insert(
        superseded.stream()
            .map(
                version ->
                    version.recordedAgain(
                        next(last, version.id()), version.validTo(), at, note.by(), changeSet))
            .toList());
  }

  private Map<String, List<FeatureVersion>> findKnown(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return repository.findKnown(layer, ids).stream()
        .collect(Collectors.groupingBy(FeatureVersion::id));
  }

  /**
   * @param days the day from which each feature changes, by id
   * @param drafts what is so from that day on, up to its end; a feature without a draft is no more
   * @param replaced a version that is superseded wherever its period lies
   */
  private void write(
      Map<String, LocalDate> days,
      List<FeatureDraft> drafts,
      Map<String, List<FeatureVersion>> known,
      @Nullable Integer replaced) {
    Map<String, LocalDate> ends = new HashMap<>();
    drafts.forEach(draft -> ends.put(draft.id(), draft.validTo()));
    List<FeatureVersion> superseded = new ArrayList<>();
    known.forEach(
        (id, versions) -> {
          LocalDate day = days.get(id);
          if (day != null) {
            // What begins when the draft ends, it says nothing about.
            versions.stream()
                .filter(version -> version.reaches(day))
                .filter(
                    version ->
                        version.beginsBefore(ends.get(id))
                            || Objects.equals(replaced, version.version()))
                .forEach(superseded::add);
          }
        });
    guard.check(superseded);
    if (rehearsed || (superseded.isEmpty() && drafts.isEmpty())) {
      return;
    }
    enter();
    Map<String, Integer> last = repository.findLastVersions(layer, days.keySet());
    List<FeatureVersion> added = new ArrayList<>();
    for (FeatureVersion version : superseded) {
      LocalDate day = days.get(version.id());
      if (day != null && version.validFrom().isBefore(day)) {
        added.add(version.recordedAgain(next(last, version.id()), day, at, note.by(), changeSet));
      }
    }
    for (FeatureDraft draft : drafts) {
      FeatureVersion version =
          FeatureVersion.of(draft, next(last, draft.id()), at, note.by(), changeSet);
      added.add(version);
      tell(version, known.getOrDefault(draft.id(), List.of()));
    }
    if (drafts.isEmpty()) {
      superseded.stream().map(FeatureVersion::id).distinct().forEach(deed::ended);
    }
    repository.supersede(superseded, at, note.by(), changeSet);
    repository.insert(added);
  }

  private void tell(FeatureVersion now, List<FeatureVersion> known) {
    known.stream()
        .filter(version -> version.isSoOn(now.validFrom()))
        .findFirst()
        .ifPresentOrElse(before -> deed.changed(before, now), () -> deed.created(now));
  }

  private void enter() {
    if (changeSet == 0) {
      changeSet = changeSets.insert(layer, note, undoes, at);
    }
  }

  private static int next(Map<String, Integer> last, String id) {
    return last.merge(id, 1, Integer::sum);
  }
}

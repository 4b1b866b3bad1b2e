package zeren.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import zeren.layer.ChangeWriter;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureVersion;
import zeren.problem.ProblemException;

/** Keeps what a rehearsal would have recorded. */
final class DraftCollector implements ChangeWriter {

  /** They are held in memory, with what they are compared with. */
  private static final int MOST = 100_000;

  private final ChangeWriter rehearsal;
  private final List<FeatureDraft> drafts = new ArrayList<>();
  private final Set<String> closed = new LinkedHashSet<>();

  DraftCollector(ChangeWriter rehearsal) {
    this.rehearsal = rehearsal;
  }

  ImportDrafts toDrafts(String layer, LocalDate day) {
    return new ImportDrafts(layer, day, List.copyOf(drafts), Set.copyOf(closed));
  }

  @Override
  public Map<String, FeatureVersion> findOn(LocalDate day, Collection<String> ids) {
    return rehearsal.findOn(day, ids);
  }

  @Override
  public Set<String> findOutOfScope(List<FeatureDraft> given) {
    return rehearsal.findOutOfScope(given);
  }

  @Override
  public List<Outcome> record(List<FeatureDraft> given) {
    List<Outcome> outcomes = rehearsal.record(given);
    for (int i = 0; i < given.size(); i++) {
      if (outcomes.get(i) != Outcome.UNCHANGED) {
        drafts.add(given.get(i));
      }
    }
    mustFit();
    return outcomes;
  }

  @Override
  public long closeOthers(
      LocalDate day, Predicate<FeatureVersion> isKept, Consumer<FeatureVersion> receiver) {
    return rehearsal.closeOthers(
        day,
        isKept,
        version -> {
          closed.add(version.id());
          mustFit();
          receiver.accept(version);
        });
  }

  private void mustFit() {
    if (drafts.size() + closed.size() > MOST) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "too-many-changes",
          "Too many changes",
          "The import changes more than " + MOST + " features; that many are not looked at.");
    }
  }
}

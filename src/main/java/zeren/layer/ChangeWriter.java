package zeren.layer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Writes one change set to one layer, chunk by chunk. In a rehearsal it compares and counts in the
 * same way and writes nothing.
 */
public interface ChangeWriter {

  /** What became of a draft. */
  enum Outcome {
    CREATED,
    CHANGED,
    /** All of it was known already. */
    UNCHANGED
  }

  /** The features as they are known to be on the day, by id; those that are not are left out. */
  Map<String, FeatureVersion> findOn(LocalDate day, Collection<String> ids);

  /**
   * The drafts that the writer has no right to record: what they say, or what is known of their
   * features, lies out of the writer's scope.
   *
   * @return ids
   */
  Set<String> findOutOfScope(List<FeatureDraft> drafts);

  /**
   * Records each draft as so from its day on, open-ended. No id may stand twice in one change set.
   *
   * @param drafts at most 1,000
   * @return what became of each, in the same order
   * @throws DraftException when one does not fit the layer; the change set is then to be given up
   * @throws zeren.problem.ProblemException 403 when one is not for the writer; likewise
   */
  List<Outcome> record(List<FeatureDraft> drafts);

  /**
   * Ends the period of every feature that is open-ended on the day, in the writer's scope and not
   * kept.
   *
   * @param isKept whether a feature stays, as it is known to be on the day
   * @param closed receives the ended ones as they were, in the order of their ids
   * @return how many were ended
   */
  long closeOthers(
      LocalDate day, Predicate<FeatureVersion> isKept, Consumer<FeatureVersion> closed);
}

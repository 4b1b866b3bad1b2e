package zeren.responsibility;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is responsible for a place, in a role, and why.
 *
 * @param topics for which topics
 * @param scope what the responsibility is for: a feature, or a part of a layer
 * @param distance metres from the place to the scope: 0 inside an area and on the object itself
 * @param share which part of the object asked about lies in the scope, 0 to 1; null for places
 * @param scopeAccuracy how far off the outline of the area or line may be, in metres; null when
 *     nothing says it, and for other scopes
 * @param effective whether it decides; others stand above, come after or were ruled out
 * @param rank the lower goes first among equals
 * @param negatedBy what says that it is explicitly not responsible; null when nothing does
 * @param assignment id of the assignment; null when the scope's own record says it
 */
public record Answer(
    Role role,
    Set<Topic> topics,
    Party party,
    FeatureRef scope,
    Rule rule,
    double distance,
    @Nullable Double share,
    @Nullable Double scopeAccuracy,
    boolean effective,
    int rank,
    @Nullable Basis negatedBy,
    Basis basis,
    @Nullable String assignment) {

  /** The codes of the topics; {@code all} for every one. */
  public List<String> topicCodes() {
    return Topic.codes(topics);
  }

  Answer withParty(Party other) {
    return new Answer(
        role,
        topics,
        other,
        scope,
        rule,
        distance,
        share,
        scopeAccuracy,
        effective,
        rank,
        negatedBy,
        basis,
        assignment);
  }

  /** The reason in one English sentence. */
  public String because() {
    StringBuilder because =
        new StringBuilder(party.name()).append(' ').append(rule.sentence()).append(": ");
    because.append(scope.layer()).append(" '").append(scope.name()).append('\'');
    if (distance >= 0.5) {
      because.append(String.format(Locale.ROOT, ", %.0f m away", distance));
    }
    if (share != null) {
      because.append(String.format(Locale.ROOT, ", %.1f %% of it", 100 * share));
    }
    if (negatedBy != null) {
      because.append("; explicitly not responsible");
    } else if (!effective) {
      because.append("; another goes before");
    }
    return because.append('.').toString();
  }
}

package zeren.responsibility;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role that is required and that nobody holds.
 *
 * @param topics the topics it is required for
 * @param code why: {@code outside} when no area covers the place, {@code no_holder} when the scope
 *     is there and nobody is in charge of it, {@code not_responsible} when all who were are
 *     explicitly not, {@code no_assignment} when nothing says who it is
 * @param scope what is without a holder; null when there is not even that
 * @param reason in one English sentence
 */
public record Gap(
    Role role, Set<Topic> topics, String code, @Nullable FeatureRef scope, String reason) {

  /** The codes of the topics; {@code all} for every one. */
  public List<String> topicCodes() {
    return Topic.codes(topics);
  }
}

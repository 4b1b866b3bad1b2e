package zeren.responsibility;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object for which nobody holds a role that somebody must hold.
 *
 * @param topics for which nobody does
 * @param code why, see {@link Gap}
 * @param reason the same in English sentences
 */
public record DutyGap(
    FeatureRef feature,
    double lon,
    double lat,
    @Nullable FeatureRef county,
    @Nullable FeatureRef zone,
    Role role,
    Set<Topic> topics,
    String code,
    String reason) {

  /** The codes of the topics, separated by semicolons. */
  public String topicCodes() {
    return String.join(";", Topic.codes(topics));
  }
}

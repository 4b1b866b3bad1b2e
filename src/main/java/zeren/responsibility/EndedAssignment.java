package zeren.responsibility;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.layer.FeatureVersion;

/**
 * An assignment that is over, as it was last.
 *
 * @param lastDay the last day on which it was in force
 */
record EndedAssignment(
    String id, String name, LocalDate lastDay, Map<String, @Nullable Object> values) {

  /** What two assignments must have in common for the one to follow the other. */
  private static final List<String> SAME =
      List.of(
          "role",
          "scope_layer",
          "scope_id",
          "scope_field",
          "scope_value",
          "scope_district",
          "scope_city",
          "zone_radius");

  static Optional<EndedAssignment> of(FeatureVersion version) {
    LocalDate end = version.validTo();
    boolean negated = Boolean.TRUE.equals(version.properties().get("negated"));
    return end == null || negated
        ? Optional.empty()
        : Optional.of(
            new EndedAssignment(
                version.id(),
                Objects.toString(version.properties().get("name"), version.id()),
                end.minusDays(1),
                version.properties()));
  }

  @Nullable String text(String field) {
    Object value = values.get(field);
    return value == null ? null : value.toString();
  }

  /** Whether an assignment is for the same role and scope, and for one of its topics. */
  boolean isFollowedBy(Map<String, Object> other) {
    return !Boolean.TRUE.equals(other.get("negated"))
        && SAME.stream().allMatch(field -> Objects.equals(values.get(field), other.get(field)))
        && sharesTopic(Objects.toString(other.get("topics"), ""));
  }

  private boolean sharesTopic(String others) {
    Set<String> topics = codes(Objects.toString(text("topics"), ""));
    Set<String> theirs = codes(others);
    if (topics.contains(Topic.ALL) || theirs.contains(Topic.ALL)) {
      return true;
    }
    topics.retainAll(theirs);
    return !topics.isEmpty();
  }

  private static Set<String> codes(String joined) {
    return new HashSet<>(Arrays.asList(joined.split(";", -1)));
  }
}

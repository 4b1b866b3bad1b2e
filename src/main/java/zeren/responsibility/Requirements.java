package zeren.responsibility;

import static zeren.responsibility.Parties.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerView;

/** The table {@code required_role}: which roles somebody must hold, for which topic. */
final class Requirements {

  private record Requirement(Set<Topic> topics, Role role, @Nullable String layer) {}

  private final List<Requirement> all = new ArrayList<>();

  Requirements(LayerView table) {
    for (int row = 0; row < table.size(); row++) {
      String topic = text(table, row, "topic");
      String layer = text(table, row, "layer");
      if (topic != null) {
        Role.find(String.valueOf(table.value(row, "role")))
            .ifPresent(role -> all.add(new Requirement(Topic.parse(topic), role, layer)));
      }
    }
  }

  /**
   * The roles that must be held, with the topics among those asked about.
   *
   * @param layer of the object asked about; null for a bare point
   */
  Map<Role, Set<Topic>> of(Set<Topic> asked, @Nullable String layer) {
    Map<Role, Set<Topic>> required = new EnumMap<>(Role.class);
    for (Requirement requirement : all) {
      if (requirement.layer == null || requirement.layer.equals(layer)) {
        Set<Topic> topics = EnumSet.copyOf(requirement.topics);
        topics.retainAll(asked);
        if (!topics.isEmpty()) {
          required
              .computeIfAbsent(requirement.role, role -> EnumSet.noneOf(Topic.class))
              .addAll(topics);
        }
      }
    }
    return required;
  }
}

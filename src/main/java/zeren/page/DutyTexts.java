package zeren.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import zeren.notice.CellNotice;
import zeren.responsibility.Answer;
import zeren.responsibility.Party;
import zeren.responsibility.Role;
import zeren.responsibility.Topic;

/** The units and persons besides the chief who are responsible in a cell, in words. */
final class DutyTexts {

  /** The chiefs stand above, and those of lines beside their lines. */
  private static final Set<Role> SAID_ELSEWHERE =
      Set.of(Role.GRID_CHIEF, Role.ROAD_CHIEF, Role.RIVER_CHIEF);

  private final Messages messages;
  private final String language;

  DutyTexts(Messages messages, String language) {
    this.messages = messages;
    this.language = language;
  }

  /** Everybody in one role. */
  record Duties(String role, List<Duty> duties) {}

  /**
   * @param topics empty when it is for everything
   */
  record Duty(PartyText party, String topics) {}

  private record Who(Role role, Party party) {}

  List<Duties> of(CellNotice notice) {
    Map<Who, Set<String>> topics = new LinkedHashMap<>();
    for (Answer answer : notice.answers().answers()) {
      if (answer.effective() && !SAID_ELSEWHERE.contains(answer.role())) {
        topics
            .computeIfAbsent(new Who(answer.role(), answer.party()), who -> new LinkedHashSet<>())
            .addAll(answer.topicCodes());
      }
    }
    Map<Role, List<Duty>> byRole = new LinkedHashMap<>();
    topics.forEach(
        (who, codes) ->
            byRole
                .computeIfAbsent(who.role(), role -> new ArrayList<>())
                .add(new Duty(PartyText.of(who.party()), words(codes))));
    return byRole.entrySet().stream()
        .map(role -> new Duties(text("role." + role.getKey().code()), role.getValue()))
        .toList();
  }

  private String words(Set<String> topics) {
    return topics.contains(Topic.ALL)
        ? ""
        : topics.stream()
            .map(topic -> text("topic." + topic))
            .collect(Collectors.joining(text("names.separator")));
  }

  private String text(String key) {
    return messages.text(language, key);
  }
}

package zeren.responsibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the responsibility is for. */
public enum Topic {
  DUST,
  INDUSTRY,
  VEHICLE,
  WATER,
  SOIL,
  NOISE,
  BURNING;

  /** The word for every topic together. */
  public static final String ALL = "all";

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The word of the API and the data. */
  public String code() {
    return code;
  }

  public static Optional<Topic> find(String code) {
    return Arrays.stream(values()).filter(topic -> topic.code().equals(code)).findFirst();
  }

  /** The topics that are asked about: all of them when none is named. */
  public static Set<Topic> asked(@Nullable Topic topic) {
    return topic == null ? EnumSet.allOf(Topic.class) : EnumSet.of(topic);
  }

  /** Reads codes separated by {@code ;}; what is none is left out. */
  static Set<Topic> parse(String codes) {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    for (String code : codes.split(";", -1)) {
      if (code.equals(ALL)) {
        return EnumSet.allOf(Topic.class);
      }
      find(code).ifPresent(topics::add);
    }
    return topics;
  }

  static Set<Topic> of(@Nullable List<String> codes) {
    return codes == null ? EnumSet.allOf(Topic.class) : parse(String.join(";", codes));
  }

  /** The codes; {@code all} for every one. */
  static List<String> codes(Set<Topic> topics) {
    if (topics.size() == values().length) {
      return List.of(ALL);
    }
    List<String> codes = new ArrayList<>();
    topics.forEach(topic -> codes.add(topic.code()));
    return codes;
  }
}

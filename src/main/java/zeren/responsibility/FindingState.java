package zeren.responsibility;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import zeren.layer.Title;

/** How far a finding is. */
public enum FindingState {
  /** It is so, and something has to be done about it. */
  OPEN("待处理", "Open"),
  /** It is so, and somebody has said why it may stay so. */
  ACCEPTED("已认可", "Accepted"),
  /** It is no longer so. */
  RESOLVED("已解决", "Resolved");

  private final Title title;

  FindingState(String zh, String en) {
    this.title = new Title(zh, en);
  }

  public Title title() {
    return title;
  }

  /** The word of the API and of the record. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(FindingState::code).toList();
  }

  /**
   * @throws IllegalArgumentException when there is none with that code
   */
  public static FindingState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

package zeren.responsibility;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import zeren.layer.Title;

/** What is wrong. */
public enum FindingKind {
  /** An area that no cell covers. */
  GAP("盲区", "Gap"),
  /** An area that two cells of a level cover. */
  OVERLAP("交叉", "Overlap"),
  /** A gap or an overlap so small or thin that it comes from drawing. */
  SLIVER("细碎图斑", "Sliver"),
  /** An object whose record names another district, cell or department than the map. */
  MISATTRIBUTION("错归属", "Wrong attribution"),
  /** An object for which nobody holds a role that somebody must hold. */
  DUTY_GAP("责任空缺", "Duty gap"),
  /** A person to whom nothing is assigned. */
  IDLE_PERSON("无任务人员", "Person without duty"),
  /** An assignment whose scope is not there. */
  BROKEN_ASSIGNMENT("分工对象不存在", "Assignment without its scope"),
  /** An assignment that ended and that no other follows. */
  EXPIRED_ASSIGNMENT("分工到期", "Assignment that ended"),
  /** A cell in which nobody is in charge. */
  CELL_WITHOUT_CHIEF("网格缺网格长", "Cell without a chief"),
  /** A zone in several districts for which no joint control group is named. */
  ZONE_WITHOUT_GROUP("管控圈缺联合管控组", "Zone without a joint control group");

  private final Title title;

  FindingKind(String zh, String en) {
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
    return Arrays.stream(values()).map(FindingKind::code).toList();
  }

  /**
   * @throws IllegalArgumentException when there is none with that code
   */
  public static FindingKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

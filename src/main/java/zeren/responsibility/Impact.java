package zeren.responsibility;

import java.util.List;

/**
 * What a change would do to who is responsible, before it is made.
 *
 * @param examined how many objects were looked at
 * @param moved objects for which somebody else would be responsible
 * @param parties how many objects each party would gain and lose, most moved first
 */
public record Impact(
    int examined,
    List<Move> moved,
    List<Lack> gapsClosed,
    List<Lack> gapsOpened,
    List<Lack> overlapsClosed,
    List<Lack> overlapsOpened,
    List<Balance> parties) {

  /** One object and one role of it. */
  public record Move(
      FeatureRef object,
      double lon,
      double lat,
      Role role,
      List<String> before,
      List<String> after) {}

  /** A gap or an overlap of an object. */
  public record Lack(FeatureRef object, Role role) {}

  /** Objects, counted once for each role. */
  public record Balance(String name, int gains, int loses) {}
}

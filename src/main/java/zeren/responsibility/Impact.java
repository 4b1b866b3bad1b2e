package zeren.responsibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do to who is responsible, before it is made.
 *
 * @param examined how many objects were looked at
 * @param moved objects for which somebody else would be responsible
 * @param areaGapsOpened areas that no cell of a level would cover any more
 * @param areaOverlapsOpened areas that two cells of a level would cover
 * @param parties how many objects each party would gain and lose, most moved first
 */
public record Impact(
    int examined,
    List<Move> moved,
    List<Lack> gapsClosed,
    List<Lack> gapsOpened,
    List<Lack> overlapsClosed,
    List<Lack> overlapsOpened,
    List<Patch> areaGapsClosed,
    List<Patch> areaGapsOpened,
    List<Patch> areaOverlapsClosed,
    List<Patch> areaOverlapsOpened,
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

  /**
   * A piece of land.
   *
   * @param layer of the cells
   * @param level of the cells; null when they have none
   * @param district the county it lies in; null outside of all
   * @param owners the cells that overlap; none in a gap
   * @param area square metres
   * @param lon of a place in it
   */
  public record Patch(
      String layer,
      @Nullable String level,
      @Nullable FeatureRef district,
      List<FeatureRef> owners,
      double area,
      double lon,
      double lat) {}

  /** Objects, counted once for each role. */
  public record Balance(String name, int gains, int loses) {}
}

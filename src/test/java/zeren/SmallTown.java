package zeren;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/**
 * A service that holds a town small enough to count by hand: two districts that share an edge, one
 * of them with a hole, stations, sites and enterprises at known distances, and ids that are hard to
 * put into an address.
 */
public final class SmallTown {

  public static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);

  /** On the edge that the two districts share. */
  public static final Point EDGE_STATION = Shapes.point(113.6, 34.75);

  /** In the hole of the western district. */
  public static final Point HOLE_STATION = Shapes.point(113.55, 34.75);

  public static final Point FAR_STATION = Shapes.point(113.9, 34.9);

  public static final List<String> HARD_IDS =
      List.of(
          "a/b", "a%b", "a%2Fb", "a;b", "q?x", "n#1", "with space", "中原/一", "a+b", "x&y=z", "a\\b");

  /** Sites within 3 km of {@link #EDGE_STATION}, nearest first. */
  public static final List<String> NEAR_SITES =
      List.of("near-north", "near-east", "near-south", "just-in");

  private SmallTown() {}

  private static final class Shared {
    static final RunningZeren ZEREN = start();
  }

  public static RunningZeren running() {
    return Shared.ZEREN;
  }

  private static RunningZeren start() {
    RunningZeren zeren =
        RunningZeren.start(
            "--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");
    fill(zeren);
    return zeren;
  }

  /** Records the town in an empty service that has the layers of {@code own-layers}. */
  public static void fill(RunningZeren zeren) {
    FeatureStore store = zeren.bean(FeatureStore.class);
    store.record(features(), "tester");
    store.record(
        List.of(site("moved", Shapes.point(113.61, 34.61), "building", FOUNDED.plusYears(1))),
        "tester");
  }

  private static List<FeatureDraft> features() {
    List<FeatureDraft> drafts = new ArrayList<>();
    drafts.add(
        district(
            "west",
            Shapes.wkt(
                "POLYGON ((113.5 34.7, 113.6 34.7, 113.6 34.8, 113.5 34.8, 113.5 34.7),"
                    + " (113.54 34.74, 113.54 34.76, 113.56 34.76, 113.56 34.74, 113.54 34.74))")));
    drafts.add(district("east", Shapes.rectangle(113.6, 34.7, 113.7, 34.8)));
    drafts.add(station("edge", EDGE_STATION, "national"));
    drafts.add(station("hole", HOLE_STATION, "national"));
    drafts.add(station("far", FAR_STATION, "provincial"));
    double far = 0;
    for (String id : HARD_IDS) {
      far += 0.01;
      drafts.add(station(id, Shapes.point(112 + far, 33), "municipal"));
    }
    drafts.add(site("near-north", Shapes.away(EDGE_STATION, 0, 1000), "building", FOUNDED));
    drafts.add(site("near-east", Shapes.away(EDGE_STATION, 90, 1500), "road", FOUNDED));
    drafts.add(site("near-south", Shapes.away(EDGE_STATION, 180, 2000), "demolition", FOUNDED));
    drafts.add(site("just-in", Shapes.away(EDGE_STATION, 225, 2999.9), "building", FOUNDED));
    drafts.add(site("just-out", Shapes.away(EDGE_STATION, 45, 3000.1), "building", FOUNDED));
    drafts.add(site("moved", Shapes.point(113.61, 34.6), "building", FOUNDED));
    drafts.add(enterprise("mill", Shapes.away(EDGE_STATION, 350, 500)));
    drafts.add(outfall("pipe", Shapes.away(EDGE_STATION, 10, 700)));
    return drafts;
  }

  private static FeatureDraft district(String id, Geometry area) {
    return draft("district", id, area, Map.of("name", id, "kind", "county", "city", "小城"), FOUNDED);
  }

  private static FeatureDraft station(String id, Geometry at, String level) {
    return draft(
        "station", id, at, Map.of("name", "站 " + id, "city", "小城", "level", level), FOUNDED);
  }

  public static FeatureDraft site(String id, Geometry at, String type, LocalDate from) {
    return draft("site", id, at, Map.of("name", "=工地 " + id, "type", type, "class", "B"), from);
  }

  private static FeatureDraft enterprise(String id, Geometry at) {
    return draft("enterprise", id, at, Map.of("name", "secret mill", "type", "foundry"), FOUNDED);
  }

  private static FeatureDraft outfall(String id, Geometry at) {
    return draft(
        "outfall",
        id,
        at,
        Map.of(
            "name",
            "管口",
            "pipes",
            3L,
            "flow",
            2.0,
            "closed",
            false,
            "found_on",
            "2021-05-06",
            "informant",
            "neighbour"),
        FOUNDED);
  }

  private static FeatureDraft draft(
      String layer, String id, Geometry geometry, Map<String, Object> properties, LocalDate from) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(properties);
    values.put("source", "hand-made");
    return new FeatureDraft(layer, id, geometry, values, from, null);
  }
}

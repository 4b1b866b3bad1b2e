package zeren.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.SmallTown;
import zeren.account.FirstLogin;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/** Two cells side by side, with sites in both, and the manager of one of them. */
final class MyTown {

  static final String MANAGER = "张庄网格员";
  static final double LON = 113.605;
  static final double LAT = 34.755;

  private MyTown() {}

  static RunningZeren start() {
    RunningZeren zeren = RunningZeren.start("--zeren.reference=false");
    zeren
        .bean(FeatureStore.class)
        .record(
            List.of(
                draft(
                    "district",
                    "home",
                    Shapes.rectangle(113.5, 34.6, 113.8, 34.9),
                    "name",
                    "本区",
                    "kind",
                    "county",
                    "city",
                    "本市"),
                draft(
                    "grid_cell",
                    "own",
                    Shapes.rectangle(113.60, 34.75, 113.62, 34.77),
                    "name",
                    "张庄网格",
                    "level",
                    "village",
                    "district",
                    "home"),
                draft(
                    "grid_cell",
                    "other",
                    Shapes.rectangle(113.62, 34.75, 113.64, 34.77),
                    "name",
                    "李庄网格",
                    "level",
                    "village",
                    "district",
                    "home")),
            "tester");
    zeren
        .bean(FeatureStore.class)
        .record(
            List.of(
                site("S-1", 113.604, 34.754, "安置区一期工地", "A"),
                draft(
                    "site",
                    "S-2",
                    Shapes.point(113.612, 34.762),
                    "name",
                    "人民路管网工地",
                    "type",
                    "building",
                    "class",
                    "B"),
                site("S-3", 113.63, 34.76, "邻村工地", "A")),
            "tester");
    FirstLogin.manager(zeren, MANAGER, "own");
    return zeren;
  }

  static FeatureDraft site(String id, double lon, double lat, String name, String category) {
    return draft(
        "site",
        id,
        Shapes.point(lon, lat),
        "name",
        name,
        "type",
        "building",
        "class",
        category,
        "operator",
        "某建筑公司",
        "operator_phone",
        "0371-00000000");
  }

  private static FeatureDraft draft(String layer, String id, Geometry at, String... values) {
    Map<String, Object> properties = new HashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      properties.put(values[i], values[i + 1]);
    }
    return new FeatureDraft(layer, id, at, properties, SmallTown.FOUNDED, null);
  }
}

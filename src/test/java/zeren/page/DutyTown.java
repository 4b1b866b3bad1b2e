package zeren.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/**
 * A service of its own with something of everything that an audit finds: two districts, three grid
 * cells that leave a strip of the eastern one free and overlap in the western one, a cell without a
 * chief, and a site that its record has in the wrong district.
 */
final class DutyTown {

  static final String WRONG_SITE = "记错的工地";

  private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);

  private DutyTown() {}

  static RunningZeren start() {
    RunningZeren zeren = RunningZeren.start("--zeren.reference=false");
    zeren
        .bean(FeatureStore.class)
        .record(
            List.of(
                district("west", "西城区", Shapes.rectangle(113.5, 34.7, 113.6, 34.8)),
                district("east", "东城区", Shapes.rectangle(113.6, 34.7, 113.7, 34.8)),
                cell("c-1", "一号网格", "网格长001", Shapes.rectangle(113.5, 34.7, 113.56, 34.8)),
                cell("c-2", "二号网格", "网格长002", Shapes.rectangle(113.55, 34.7, 113.6, 34.8)),
                cell("c-3", "三号网格", null, Shapes.rectangle(113.6, 34.7, 113.68, 34.8)),
                site("s-1", "对的工地", "west", 113.58),
                site("s-2", WRONG_SITE, "east", 113.59)),
            "tester");
    return zeren;
  }

  private static FeatureDraft district(String id, String name, Geometry area) {
    return draft("district", id, area, Map.of("name", name, "kind", "county", "city", "小城"));
  }

  private static FeatureDraft cell(String id, String name, @Nullable String chief, Geometry area) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("level", "village");
    values.put("district", name.equals("三号网格") ? "东城区" : "西城区");
    values.put("chief", chief);
    return draft("grid_cell", id, area, values);
  }

  private static FeatureDraft site(String id, String name, String recorded, double lon) {
    return draft(
        "site",
        id,
        Shapes.point(lon, 34.75),
        Map.of("name", name, "type", "building", "district_recorded", recorded));
  }

  private static FeatureDraft draft(
      String layer, String id, Geometry place, Map<String, ? extends @Nullable Object> properties) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(properties);
    values.put("source", "hand-made");
    return new FeatureDraft(layer, id, place, values, FOUNDED, null);
  }
}

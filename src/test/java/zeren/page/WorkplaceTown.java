package zeren.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/**
 * A service of its own: one station, two districts, a grid cell, and very many sites round it, the
 * first of which is on record in the cell.
 */
final class WorkplaceTown {

  static final int SITES = 12_000;
  static final double LON = 113.6, LAT = 34.75;

  private static final String[] TYPES = {"building", "demolition", "road", "garden"};
  private static final String[] CLASSES = {"A", "B", "C"};
  private static final String[] DEPARTMENTS = {"urban_construction", "garden", "transport"};

  private WorkplaceTown() {}

  static RunningZeren start() {
    RunningZeren zeren = RunningZeren.start("--zeren.reference=false");
    List<FeatureDraft> drafts = new ArrayList<>();
    drafts.add(district("west", "西城区", Shapes.rectangle(113.4, 34.6, 113.6, 34.9)));
    drafts.add(district("east", "东城区", Shapes.rectangle(113.6, 34.6, 113.8, 34.9)));
    drafts.add(
        draft(
            "grid_cell",
            "c-1",
            Shapes.rectangle(113.58, 34.73, 113.62, 34.77),
            Map.of("name", "中心网格", "level", "village", "district", "west")));
    drafts.add(
        draft(
            "station",
            "1001A",
            Shapes.point(LON, LAT),
            Map.of("name", "中心", "city", "小城", "level", "national")));
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 1; i <= SITES; i++) {
      drafts.add(site(i, random));
    }
    zeren.bean(FeatureStore.class).record(drafts, "tester");
    return zeren;
  }

  private static FeatureDraft site(int number, SplittableRandom random) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "%s项目 %05d".formatted(number % 5 == 0 ? "振兴路" : "航海路", number));
    values.put("type", TYPES[random.nextInt(TYPES.length)]);
    values.put("class", CLASSES[random.nextInt(CLASSES.length)]);
    if (number % 3 != 0) {
      values.put("department_recorded", DEPARTMENTS[random.nextInt(DEPARTMENTS.length)]);
    }
    values.put("district_recorded", random.nextBoolean() ? "west" : "east");
    if (number == 1) {
      values.put("cell_recorded", "c-1");
    }
    double lon = LON + random.nextDouble(-0.02, 0.02);
    double lat = LAT + random.nextDouble(-0.016, 0.016);
    return draft("site", "S-%05d".formatted(number), Shapes.point(lon, lat), values);
  }

  private static FeatureDraft district(String id, String name, Geometry area) {
    return draft("district", id, area, Map.of("name", name, "kind", "county", "city", "小城"));
  }

  private static FeatureDraft draft(
      String layer, String id, Geometry place, Map<String, Object> properties) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(properties);
    values.put("source", "hand-made");
    return new FeatureDraft(layer, id, place, values, LocalDate.of(2020, 1, 1), null);
  }
}

package zeren.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import zeren.layer.FeatureDraft;

/** Invented sites and stations, the same in every run. */
final class Objects {

  private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final List<String> TYPES =
      List.of(
          "building", "demolition", "transport", "road", "municipal", "water", "garden", "spoil");
  private static final List<String> CLASSES = List.of("A", "B", "C");
  private static final List<String> DEPARTMENTS =
      List.of("urban_construction", "urban_management", "transport", "water", "garden");
  private static final List<String> LEVELS = List.of("national", "provincial", "municipal");

  private Objects() {}

  static List<FeatureDraft> sites(int count) {
    Places places = Places.of(count, 1);
    SplittableRandom random = new SplittableRandom(2);
    List<FeatureDraft> sites = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sites.add(
          draft(
              "site",
              "site-%07d".formatted(i),
              places,
              i,
              Map.of(
                  "name",
                  "第%d号工地".formatted(i),
                  "type",
                  any(TYPES, random),
                  "class",
                  any(CLASSES, random),
                  "department_recorded",
                  any(DEPARTMENTS, random),
                  "operator",
                  "第%d建筑公司".formatted(random.nextInt(2000)),
                  "operator_phone",
                  "0371-%08d".formatted(random.nextInt(100_000_000)))));
    }
    return sites;
  }

  static List<FeatureDraft> stations(int count) {
    Places places = Places.of(count, 3);
    SplittableRandom random = new SplittableRandom(4);
    List<FeatureDraft> stations = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      stations.add(
          draft(
              "station",
              "station-%05d".formatted(i),
              places,
              i,
              Map.of("name", "第%d站".formatted(i), "city", "郑州市", "level", any(LEVELS, random))));
    }
    return stations;
  }

  private static FeatureDraft draft(
      String layer, String id, Places places, int i, Map<String, Object> values) {
    return new FeatureDraft(
        layer,
        id,
        SHAPES.createPoint(new Coordinate(places.lons()[i], places.lats()[i])),
        Map.copyOf(values),
        SINCE,
        null);
  }

  private static String any(List<String> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}

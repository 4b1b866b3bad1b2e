package zeren.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.format.Workbooks;
import zeren.geo.CoordinateSystem;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/**
 * A service of its own for those who write: two districts side by side, and sites in the western
 * one so near to the other that a shifted coordinate lies in the wrong one.
 */
final class OfficeTown {

  static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
  static final String BOOK = "三季度工地台账.xlsx";

  private static final double LON = 113.597;

  private OfficeTown() {}

  static RunningZeren start() {
    RunningZeren zeren = RunningZeren.start("--zeren.reference=false");
    zeren
        .bean(FeatureStore.class)
        .record(
            List.of(
                district("west", "西城区", Shapes.rectangle(113.5, 34.7, 113.6, 34.8)),
                district("east", "东城区", Shapes.rectangle(113.6, 34.7, 113.7, 34.8)),
                site("G-1", "一号工地", 34.71),
                site("G-2", "二号工地", 34.72),
                site("G-9", "九号工地", 34.79)),
            "tester");
    return zeren;
  }

  /**
   * What a contractor sends: a title, a header of two rows with merged cells, latitude before
   * longitude, coordinates from a web map. Two rows are of known sites, three are new, two are
   * wrong.
   */
  static byte[] book() {
    StringBuilder rows = new StringBuilder();
    rows.append(Workbooks.row(1, "2026年三季度施工工地台账"));
    rows.append(Workbooks.row(2, "工地编号", "工地名称", "工程类型", "所在位置", null, "所属区县", "现场情况"));
    rows.append(Workbooks.row(3, null, null, null, "纬度", "经度", null, null));
    rows.append(site(4, "G-1", "一号工地", "房屋建筑", 34.71, "裸土已覆盖"));
    rows.append(site(5, "G-2", "二号工地", "房屋建筑", 34.72, "围挡缺损"));
    rows.append(site(6, "N-1", "新一号工地", "道路工程", 34.73, null));
    rows.append(site(7, "N-2", "新二号工地", "房屋建筑", 34.74, null));
    rows.append(site(8, "N-3", "新三号工地", "园林绿化", 34.75, null));
    rows.append(site(9, "N-4", "类型写错的工地", "房屋建设", 34.76, null));
    rows.append(site(10, "N-5", null, "房屋建筑", 34.77, null));
    return Workbooks.file(
        rows.toString(), "A1:G1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "G2:G3");
  }

  private static String site(
      int row, String id, @Nullable String name, String type, double lat, @Nullable String note) {
    double[] shifted = CoordinateSystem.parse("gcj02").fromCanonical(LON, lat);
    return Workbooks.row(row, id, name, type, shifted[1], shifted[0], "西城区", note);
  }

  private static FeatureDraft district(String id, String name, Geometry area) {
    return draft("district", id, area, Map.of("name", name, "kind", "county", "city", "小城"));
  }

  private static FeatureDraft site(String id, String name, double lat) {
    return draft(
        "site",
        id,
        Shapes.point(LON, lat),
        Map.of("name", name, "type", "building", "district_recorded", "west"));
  }

  private static FeatureDraft draft(
      String layer, String id, Geometry place, Map<String, Object> properties) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(properties);
    values.put("source", "hand-made");
    return new FeatureDraft(layer, id, place, values, FOUNDED, null);
  }

  /** The middle of an element of a page. */
  static double[] middleOf(com.microsoft.playwright.Locator locator) {
    var box = Objects.requireNonNull(locator.boundingBox());
    return new double[] {box.x + box.width / 2, box.y + box.height / 2};
  }
}

package zeren.gisdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import zeren.exchange.Readers;
import zeren.geo.Geodesy;
import zeren.layer.FeatureDraft;

class CountiesTest {

  /** Codes of GB/T 2260. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("410102", "中原区"),
          Map.entry("410103", "二七区"),
          Map.entry("410104", "管城回族区"),
          Map.entry("410105", "金水区"),
          Map.entry("410106", "上街区"),
          Map.entry("410108", "惠济区"),
          Map.entry("410122", "中牟县"),
          Map.entry("410181", "巩义市"),
          Map.entry("410182", "荥阳市"),
          Map.entry("410183", "新密市"),
          Map.entry("410184", "新郑市"),
          Map.entry("410185", "登封市"),
          Map.entry("410802", "解放区"),
          Map.entry("410803", "中站区"),
          Map.entry("410804", "马村区"),
          Map.entry("410811", "山阳区"),
          Map.entry("410821", "修武县"),
          Map.entry("410822", "博爱县"),
          Map.entry("410823", "武陟县"),
          Map.entry("410825", "温县"),
          Map.entry("410882", "沁阳市"),
          Map.entry("410883", "孟州市"));

  private static List<FeatureDraft> counties = List.of();

  @BeforeAll
  static void read() throws IOException {
    counties =
        Readers.referenceCity().stream()
            .filter(draft -> "county".equals(draft.properties().get("kind")))
            .toList();
  }

  @Test
  void areThe22OfBothCitiesWithTheirCodes() {
    assertThat(
            counties.stream()
                .collect(Collectors.toMap(FeatureDraft::id, county -> text(county, "name"))))
        .isEqualTo(NAMES);
    assertThat(counties)
        .allSatisfy(
            county ->
                assertThat(text(county, "city"))
                    .isEqualTo(county.id().startsWith("4101") ? "郑州市" : "焦作市"));
  }

  @Test
  void areOneValidCoverage() {
    Geometry[] outlines = outlines();
    assertThat(CoverageValidator.isValid(outlines)).isTrue();
    // A gap narrower than 100 m between neighbours would be a fault of the cleaning.
    Geometry[] narrowGaps = CoverageValidator.validate(outlines, 0.001);
    assertThat(CoverageValidator.hasInvalidResult(narrowGaps)).isFalse();
  }

  @Test
  void leaveNoHoleBetweenThemAndAreOnePieceEach() {
    Geometry region = CoverageUnion.union(outlines());
    assertThat(region).isInstanceOf(Polygon.class);
    assertThat(((Polygon) region).getNumInteriorRing()).isZero();
    assertThat(counties).allSatisfy(c -> assertThat(c.geometry()).isInstanceOf(Polygon.class));
  }

  @Test
  void haveTheAreaThatTheCitiesPublish() {
    assertThat(area("郑州市")).isCloseTo(7567, within(7567 * 0.03));
    assertThat(area("焦作市")).isCloseTo(4071, within(4071 * 0.03));
  }

  @Test
  void areWrittenWithSevenDecimals() {
    for (FeatureDraft county : counties) {
      for (Coordinate vertex : county.geometry().getCoordinates()) {
        assertThat(Math.rint(vertex.x * 1e7) / 1e7).isEqualTo(vertex.x);
        assertThat(Math.rint(vertex.y * 1e7) / 1e7).isEqualTo(vertex.y);
      }
    }
  }

  private static Geometry[] outlines() {
    return counties.stream().map(FeatureDraft::geometry).toArray(Geometry[]::new);
  }

  private static double area(String city) {
    return counties.stream()
        .filter(county -> text(county, "city").equals(city))
        .mapToDouble(county -> Geodesy.area(county.geometry()) / 1e6)
        .sum();
  }

  private static String text(FeatureDraft draft, String field) {
    return String.valueOf(draft.properties().get(field));
  }
}

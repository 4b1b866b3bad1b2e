package zeren.gisdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import zeren.exchange.Readers;
import zeren.geo.Geodesy;
import zeren.layer.FeatureDraft;

/** The files of the reference city as they are read. */
class ReferencePointsTest {

  private static List<FeatureDraft> drafts = List.of();

  @BeforeAll
  static void read() throws IOException {
    drafts = Readers.referenceCity();
  }

  @Test
  void haveTheirNumbers() {
    Map<String, Long> counts =
        drafts.stream().collect(Collectors.groupingBy(FeatureDraft::layer, Collectors.counting()));
    assertThat(counts)
        .containsOnly(
            entry("district", 26L),
            entry("station", 20L),
            entry("section", 8L),
            entry("site", 14L),
            entry("enterprise", 13L),
            entry("road", 14L),
            entry("reach", 11L),
            entry("unit", 69L),
            entry("person", 28L),
            entry("assignment", 203L + 26L),
            entry("required_role", 10L));
  }

  @Test
  void carryAccuracySourceAndThatTheyAreReal() {
    assertThat(drafts)
        .allSatisfy(draft -> assertThat((String) draft.properties().get("source")).isNotBlank());
    assertThat(placed())
        .allSatisfy(
            draft -> {
              assertThat((Double) draft.properties().get("accuracy_m")).isPositive();
              assertThat(draft.properties()).containsEntry("synthetic", false);
            });
  }

  /**
   * Older publications of the three stations give their positions one GCJ-02 shift away: about 600
   * m in this city.
   */
  @Test
  void stationsPublishedInGcj02AreConvertedAndKeepWhatWasPublished() {
    List<FeatureDraft> shifted =
        drafts.stream()
            .filter(draft -> "gcj02".equals(draft.properties().get("published_datum")))
            .toList();
    assertThat(shifted).extracting(FeatureDraft::id).containsExactly("1320A", "1322A", "1323A");
    for (FeatureDraft station : shifted) {
      double lon = (Double) Objects.requireNonNull(station.properties().get("published_lon"));
      double lat = (Double) Objects.requireNonNull(station.properties().get("published_lat"));
      Coordinate converted = station.geometry().getCoordinate();
      assertThat(Geodesy.distance(lon, lat, converted.x, converted.y)).isCloseTo(600, within(60.0));
      assertThat(converted.x).isLessThan(lon);
      assertThat(Objects.requireNonNull(station.source()).crs()).isEqualTo("gcj02");
    }
  }

  @Test
  void stationsWithoutADatumStayWhereTheyWerePublishedAndSaySo() {
    List<FeatureDraft> unknown =
        drafts.stream()
            .filter(draft -> "unknown".equals(draft.properties().get("published_datum")))
            .toList();
    assertThat(unknown).hasSize(14);
    for (FeatureDraft station : unknown) {
      assertThat(station.geometry().getCoordinate().x)
          .isEqualTo(station.properties().get("published_lon"));
      assertThat(station.properties()).containsEntry("accuracy_m", 600.0);
      assertThat((String) station.properties().get("note")).contains("WGS 84").contains("600");
    }
  }

  /** Item 37 of the 2019 list: recorded under 二七区, in fact in 荥阳市. */
  @Test
  void theNamelessSiteLiesInAnotherCountyThanRecorded() {
    FeatureDraft site = find("ZZ-S04");
    assertThat(site.properties()).containsEntry("district_recorded", "410103");
    assertThat(find("410182").geometry().covers(site.geometry())).isTrue();
  }

  @Test
  void everythingLiesInACountyOfTheTwoCities() {
    List<FeatureDraft> outside =
        placed().stream()
            .filter(draft -> drafts.stream().noneMatch(area -> isCountyAround(area, draft)))
            .toList();
    assertThat(outside).extracting(FeatureDraft::id).isEmpty();
  }

  private static boolean isCountyAround(FeatureDraft area, FeatureDraft draft) {
    return "county".equals(area.properties().get("kind"))
        && area.geometry().covers(draft.geometry().getInteriorPoint());
  }

  /** Rows of tables lie nowhere. */
  private static List<FeatureDraft> placed() {
    return drafts.stream().filter(draft -> !draft.geometry().isEmpty()).toList();
  }

  private static FeatureDraft find(String id) {
    return drafts.stream().filter(draft -> draft.id().equals(id)).findFirst().orElseThrow();
  }
}

package zeren.gisdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import zeren.exchange.Readers;
import zeren.geo.Geodesy;
import zeren.layer.FeatureDraft;

/** The roads and rivers of the reference city, which are drawn roughly and say so. */
class ReferenceLinesTest {

  /** Up to here the layer takes a place to belong to a reach; closer than any section is placed. */
  private static final double SNAP_METRES = 200;

  private static List<FeatureDraft> drafts = List.of();

  @BeforeAll
  static void read() throws IOException {
    drafts = Readers.referenceCity();
  }

  @Test
  void everySectionLiesOnAReachOfItsRiver() {
    for (FeatureDraft section : of("section")) {
      Coordinate place = section.geometry().getCoordinate();
      assertThat(of("reach"))
          .as(section.id())
          .anySatisfy(
              reach -> {
                assertThat(reach.properties())
                    .containsEntry("river", section.properties().get("river"));
                assertThat(Geodesy.distance(place.x, place.y, reach.geometry()))
                    .isLessThan(SNAP_METRES);
              });
    }
  }

  @Test
  void sayThatTheyAreRoughAndNameNobody() {
    for (String layer : List.of("road", "reach")) {
      for (FeatureDraft line : of(layer)) {
        assertThat((Double) line.properties().get("accuracy_m"))
            .as(line.id())
            .isGreaterThanOrEqualTo(800);
        assertThat((String) line.properties().get("source")).startsWith("示意线");
        assertThat(line.properties()).doesNotContainKeys("chief", "phone");
      }
    }
  }

  /** A piece outside would be nobody's. */
  @Test
  void lieInTheTwoCitiesAllAlong() {
    Geometry cities =
        CoverageUnion.union(
            of("district").stream()
                .filter(area -> "county".equals(area.properties().get("kind")))
                .map(FeatureDraft::geometry)
                .toArray(Geometry[]::new));
    for (String layer : List.of("road", "reach")) {
      for (FeatureDraft line : of(layer)) {
        assertThat(line.geometry().difference(cities).isEmpty()).as(line.id()).isTrue();
      }
    }
  }

  /**
   * What is drawn with less than a vertex every 20 km no longer shows the way that a line takes.
   */
  @Test
  void haveAVertexOftenEnough() {
    for (String layer : List.of("road", "reach")) {
      for (FeatureDraft line : of(layer)) {
        Coordinate[] vertices = line.geometry().getCoordinates();
        for (int i = 1; i < vertices.length; i++) {
          Coordinate before = vertices[i - 1];
          assertThat(Geodesy.distance(before.x, before.y, vertices[i].x, vertices[i].y))
              .as(line.id())
              .isBetween(100.0, 20_000.0);
        }
      }
    }
  }

  private static List<FeatureDraft> of(String layer) {
    return drafts.stream().filter(draft -> draft.layer().equals(layer)).toList();
  }
}

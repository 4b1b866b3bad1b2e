package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import zeren.Shapes;
import zeren.database.Dialect;

class ShapeStoreTest {

  private static final String HOLE =
      "((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 1 1), (5 5, 5 6, 6 6, 6 5, 5 5))";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (113.5 34.5)",
        "LINESTRING (0.1 0.2, 3 4, 5 6)",
        "LINEARRING (0 0, 1 0, 1 1, 0 0)",
        "POLYGON ((0 0, 1 0, 1 1, 0 0))",
        "POLYGON " + HOLE,
        "MULTIPOINT ((1 2), (3 4))",
        "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 5))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))",
        "MULTIPOLYGON (((20 0, 21 0, 21 1, 20 0)), " + HOLE + ", ((40 0, 41 0, 41 1, 40 0)))",
        "GEOMETRYCOLLECTION (POINT (1 1), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1)), POLYGON "
            + HOLE
            + ")",
        "POINT EMPTY",
        "LINESTRING EMPTY",
        "POLYGON EMPTY",
        "MULTIPOLYGON EMPTY",
        "GEOMETRYCOLLECTION EMPTY",
        "MULTIPOLYGON (EMPTY, ((0 0, 1 0, 1 1, 0 0)))"
      })
  void everyKindComesBackAsItWas(String wkt) {
    Geometry given = Shapes.wkt(wkt);
    ShapeStore.Builder builder = new ShapeStore.Builder();
    builder.add(Shapes.wkt("LINESTRING (7 7, 8 8)"));
    builder.add(given);
    ShapeStore store = builder.build();
    Geometry kept = store.geometry(1);
    assertThat(kept.toText()).isEqualTo(given.toText());
    assertThat(kept.getGeometryType()).isEqualTo(given.getGeometryType());
    assertThat(kept.getSRID()).isEqualTo(Dialect.SRID);
    assertThat(store.box(1)).isEqualTo(given.getEnvelopeInternal());
    assertThat(store.box(0)).isEqualTo(new Envelope(7, 8, 7, 8));
    if (given.isEmpty()) {
      assertThat(store.lon(1)).isNaN();
    } else {
      assertThat(store.lon(1)).isEqualTo(given.getCoordinate().x);
      assertThat(store.lat(1)).isEqualTo(given.getCoordinate().y);
    }
  }

  @Test
  void whatIsHandedOutIsNobodyElses() {
    ShapeStore.Builder builder = new ShapeStore.Builder();
    builder.add(Shapes.rectangle(1, 2, 3, 4));
    ShapeStore store = builder.build();
    store.geometry(0).apply((org.locationtech.jts.geom.CoordinateFilter) c -> c.setX(c.x + 100));
    assertThat(store.geometry(0).getEnvelopeInternal()).isEqualTo(new Envelope(1, 3, 2, 4));
  }

  @Test
  void pointsComeBackAlsoEmptyOnes() {
    PointStore.Builder builder = new PointStore.Builder();
    builder.add((Point) Shapes.point(113.6, 34.7));
    builder.add(new GeometryFactory().createPoint());
    PointStore store = builder.build();
    assertThat(store.geometry(0)).isEqualTo(Shapes.point(113.6, 34.7));
    assertThat(store.geometry(0).getSRID()).isEqualTo(Dialect.SRID);
    assertThat(store.lon(0)).isEqualTo(113.6);
    assertThat(store.lat(0)).isEqualTo(34.7);
    assertThat(store.box(0)).isEqualTo(new Envelope(113.6, 113.6, 34.7, 34.7));
    assertThat(store.geometry(1).isEmpty()).isTrue();
    assertThat(store.box(1).isNull()).isTrue();
  }
}

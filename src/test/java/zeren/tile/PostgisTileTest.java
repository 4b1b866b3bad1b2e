package zeren.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import zeren.NeedsPostgis;
import zeren.PostgisServer;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;

/** Our tiles beside those that PostGIS makes of the same features with {@code ST_AsMVT}. */
@ExtendWith(NeedsPostgis.class)
class PostgisTileTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Envelope SAFELY_INSIDE = new Envelope(-253, 4349, -253, 4349);
  private static final String TILE =
      """
      SELECT ST_AsMVT(t, 'thing', 4096, 'geom') FROM (
        SELECT id, name, kind, flow, pipes, closed,
          ST_AsMVTGeom(ST_Transform(geometry, 3857), ST_TileEnvelope(?, ?, ?), 4096, 256, true) AS geom
        FROM %s ORDER BY id) t
      WHERE geom IS NOT NULL
      """;

  private static @Nullable Connection connection;
  private static @Nullable LayerView points;
  private static @Nullable LayerView areas;

  @BeforeAll
  static void fill() throws SQLException {
    PostgisServer server = PostgisServer.shared();
    connection = DriverManager.getConnection(server.freshUrl(), server.user(), "");
    Random random = new Random(5);
    List<Views.Item> spots = new ArrayList<>();
    List<Views.Item> squares = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double lon = 113.4 + 0.3 * random.nextDouble();
      double lat = 34.6 + 0.3 * random.nextDouble();
      Map<String, @Nullable Object> values = values(i, random);
      spots.add(
          new Views.Item(
              "t%05d".formatted(i), FACTORY.createPoint(new Coordinate(lon, lat)), values));
      if (i % 10 == 0) {
        double side = 0.0005 + 0.01 * random.nextDouble();
        squares.add(
            new Views.Item(
                "t%05d".formatted(i),
                FACTORY.toGeometry(new Envelope(lon, lon + side, lat, lat + side)),
                values));
      }
    }
    points = record("spot", "Point", spots);
    areas = record("square", "MultiPolygon", squares);
  }

  private static Map<String, @Nullable Object> values(int i, Random random) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("name", "第" + i + "号工地 😀");
    values.put("kind", i % 7 == 0 ? null : "k" + i % 12);
    values.put("flow", i % 5 == 0 ? null : random.nextGaussian() * 1e6);
    values.put("pipes", i % 3 == 0 ? null : (long) random.nextInt(100) - 50);
    values.put("closed", i % 11 == 0 ? null : random.nextBoolean());
    return values;
  }

  private static LayerView record(String table, String geometry, List<Views.Item> items)
      throws SQLException {
    Connection open = Objects.requireNonNull(connection);
    open.createStatement().execute("CREATE EXTENSION IF NOT EXISTS postgis");
    open.createStatement()
        .execute(
            "CREATE TABLE %s (id text, name text, kind text, flow double precision, pipes bigint,"
                    .formatted(table)
                + " closed boolean, geometry geometry)");
    try (PreparedStatement insert =
        open.prepareStatement(
            "INSERT INTO %s VALUES (?, ?, ?, ?, ?, ?, ST_GeomFromText(?, 4326))"
                .formatted(table))) {
      for (Views.Item item : items) {
        insert.setString(1, item.id());
        insert.setObject(2, item.properties().get("name"));
        insert.setObject(3, item.properties().get("kind"), java.sql.Types.VARCHAR);
        insert.setObject(4, item.properties().get("flow"), java.sql.Types.DOUBLE);
        insert.setObject(5, item.properties().get("pipes"), java.sql.Types.BIGINT);
        insert.setObject(6, item.properties().get("closed"), java.sql.Types.BOOLEAN);
        insert.setString(7, item.geometry().toText());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return Views.of(
        Views.declare(
            """
            id: thing
            title: {zh: 试, en: Test}
            geometry: %s
            visibility: public
            name: name
            fields:
              - {name: name, type: text, title: {zh: 名称, en: Name}}
              - {name: kind, type: text, title: {zh: 类, en: Kind}}
              - {name: flow, type: number, title: {zh: 量, en: Flow}}
              - {name: pipes, type: integer, title: {zh: 数, en: Pipes}}
              - {name: closed, type: boolean, title: {zh: 闭, en: Closed}}
            drawing: {order: 1, style: {size: 1}}
            """
                .formatted(geometry)),
        Viewer.ANONYMOUS,
        items);
  }

  @AfterAll
  static void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }

  private static Map<Object, Geometry> theirs(String table, int z, int x, int y)
      throws SQLException {
    try (PreparedStatement question =
        Objects.requireNonNull(connection).prepareStatement(TILE.formatted(table))) {
      question.setInt(1, z);
      question.setInt(2, x);
      question.setInt(3, y);
      ResultSet answer = question.executeQuery();
      answer.next();
      return byId(answer.getBytes(1));
    }
  }

  private static Map<Object, Geometry> byId(byte[] tile) {
    Map<Object, Geometry> features = new HashMap<>();
    for (Geometry shape : Tiles.read(tile, "thing")) {
      features.merge(
          Objects.requireNonNull(Tiles.properties(shape).get("id")),
          shape,
          (one, other) -> {
            Geometry both = one.union(other);
            both.setUserData(one.getUserData());
            return both;
          });
    }
    return features;
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "8, 208, 101", "11, 1670, 812", "12, 3340, 1625", "14, 13360, 6500"})
  void pointsAreTheSameInNumberPlaceAndValues(int z, int x, int y) throws SQLException {
    Map<Object, Geometry> theirs = theirs("spot", z, x, y);
    Map<Object, Geometry> ours = byId(Tiles.encode(Objects.requireNonNull(points), z, x, y));
    assertThat(theirs).isNotEmpty();
    Set<Object> either = new HashSet<>(theirs.keySet());
    either.addAll(ours.keySet());
    for (Object id : either) {
      Geometry their = theirs.get(id);
      Geometry our = ours.get(id);
      if (their == null || our == null) {
        // The outermost unit of the buffer may be rounded out of it.
        Geometry only = Objects.requireNonNull(their == null ? our : their);
        assertThat(SAFELY_INSIDE.contains(only.getCoordinate())).as("%s", only).isFalse();
      } else {
        assertThat(our.getCoordinate().distance(their.getCoordinate())).isLessThan(1.5);
        assertThat(Tiles.properties(our)).isEqualTo(Tiles.properties(their));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 208, 101", "10, 835, 406", "12, 3340, 1625", "14, 13360, 6500"})
  void areasAreTheSameInNumberValuesAndNearlyInShape(int z, int x, int y) throws SQLException {
    Map<Object, Geometry> theirs = theirs("square", z, x, y);
    Map<Object, Geometry> ours = byId(Tiles.encode(Objects.requireNonNull(areas), z, x, y));
    assertThat(theirs).isNotEmpty();
    assertThat(theirs.keySet()).containsAll(ours.keySet());
    theirs.forEach(
        (id, their) -> {
          Geometry our = ours.get(id);
          Envelope box = their.getEnvelopeInternal();
          // What is a quarter of a pixel wide may be nothing on our grid.
          if (our == null) {
            assertThat(Math.min(box.getWidth(), box.getHeight())).isLessThanOrEqualTo(4);
          } else {
            assertThat(Tiles.properties(our)).isEqualTo(Tiles.properties(their));
            // Our corners lie within two units of their place, theirs within half a unit.
            double most = 2.5 * 2 * (box.getWidth() + box.getHeight()) + 4 * 2.5 * 2.5;
            assertThat(our.symDifference(their).getArea()).isCloseTo(0, within(most));
          }
        });
  }
}

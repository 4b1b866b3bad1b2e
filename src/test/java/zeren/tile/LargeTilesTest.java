package zeren.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;

/** Layers of more than a tile can hold. */
class LargeTilesTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int POINTS = 1_000_000;
  private static final int ACROSS = 312;
  private static final int DOWN = 250;

  /** Made once, as long as this class is at work. */
  private static final LayerView GROUPED = points("group_below_zoom: 11, ");

  private static final LayerView PLAIN = points("");
  private static final LayerView CELLS = cells();

  private static LayerView points(String grouping) {
    Random random = new Random(11);
    return Views.of(
        Views.declare(
            """
            id: spot
            title: {zh: 试, en: Test}
            geometry: Point
            visibility: public
            name: name
            fields:
              - {name: name, type: text, title: {zh: 名称, en: Name}}
              - {name: kind, type: text, title: {zh: 类, en: Kind}}
              - {name: flow, type: number, title: {zh: 量, en: Flow}}
            drawing: {order: 1, %sstyle: {size: 1}}
            """
                .formatted(grouping)),
        Viewer.ANONYMOUS,
        POINTS,
        i ->
            new Views.Item(
                "spot-%07d".formatted(i),
                FACTORY.createPoint(
                    new Coordinate(
                        112.7 + 1.5 * random.nextDouble(), 34.2 + 0.8 * random.nextDouble())),
                Map.of("name", "第" + i + "号", "kind", "k" + i % 8, "flow", random.nextDouble())));
  }

  /** As many village cells as the reference city would have: 1 km² each. */
  private static LayerView cells() {
    return Views.of(
        Views.declare("cell", "MultiPolygon"),
        Viewer.ANONYMOUS,
        ACROSS * DOWN,
        i -> {
          double west = 112.7 + i % ACROSS * 0.00437;
          double south = 34.2 + i / ACROSS * 0.00361;
          return new Views.Item(
              "cell-%06d".formatted(i),
              FACTORY.toGeometry(
                  new org.locationtech.jts.geom.Envelope(
                      west, west + 0.00437, south, south + 0.00361)));
        });
  }

  private static TileAddress at(TileMatrixSet set, int z) {
    int toTiles = TileMatrixSet.BITS - z;
    return new TileAddress(set, z, (int) (set.x(113.4) >> toTiles), (int) (set.y(34.6) >> toTiles));
  }

  private static Tile tile(LayerView view, TileAddress address) {
    return TilePress.make(address, List.of(new TileEncoder.Drawn(view, row -> true)));
  }

  private static Set<Object> ids(Tile tile, String layer) {
    Set<Object> ids = new HashSet<>();
    for (Geometry shape : Tiles.read(tile.plainBytes(), layer)) {
      ids.add(Tiles.properties(shape).get("id"));
    }
    return ids;
  }

  private static int omitted(Tile tile) {
    return tile.omitted().isEmpty() ? 0 : Integer.parseInt(tile.omitted().split("=")[1]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 18})
  void noTileIsLargerThanAMapCanLoad(int z) {
    for (TileMatrixSet set : TileMatrixSet.values()) {
      for (LayerView view : List.of(GROUPED, PLAIN, CELLS)) {
        Tile tile = tile(view, at(set, z));
        assertThat(tile.bytes().length).isLessThanOrEqualTo(500_000);
      }
    }
  }

  @Test
  void groupsAtAllZoomsCountAllPoints() {
    for (int z = 0; z <= 10; z++) {
      long counted = 0;
      TileLimits limits = TileLimits.of(TileMatrixSet.WORLD_CRS84_QUAD, GROUPED.extent(), z);
      for (int x = limits.minColumn(); x <= limits.maxColumn(); x++) {
        for (int y = limits.minRow(); y <= limits.maxRow(); y++) {
          Tile tile = tile(GROUPED, new TileAddress(TileMatrixSet.WORLD_CRS84_QUAD, z, x, y));
          for (Geometry group : Tiles.read(tile.plainBytes(), "spot")) {
            Coordinate at = group.getCoordinate();
            if (at.x >= 0 && at.x < 4096 && at.y >= 0 && at.y < 4096) {
              counted += (Long) Tiles.properties(group).getOrDefault("count", 1L);
            }
          }
        }
      }
      assertThat(counted).as("zoom %d", z).isEqualTo(POINTS);
    }
  }

  @Test
  void whatIsLeftOutIsCounted() {
    TileAddress address = at(TileMatrixSet.WEB_MERCATOR_QUAD, 0);
    Tile tile = tile(PLAIN, address);
    assertThat(omitted(tile)).isGreaterThan(POINTS / 2);
    assertThat(ids(tile, "spot")).hasSize(POINTS - omitted(tile));
    assertThat(tile.bytes().length).as("there is room for no more").isGreaterThan(250_000);
    assertThat(tile(PLAIN, address).bytes()).isEqualTo(tile.bytes());
  }

  @Test
  void aDeeperZoomShowsWhatWasThere() {
    Set<Object> far = ids(tile(PLAIN, at(TileMatrixSet.WEB_MERCATOR_QUAD, 9)), "spot");
    Tile near = tile(PLAIN, at(TileMatrixSet.WEB_MERCATOR_QUAD, 13));
    assertThat(omitted(near)).isZero();
    TileAddress middle = at(TileMatrixSet.WEB_MERCATOR_QUAD, 11);
    Set<Object> some = ids(tile(PLAIN, middle), "spot");
    Map<Object, Boolean> everything = new HashMap<>();
    PLAIN.search(middle.lonLat(0), row -> everything.put(PLAIN.id(row), true));
    far.retainAll(everything.keySet());
    assertThat(some)
        .as("what the rougher tile shows there, and more")
        .hasSizeGreaterThan(far.size());
    far.removeAll(some);
    assertThat(far).isEmpty();
  }

  @Test
  void theLargestStay() {
    LayerView mixed =
        Views.of(
            Views.declare("cell", "MultiPolygon"),
            Viewer.ANONYMOUS,
            ACROSS * DOWN,
            i -> {
              Geometry cell = CELLS.geometry(i);
              boolean county = i % 10_000 == 77;
              return new Views.Item(
                  (county ? "county-%06d" : "cell-%06d").formatted(i),
                  county ? cell.buffer(0.2).getEnvelope() : cell);
            });
    Tile tile = tile(mixed, at(TileMatrixSet.WEB_MERCATOR_QUAD, 8));
    assertThat(omitted(tile)).isPositive();
    Set<Object> large = ids(tile, "cell");
    large.removeIf(id -> !id.toString().startsWith("county"));
    Set<Object> there = new HashSet<>();
    mixed.search(
        at(TileMatrixSet.WEB_MERCATOR_QUAD, 8).lonLat(0),
        row -> {
          if (mixed.id(row).startsWith("county")) {
            there.add(mixed.id(row));
          }
        });
    assertThat(large).isEqualTo(there).isNotEmpty();
  }

  @Test
  void aSmallLayerKeepsAllBesideALargeOne() {
    LayerView few =
        Views.of(
            Views.declare("few", "Point"),
            Viewer.ANONYMOUS,
            100,
            i ->
                new Views.Item(
                    "f-%03d".formatted(i),
                    FACTORY.createPoint(new Coordinate(113 + i * 0.01, 34.5))));
    Tile tile =
        TilePress.make(
            at(TileMatrixSet.WEB_MERCATOR_QUAD, 6),
            List.of(
                new TileEncoder.Drawn(PLAIN, row -> true),
                new TileEncoder.Drawn(few, row -> true),
                new TileEncoder.Drawn(CELLS, row -> true)));
    assertThat(tile.bytes().length).isLessThanOrEqualTo(500_000);
    assertThat(ids(tile, "few")).hasSize(100);
    assertThat(tile.omitted()).matches("spot=\\d+, cell=\\d+");
  }
}

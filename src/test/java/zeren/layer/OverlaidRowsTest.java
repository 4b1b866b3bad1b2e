package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;

class OverlaidRowsTest {

  private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
  private static final String DECLARATION =
      """
      id: thing
      title: {zh: 物, en: Thing}
      geometry: %s
      visibility: public
      name: name
      fields:
        - {name: name, type: text, title: {zh: 名称, en: Name}}
        - {name: kind, type: text, title: {zh: 类, en: Kind}}
        - {name: flow, type: number, title: {zh: 量, en: Flow}}
        - {name: grade, type: integer, title: {zh: 级, en: Grade}}
        - {name: closed, type: boolean, title: {zh: 闭, en: Closed}}
      drawing: {order: 1, style: {size: 1}}
      """;

  /** Enough rows that names and numbers are kept one by one, and kinds as codes. */
  private static final int ROWS = 1_500;

  private final Random random = new Random(11);

  private static LayerDeclaration layer(String geometry) {
    return Views.declare(DECLARATION.formatted(geometry));
  }

  private FeatureVersion version(String id, String geometry) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", random.nextInt(9) == 0 ? null : "名" + random.nextInt());
    values.put("kind", random.nextInt(9) == 0 ? null : "kind" + random.nextInt(12));
    values.put("flow", random.nextDouble());
    values.put("grade", random.nextInt(9) == 0 ? null : random.nextLong());
    values.put("closed", random.nextBoolean());
    LocalDate end = random.nextBoolean() ? null : DAY.plusDays(random.nextInt(900) + 1);
    FeatureDraft draft = new FeatureDraft("thing", id, geometry(geometry), values, DAY, end, null);
    return FeatureVersion.of(draft, 1, Instant.EPOCH, "tester", 1);
  }

  private Geometry geometry(String kind) {
    double lon = 112.5 + 2 * random.nextDouble();
    double lat = 33.5 + 2 * random.nextDouble();
    return switch (kind) {
      case "None" -> FeatureDraft.nowhere();
      case "Point" -> Shapes.point(lon, lat);
      default -> Shapes.rectangle(lon, lat, lon + 0.1, lat + 0.1);
    };
  }

  private static LayerSnapshot snapshot(LayerDeclaration layer, Collection<FeatureVersion> rows) {
    SnapshotRows builder = new SnapshotRows(layer);
    rows.forEach(builder::add);
    return new LayerSnapshot(layer, 1, DAY, builder.build());
  }

  private TreeMap<String, FeatureVersion> rows(int count, String geometry) {
    TreeMap<String, FeatureVersion> rows = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String id = "f%05d".formatted(random.nextInt(100_000));
      rows.put(id, version(id, geometry));
    }
    return rows;
  }

  private enum Kind {
    None,
    Point,
    MultiPolygon
  }

  @ParameterizedTest
  @EnumSource
  void anySeriesOfChangesGivesWhatPackingGives(Kind kind) {
    String geometry = kind.name();
    LayerDeclaration layer = layer(geometry);
    TreeMap<String, FeatureVersion> rows = rows(ROWS, geometry);
    LayerSnapshot snapshot = snapshot(layer, rows.values());
    int overlaid = 0;
    for (int step = 0; step < 60; step++) {
      Set<String> touched = new HashSet<>();
      List<FeatureVersion> now = new ArrayList<>();
      for (int i = random.nextInt(step % 10 == 9 ? 100 : 4); i >= 0; i--) {
        touch(rows, geometry, touched, now);
      }
      snapshot = snapshot.with(1, DAY, touched, builder -> now.forEach(builder::add));
      overlaid += snapshot.overlaid() > 0 ? 1 : 0;
      SnapshotAssert.assertSame(snapshot, snapshot(layer, rows.values()), random);
      if (step % 20 == 19) {
        snapshot = snapshot.packed();
        assertThat(snapshot.overlaid()).isZero();
        SnapshotAssert.assertSame(snapshot, snapshot(layer, rows.values()), random);
      }
    }
    assertThat(overlaid).isGreaterThan(40);
  }

  /** Changes one, takes one away, puts one in, or only says that one may have changed. */
  private void touch(
      TreeMap<String, FeatureVersion> rows,
      String geometry,
      Set<String> touched,
      List<FeatureVersion> now) {
    String some = "f%05d".formatted(random.nextInt(100_000));
    String there = rows.ceilingKey(some);
    int what = random.nextInt(5);
    String id = what == 0 || there == null ? some : there;
    if (!touched.add(id)) {
      return;
    }
    if (what == 1) {
      rows.remove(id);
    } else if (what != 2) {
      rows.put(id, version(id, geometry));
    }
    FeatureVersion left = rows.get(id);
    if (left != null) {
      now.add(left);
    }
  }

  /** The extent is exact also when what reached furthest has gone. */
  @Test
  void theExtentShrinks() {
    LayerDeclaration layer = layer("Point");
    TreeMap<String, FeatureVersion> rows = rows(ROWS, "Point");
    LayerSnapshot snapshot = snapshot(layer, rows.values());
    for (int i = 0; i < 20; i++) {
      double west = snapshot.extent().getMinX();
      String furthest =
          rows.values().stream()
              .filter(version -> version.geometry().getCoordinate().x == west)
              .map(FeatureVersion::id)
              .findFirst()
              .orElseThrow();
      rows.remove(furthest);
      snapshot = snapshot.with(1, DAY, Set.of(furthest), builder -> {});
      assertThat(snapshot.overlaid()).isEqualTo(i + 1);
      assertThat(snapshot.extent()).isEqualTo(snapshot(layer, rows.values()).extent());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 300})
  void layersOfAnySizeMayLoseAndGetAll(int size) {
    LayerDeclaration layer = layer("Point");
    TreeMap<String, FeatureVersion> rows = rows(size, "Point");
    LayerSnapshot full = snapshot(layer, rows.values());
    LayerSnapshot none = full.with(1, DAY, rows.keySet(), builder -> {});
    SnapshotAssert.assertSame(none, snapshot(layer, List.of()), random);
    LayerSnapshot again =
        none.with(1, DAY, rows.keySet(), builder -> rows.values().forEach(builder::add));
    SnapshotAssert.assertSame(again, full, random);
  }

  /** A delta has the kind of its base, whatever it would be by itself. */
  @Test
  void codesStayCodesAndTextsStayTexts() {
    LayerDeclaration layer = layer("Point");
    LayerSnapshot base = snapshot(layer, rows(90_000, "Point").values());
    assertThat(base.column(0).codes()).isZero();
    assertThat(base.column(1).codes()).isEqualTo(13);
    List<FeatureVersion> now = new ArrayList<>(rows(3_000, "Point").values());
    now.replaceAll(
        version -> {
          Map<String, @Nullable Object> values = new LinkedHashMap<>(version.properties());
          values.put("name", "same");
          values.put("kind", "kind " + version.id());
          FeatureDraft draft =
              new FeatureDraft("thing", version.id(), version.geometry(), values, DAY, null);
          return FeatureVersion.of(draft, 1, Instant.EPOCH, "tester", 1);
        });
    Set<String> touched = new HashSet<>();
    now.forEach(version -> touched.add(version.id()));
    LayerSnapshot over = base.with(1, DAY, touched, builder -> now.forEach(builder::add));
    assertThat(over.overlaid()).isPositive();
    assertThat(over.column(0).codes()).isZero();
    assertThat(over.column(1).codes()).isEqualTo(13 + now.size() + 1);
    int row = over.findRow(now.get(0).id()).orElseThrow();
    assertThat(over.column(0).value(row)).isEqualTo("same");
    assertThat(over.column(1).decoded(over.column(1).code(row)))
        .isEqualTo("kind " + now.get(0).id());
  }
}

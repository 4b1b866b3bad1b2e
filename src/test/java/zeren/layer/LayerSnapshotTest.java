package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;

class LayerSnapshotTest {

  private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

  private static LayerSnapshot snapshot(List<String> ids) {
    return snapshot(ids, ids.stream().map(id -> (Geometry) Shapes.point(id.length(), 1)).toList());
  }

  private static LayerSnapshot snapshot(List<String> ids, List<Geometry> geometries) {
    LayerDeclaration declaration = Views.declare("spot", "Point");
    SnapshotRows rows = new SnapshotRows(declaration);
    for (int i = 0; i < ids.size(); i++) {
      rows.add(
          new FeatureVersion(
              "spot",
              ids.get(i),
              1,
              geometries.get(i),
              Map.of("name", "name of " + ids.get(i)),
              null,
              DAY,
              null,
              Instant.EPOCH,
              "tester",
              null,
              null,
              null));
    }
    return new LayerSnapshot(declaration, 1, DAY, rows.build());
  }

  private static List<String> ids(LayerSnapshot snapshot) {
    return IntStream.range(0, snapshot.size()).mapToObj(snapshot::id).toList();
  }

  @Test
  void theRowsOfATableKeepTheirPeriodsHoweverTheyCome() {
    LayerDeclaration declaration = Views.declare("term", "None");
    SnapshotRows rows = new SnapshotRows(declaration);
    for (String id : List.of("b", "a", "c")) {
      LocalDate end = id.equals("b") ? DAY.plusYears(1) : null;
      FeatureDraft draft =
          new FeatureDraft("term", id, FeatureDraft.nowhere(), Map.of("name", id), DAY, end, null);
      rows.add(FeatureVersion.of(draft, 1, Instant.EPOCH, "tester", 1));
    }
    LayerSnapshot snapshot = new LayerSnapshot(declaration, 1, DAY, rows.build());
    LayerView view = new LayerView(snapshot, true, snapshot.declaration());
    assertThat(ids(snapshot)).containsExactly("a", "b", "c");
    assertThat(view.validFrom(1)).isEqualTo(DAY);
    assertThat(view.validTo(1)).isEqualTo(DAY.plusYears(1));
    assertThat(view.validTo(0)).isNull();
    assertThat(view.box(1).isNull()).isTrue();
    assertThat(view.properties(1)).isEqualTo(Map.of("name", "b"));
    assertThat(
            new LayerView(snapshot(List.of("p")), true, snapshot(List.of("p")).declaration())
                .validFrom(0))
        .as("layers with geometries do not keep it")
        .isNull();
  }

  /** Databases order differently: by UTF-16, by code point, by the rules of a language. */
  @Test
  void rowsAreInTheOrderOfCodePointsHoweverTheyCome() {
    List<String> ordered = List.of("A", "B", "a", "ab", "é", "中", "！", "😀", "😀1");
    for (int seed = 0; seed < 20; seed++) {
      List<String> given = new ArrayList<>(ordered);
      Collections.shuffle(given, new Random(seed));
      LayerSnapshot snapshot = snapshot(given);
      assertThat(ids(snapshot)).isEqualTo(ordered);
      for (int row = 0; row < ordered.size(); row++) {
        String id = ordered.get(row);
        assertThat(snapshot.findRow(id)).hasValue(row);
        assertThat(snapshot.geometry(row)).isEqualTo(Shapes.point(id.length(), 1));
        assertThat(snapshot.column(0).value(row)).isEqualTo("name of " + id);
      }
    }
    assertThat(ids(snapshot(ordered.stream().sorted().toList()))).isEqualTo(ordered);
  }

  @Test
  void aLayerMayBeEmpty() {
    LayerSnapshot empty = snapshot(List.of());
    assertThat(empty.size()).isZero();
    assertThat(empty.findRow("a")).isEmpty();
    assertThat(empty.extent().isNull()).isTrue();
  }

  /** The declaration may have had another kind of geometry when they were recorded. */
  @Test
  void aLayerOfPointsMayHoldOtherGeometries() {
    List<Geometry> geometries =
        List.of(Shapes.point(1, 1), Shapes.rectangle(2, 2, 4, 4), Shapes.point(5, 5));
    LayerSnapshot snapshot = snapshot(List.of("a", "b", "c"), geometries);
    for (int row = 0; row < 3; row++) {
      assertThat(snapshot.geometry(row).equalsExact(geometries.get(row))).isTrue();
    }
    List<Integer> found = new ArrayList<>();
    snapshot.search(new Envelope(3, 5, 3, 5), found::add);
    assertThat(found).containsExactlyInAnyOrder(1, 2);
  }
}

package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;
import zeren.geo.CoordinateSystem;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureDraft.SourcePosition;
import zeren.layer.FeatureVersion;

class MergeTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
  private static final SourcePosition AMAP = new SourcePosition("gcj02", "POINT (113.606 34.699)");

  private final Merge merge = new Merge(Rows.layer("site"), DAY, Map.of("source", "台账.xlsx"));
  private final List<RowFault> faults = new ArrayList<>();

  private static CheckedRow row(Map<String, @Nullable Object> values, @Nullable Geometry at) {
    Place place =
        at == null ? null : new Place(at, null, CoordinateSystem.CGCS2000, at.getCoordinate());
    return new CheckedRow(Rows.row(2), "a", values, place, RowPeriod.UNSAID, List.of(), List.of());
  }

  private static FeatureVersion known(Geometry geometry, @Nullable SourcePosition source) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("name", "甲");
    properties.put("type", "demolition");
    properties.put("note", "旧");
    properties.put("source", "去年.xlsx");
    return new FeatureVersion(
        "site",
        "a",
        1,
        geometry,
        properties,
        source,
        LocalDate.of(2025, 1, 1),
        null,
        Instant.EPOCH,
        "tester",
        null,
        null,
        null);
  }

  private static Map<String, @Nullable Object> values(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return values;
  }

  private FeatureDraft merged(CheckedRow row, @Nullable FeatureVersion known) {
    Optional<FeatureDraft> draft = merge.merge(row, known, faults);
    assertThat(faults).isEmpty();
    return draft.orElseThrow();
  }

  @Test
  void aNewFeatureGetsTheDefaults() {
    FeatureDraft draft =
        merged(row(values("name", "甲", "type", "road"), Shapes.point(113.6, 34.7)), null);
    assertThat(draft.properties())
        .isEqualTo(Map.of("name", "甲", "type", "road", "source", "台账.xlsx"));
    assertThat(draft.validFrom()).isEqualTo(DAY);
  }

  @Test
  void whatTheFileSaysGoesBeforeTheDefaults() {
    FeatureDraft draft =
        merged(
            row(values("name", "甲", "type", "road", "source", "住建"), Shapes.point(113.6, 34.7)),
            null);
    assertThat(draft.properties()).containsEntry("source", "住建");
  }

  @Test
  void fieldsWithoutAColumnKeepTheirValueAndEmptyCellsClearIt() {
    FeatureDraft draft =
        merged(
            row(values("type", "road", "note", null), null),
            known(Shapes.point(113.6, 34.7), AMAP));
    assertThat(draft.properties())
        .isEqualTo(Map.of("name", "甲", "type", "road", "source", "去年.xlsx"));
  }

  @Test
  void aRowWithoutAPlaceLeavesTheFeatureWhereItIs() {
    Geometry at = Shapes.point(113.6, 34.7);
    FeatureDraft draft = merged(row(values("note", "新"), null), known(at, AMAP));
    assertThat(draft.geometry()).isSameAs(at);
    assertThat(draft.source()).isEqualTo(AMAP);
  }

  @Test
  void theSamePlaceKeepsWhatItWasConvertedFrom() {
    FeatureDraft draft =
        merged(
            row(values(), Shapes.point(113.6000000005, 34.7)),
            known(Shapes.point(113.6, 34.7), AMAP));
    assertThat(draft.geometry().toText()).isEqualTo("POINT (113.6 34.7)");
    assertThat(draft.source()).isEqualTo(AMAP);
  }

  @Test
  void anotherPlaceBringsItsOwnSource() {
    FeatureDraft draft =
        merged(
            row(values(), Shapes.point(113.60000001, 34.7)),
            known(Shapes.point(113.6, 34.7), AMAP));
    assertThat(draft.geometry().toText()).isEqualTo("POINT (113.60000001 34.7)");
    assertThat(draft.source()).isNull();
  }

  @Test
  void aNewFeatureNeedsAPlaceAndWhatIsRequired() {
    assertThat(merge.merge(row(values("name", "甲"), null), null, faults)).isEmpty();
    assertThat(faults).extracting(RowFault::field).containsExactly("type", "geometry");
  }

  @Test
  void aKnownFeatureNeedsNeither() {
    assertThat(merged(row(values("note", "新"), null), known(Shapes.point(113.6, 34.7), null)).id())
        .isEqualTo("a");
  }

  @Test
  void aCollectionOfOneIsTheSameAsTheOne() {
    Geometry area = Shapes.rectangle(113, 34, 114, 35);
    Geometry multi = Shapes.wkt("MULTIPOLYGON (((113 34, 113 35, 114 35, 114 34, 113 34)))");
    assertThat(Merge.isSame(area, multi)).isTrue();
    assertThat(Merge.isSame(multi, area)).isTrue();
    assertThat(Merge.isSame(area, Shapes.rectangle(113, 34, 114, 35.1))).isFalse();
    assertThat(
            Merge.isSame(
                Shapes.wkt("LINESTRING (1 1, 2 2)"), Shapes.wkt("MULTILINESTRING ((1 1, 2 2))")))
        .isTrue();
    String hole = "(113.2 34.2, 113.2 34.4, 113.4 34.4, 113.2 34.2)";
    Geometry turned =
        Shapes.wkt("POLYGON ((113 34, 114 34, 114 35, 113 35, 113 34), " + hole + ")");
    assertThat(
            Merge.isSame(
                turned,
                Shapes.wkt("POLYGON ((113 34, 113 35, 114 35, 114 34, 113 34), " + hole + ")")))
        .isTrue();
    assertThat(Merge.isSame(turned, Shapes.rectangle(113, 34, 114, 35))).isFalse();
    assertThat(
            Merge.isSame(Shapes.wkt("LINESTRING (1 1, 2 2)"), Shapes.wkt("LINESTRING (2 2, 1 1)")))
        .isFalse();
    assertThat(Merge.isSame(Shapes.wkt("LINESTRING (1 1, 2 2)"), Shapes.point(1, 1))).isFalse();
  }
}

package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import zeren.RunningZeren;

/**
 * An operator's own layer is a file, not code: storage, filters, near, items and tiles follow from
 * it.
 */
class OwnLayerIT {

  private static final String OUTFALL =
      """
      id: outfall
      title: {zh: 入河排污口, en: Outfall}
      geometry: Point
      visibility: public
      name: name
      fields:
        - {name: name, type: text, required: true, title: {zh: 名称, en: Name}}
        - {name: inspector, type: text, visibility: internal, title: {zh: 检查人, en: Inspector}}
        - name: kind
          type: text
          title: {zh: 类别, en: Kind}
          values:
            industrial: {zh: 工业, en: Industrial}
            municipal: {zh: 市政, en: Municipal}
      drawing:
        order: 61
        style: {shape: circle, size: 7, fill: '#884400'}
      """;

  @TempDir Path folder;

  @Test
  void followsFromItsDeclaration() throws IOException {
    Files.writeString(folder.resolve("outfall.yml"), OUTFALL);
    try (RunningZeren zeren =
        RunningZeren.start("--zeren.reference=false", "--zeren.layers=" + folder)) {
      zeren
          .bean(FeatureStore.class)
          .record(
              List.of(
                  outfall("A/1", "industrial", 113.700),
                  outfall("A/2", "municipal", 113.701),
                  outfall("A/3", "municipal", 113.800)),
              "test");

      assertThat(
              zeren
                  .json(
                      "/api/near?lon=113.7&lat=34.7&radius=200&find=outfall&outfall.kind=municipal")
                  .at("/groups/0/found/0/id")
                  .asString())
          .isEqualTo("A/2");
      assertThat(
              zeren
                  .json("/ogc/collections/outfall/items?kind=industrial")
                  .get("numberMatched")
                  .asInt())
          .isEqualTo(1);
      assertThat(zeren.get("/tiles/outfall/10/835/406.mvt").statusCode()).isEqualTo(200);
      assertThat(zeren.get("/api/layers/outfall/features/A%2F1").body()).doesNotContain("王");
      assertThat(zeren.getAsAdmin("/api/layers/outfall/features/A%2F1").body()).contains("王");
      assertThat(
              zeren
                  .get("/api/near?lon=113.7&lat=34.7&find=outfall&outfall.inspector=x")
                  .statusCode())
          .as("a filter on an internal field is a filter on no field")
          .isEqualTo(400);
    }
  }

  @Test
  void aDeclarationThatCannotBeUsedStopsTheStart() throws IOException {
    Files.writeString(
        folder.resolve("outfall.yml"), OUTFALL.replace("name: name\n", "name: title\n"));
    assertThatThrownBy(
            () -> RunningZeren.start("--zeren.reference=false", "--zeren.layers=" + folder))
        .hasRootCauseInstanceOf(DeclarationException.class)
        .hasStackTraceContaining("outfall.yml")
        .hasStackTraceContaining("'name' must be one of the fields");
  }

  private static FeatureDraft outfall(String id, String kind, double lon) {
    return new FeatureDraft(
        "outfall",
        id,
        new GeometryFactory().createPoint(new Coordinate(lon, 34.7)),
        Map.of("name", "口" + id, "kind", kind, "inspector", "王某"),
        LocalDate.of(2020, 1, 1),
        null);
  }
}

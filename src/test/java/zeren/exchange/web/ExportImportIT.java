package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.format.FileFormat;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/** What goes out comes in again as what is there already, in every format and datum. */
class ExportImportIT {

  private static final List<String> SYSTEMS = List.of("EPSG:4490", "gcj02", "bd09", "EPSG:4547");
  private static final Map<String, String> SHAPES =
      Map.of(
          "outfall",
          "POINT (113.62531234567891 34.74661234567891)",
          "road",
          "MULTILINESTRING ((113.5 34.7, 113.61234567890123 34.8), (113.7 34.7, 113.8 34.75))",
          "zone_of_test",
          "MULTIPOLYGON (((113.5 34.7, 113.5 34.8, 113.6 34.8, 113.6 34.7, 113.5 34.7),"
              + " (113.52 34.72, 113.54 34.72, 113.54 34.74, 113.52 34.72)),"
              + " ((113.7 34.7, 113.7 34.8, 113.8123456789 34.8, 113.7 34.7)))");

  private static RunningZeren zeren;

  @BeforeAll
  static void recordOneOfEach() {
    zeren =
        RunningZeren.start(
            "--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");
    List<FeatureDraft> drafts = new ArrayList<>();
    SHAPES.forEach(
        (layer, wkt) -> {
          Map<String, @Nullable Object> properties = new LinkedHashMap<>();
          properties.put("name", "=“一号” " + layer);
          properties.put("source", "invented");
          if (layer.equals("outfall")) {
            properties.putAll(
                Map.of(
                    "pipes",
                    3L,
                    "flow",
                    0.1,
                    "closed",
                    false,
                    "found_on",
                    "2021-05-06",
                    "informant",
                    "neighbour"));
          }
          drafts.add(
              new FeatureDraft(
                  layer, "编/1", Shapes.wkt(wkt), properties, LocalDate.of(2020, 1, 1), null));
        });
    zeren.bean(FeatureStore.class).record(drafts, "tester");
  }

  @AfterAll
  static void stop() {
    zeren.close();
  }

  static Stream<Object[]> formatsLayersAndSystems() {
    return Stream.of(FileFormat.values())
        .flatMap(format -> SYSTEMS.stream().map(crs -> new Object[] {format, crs}))
        .filter(one -> one[0] != FileFormat.KML || one[1].equals("EPSG:4490"))
        .flatMap(
            one -> SHAPES.keySet().stream().map(layer -> new Object[] {one[0], layer, one[1]}));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("formatsLayersAndSystems")
  void whatWentOutIsNotNewWhenItComesIn(FileFormat format, String layer, String crs) {
    byte[] file =
        zeren
            .sendForBytes(
                zeren.requestAsAdmin(
                    "/api/layers/%s/export?format=%s&crs=%s"
                        .formatted(layer, format.parameter(), crs)))
            .body();
    JsonNode result =
        Uploads.run(
            zeren,
            layer + "/import?dryRun=true&crs=" + crs,
            layer + "." + format.extension(),
            file);
    assertThat(result.path("unchanged").asInt()).as("%s", result).isEqualTo(1);
    assertThat(result.path("refused").asInt()).isZero();
    assertThat(result.path("changed").asInt() + result.path("created").asInt()).isZero();
  }
}

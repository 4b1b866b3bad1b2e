package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import zeren.format.TableWriter.Column;
import zeren.format.TableWriter.Plan;
import zeren.format.TableWriter.Type;
import zeren.geo.GeoJson;

/** What we write is read by GDAL as what it was. */
class WrittenFilesTest {

  private static final String AREAS =
      "MULTIPOLYGON (((113.1 34.1, 113.5 34.1, 113.5 34.5, 113.1 34.5, 113.1 34.1),"
          + " (113.2 34.2, 113.2 34.3, 113.3 34.3, 113.3 34.2, 113.2 34.2)),"
          + " ((114 35, 114.123456789012 35, 114 35.1, 114 35)))";

  @TempDir Path folder;

  private String save(FileFormat format, byte[] content) throws IOException {
    Path file = folder.resolve("written." + format.extension());
    Files.write(file, content);
    return switch (format) {
      case SHAPEFILE -> "/vsizip/" + file;
      default -> file.toString();
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"GEOJSON", "GEOJSONL", "SHAPEFILE", "GEOPACKAGE", "KML"})
  void areasAndValuesAreReadByGdal(FileFormat format) throws IOException {
    Plan plan = Samples.plan("MultiPolygon", "EPSG:4490");
    String file = save(format, Samples.write(format, plan, Samples.rows(AREAS)));
    String layer = format == FileFormat.GEOJSONL ? "written" : "工地 site";
    JsonNode features = Ogr.features(file, layer);
    assertThat(features).hasSize(4);
    for (JsonNode feature : features) {
      Geometry read = GeoJson.read(feature.path("geometry"));
      assertThat(read.norm().equalsExact(Samples.geometry(AREAS).norm(), 1e-12)).isTrue();
    }
    JsonNode first = features.get(0).path("properties");
    assertThat(first.path("名称").asString()).isEqualTo("黄河路“围挡”, 东");
    assertThat(first.path("count").asInt()).isEqualTo(7);
    assertThat(first.path("emission").asDouble()).isEqualTo(0.1);
    assertThat(features.get(1).path("properties").path("emission").asDouble()).isEqualTo(-1.5e-7);
    assertThat(features.get(3).path("properties").path("名称").asString())
        .isEqualTo("𠮷家沟\n第二行 <b>&amp;");
    assertThat(features.get(2).path("properties").path("名称").asString("")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"GEOJSON", "GEOJSONL", "SHAPEFILE", "GEOPACKAGE", "KML"})
  void rowsWithoutGeometryStayRows(FileFormat format) throws IOException {
    Plan plan = Samples.plan("Point", "EPSG:4490");
    String file =
        save(format, Samples.write(format, plan, Samples.rows("POINT (113.5 34.5)", null)));
    JsonNode features = Ogr.features(file, format == FileFormat.GEOJSONL ? "written" : "工地 site");
    assertThat(features).hasSize(4);
    assertThat(features.get(0).path("geometry").path("coordinates").get(0).asDouble())
        .isEqualTo(113.5);
    assertThat(features.get(1).path("geometry").isNull()).isTrue();
  }

  @Test
  void typesAreKeptWhereTheFormatHasThem() throws IOException {
    Plan plan = Samples.plan("Point", "EPSG:4490");
    List<TableRow> rows = Samples.rows("POINT (113.5 34.5)");
    assertThat(
            Ogr.describe(
                save(FileFormat.GEOPACKAGE, Samples.write(FileFormat.GEOPACKAGE, plan, rows))))
        .contains("checked_on: Date", "active: Integer(Boolean)", "emission: Real")
        .contains("China Geodetic Coordinate System 2000", "Geometry: Point");
    assertThat(
            Ogr.describe(
                save(FileFormat.SHAPEFILE, Samples.write(FileFormat.SHAPEFILE, plan, rows))))
        .contains("checked_on: Date", "emission: Real", "responsibl: String", "responsi_1: String")
        .contains("China Geodetic", "Geometry: Point");
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"SHAPEFILE", "GEOPACKAGE", "GEOJSON"})
  void aPlaneSystemIsNamedInTheFile(FileFormat format) throws IOException {
    Plan plan = Samples.plan("Point", "EPSG:4526");
    String file =
        save(format, Samples.write(format, plan, Samples.rows("POINT (38455000 3840000)")));
    assertThat(Ogr.describe(file)).contains("PROJCRS").contains("38500000");
  }

  @Test
  void aShiftedDatumIsNamedWhereverThereIsRoom() throws IOException {
    Plan plan = Samples.plan("Point", "gcj02");
    List<TableRow> rows = Samples.rows("POINT (113.5 34.5)");
    Map<String, String> archive = unzip(Samples.write(FileFormat.SHAPEFILE, plan, rows));
    assertThat(archive).doesNotContainKey("工地 site.prj");
    assertThat(archive.get("README.txt")).contains("gcj02").contains("加偏");
    assertThat(new String(Samples.write(FileFormat.GEOJSON, plan, rows), StandardCharsets.UTF_8))
        .contains("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"gcj02\"}}");
    String gpkg =
        Ogr.describe(save(FileFormat.GEOPACKAGE, Samples.write(FileFormat.GEOPACKAGE, plan, rows)));
    assertThat(gpkg).contains("Feature Count: 4").doesNotContain("WGS 84", "China Geodetic");
    assertThatThrownBy(() -> TableFiles.create(FileFormat.KML, plan, new ByteArrayOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("WGS 84");
  }

  @Test
  void severalKindsOfGeometryAreSeveralShapefiles() throws IOException {
    Plan plan = new Plan("混合", Samples.COLUMNS, true, null, "EPSG:4326", false);
    byte[] file =
        Samples.write(
            FileFormat.SHAPEFILE,
            plan,
            Samples.rows(null, "POINT (1 2)", "LINESTRING (1 2, 3 4)", "POINT (5 6)"));
    assertThat(unzip(file)).containsKeys("混合_point.shp", "混合_line.shp", "混合_line.prj");
    String source = save(FileFormat.SHAPEFILE, file);
    assertThat(Ogr.features(source, "混合_point")).hasSize(3);
    assertThat(Ogr.features(source, "混合_line")).hasSize(1);
  }

  @Test
  void textThatADbfCannotHoldIsCutAtACharacterAndKeptBesideIt() throws IOException {
    String text = "责".repeat(100) + "end";
    Plan plan =
        new Plan("t", List.of(new Column("c", Type.TEXT)), true, "Point", "EPSG:4490", false);
    Map<String, String> archive =
        unzip(
            Samples.write(
                FileFormat.SHAPEFILE,
                plan,
                List.of(
                    Samples.row(1, List.of("short"), "POINT (1 2)"),
                    Samples.row(2, List.of(text), "POINT (1 2)"))));
    assertThat(archive.get("t.long.jsonl"))
        .isEqualTo("{\"row\":2,\"field\":\"c\",\"value\":\"" + text + "\"}\n");
    assertThat(archive.get("t.dbf")).contains("责".repeat(84)).doesNotContain("责".repeat(85));
    assertThat(archive.get("README.txt")).contains("254");
  }

  @Test
  void nothingIsLeftOnDiskAndNothingIsWrittenWhenAWriterGivesUp() throws IOException {
    for (FileFormat format : List.of(FileFormat.SHAPEFILE, FileFormat.GEOPACKAGE)) {
      long before = temporaryFiles();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      TableWriter writer = TableFiles.create(format, Samples.plan("Point", "bd09"), out);
      for (TableRow row : Samples.rows("POINT (1 2)")) {
        writer.write(row);
      }
      assertThat(temporaryFiles()).isGreaterThan(before);
      writer.abandon();
      assertThat(temporaryFiles()).isEqualTo(before);
      assertThat(out.size()).isZero();
    }
  }

  private static long temporaryFiles() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(TemporaryFile.PREFIX))
          .count();
    }
  }

  private static Map<String, String> unzip(byte[] zip) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }
}

package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static zeren.exchange.web.ImportTown.counts;
import static zeren.exchange.web.ImportTown.feature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.format.FileFormat;
import zeren.format.TableFiles;
import zeren.format.TableRow;
import zeren.format.TableWriter;
import zeren.format.Workbooks;

/** One request with a file of each format: first as a rehearsal, then in earnest. */
class ImportFormatsIT {

  private static final RunningZeren ZEREN = ImportTown.running();
  private static final Charset GBK = Charset.forName("GBK");

  private final String prefix = ImportTown.prefix();

  private void importTwice(String query, String fileName, byte[] file, Integer... counts) {
    JsonNode rehearsed = Uploads.run(ZEREN, query + "&dryRun=true", fileName, file);
    assertThat(rehearsed.path("dryRun").asBoolean()).isTrue();
    assertThat(rehearsed.path("changeSet").isNull()).isTrue();
    assertThat(counts(rehearsed)).as(rehearsed.toString()).containsExactly(counts);
    JsonNode done = Uploads.run(ZEREN, query, fileName, file);
    assertThat(done.path("dryRun").asBoolean()).isFalse();
    assertThat(done.path("changeSet").asLong()).isPositive();
    assertThat(counts(done)).as(done.toString()).containsExactly(counts);
  }

  @Test
  void aContractorsListInGbkWithSemicolons() {
    String csv =
        """
        工地编号;项目名称;工程类型;管理类别;所属区县;经度;纬度
        %1$s1;黄河路（一期）;拆迁;A类;西区;113°33′00″;34°45′00″
        %1$s2;东风渠;道路工程;C;东区;113.65;34.75
        """
            .formatted(prefix);
    importTwice("site/import?crs=cgcs2000", "工地台账.csv", csv.getBytes(GBK), 2, 2, 0, 0, 0, 0);
    JsonNode site = feature("site", prefix + "1");
    assertThat(site.path("geometry").path("coordinates").toString()).isEqualTo("[113.55,34.75]");
    assertThat(site.path("properties").path("name").asString()).isEqualTo("黄河路（一期）");
    assertThat(site.path("properties").path("type").asString()).isEqualTo("demolition");
    assertThat(site.path("properties").path("class").asString()).isEqualTo("A");
    assertThat(site.path("properties").path("district_recorded").asString()).isEqualTo("W");
    assertThat(site.path("recorded_by").asString()).isEqualTo("admin");
  }

  @Test
  void aWorkbookWithATitleAndAMergedHeader() {
    byte[] workbook =
        Workbooks.of(
                Workbooks.row(1, "2026年施工工地台账")
                    + Workbooks.row(2, "工地编号", "项目名称", "工程类型", "坐标", null)
                    + Workbooks.row(3, null, null, null, "经度", "纬度")
                    + Workbooks.row(4, prefix + "1", "黄河路", "拆迁", 113.55, 34.75)
                    + Workbooks.row(5, prefix + "2", "东风渠", "养殖", 113.65, 34.75),
                "A1:E1",
                "A2:A3",
                "B2:B3",
                "C2:C3",
                "D2:E2")
            .bytes();
    importTwice("site/import?crs=EPSG:4490", "台账.xlsx", workbook, 2, 1, 0, 0, 0, 1);
    assertThat(feature("site", prefix + "1").path("properties").path("source").asString())
        .isEqualTo("台账.xlsx");
  }

  @Test
  void anErrorNamesTheRowAsTheSpreadsheetShowsIt() {
    byte[] workbook =
        Workbooks.of(
                Workbooks.row(1, "标题")
                    + Workbooks.row(2, "工地编号", "名称", "类型", "经度", "纬度")
                    + Workbooks.row(3, prefix + "1", "甲", "拆迁", 113.55, 34.75)
                    + Workbooks.row(7, prefix + "2", "乙", "养殖", 113.65, 34.75),
                "A1:E1")
            .bytes();
    JsonNode result =
        Uploads.run(ZEREN, "site/import?crs=EPSG:4490&dryRun=true", "a.xlsx", workbook);
    assertThat(result.path("errors").path(0).path("row").asInt()).isEqualTo(7);
  }

  /** What the project writes it reads again, with the same values. */
  @ParameterizedTest
  @EnumSource(FileFormat.class)
  void whatTheWritersWrite(FileFormat format) throws IOException {
    List<TableWriter.Column> columns =
        List.of(
            new TableWriter.Column("id", TableWriter.Type.TEXT),
            new TableWriter.Column("name", TableWriter.Type.TEXT),
            new TableWriter.Column("pipes", TableWriter.Type.INTEGER),
            new TableWriter.Column("flow", TableWriter.Type.NUMBER),
            new TableWriter.Column("closed", TableWriter.Type.BOOLEAN),
            new TableWriter.Column("found_on", TableWriter.Type.DATE));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter writer =
        TableFiles.create(
            format,
            new TableWriter.Plan("outfall", columns, true, "Point", "EPSG:4490", false),
            out)) {
      writer.write(row(1, Shapes.point(113.55, 34.75), "1", "一号口", 3L, 2.5, true, day(1)));
      writer.write(row(2, Shapes.point(113.65, 34.75), "2", "二号口", null, null, false, null));
    }
    importTwice(
        "outfall/import?crs=EPSG:4490",
        "outfall." + format.extension(),
        out.toByteArray(),
        2,
        2,
        0,
        0,
        0,
        0);
    JsonNode one = feature("outfall", prefix + "1");
    assertThat(one.path("geometry").path("coordinates").toString()).isEqualTo("[113.55,34.75]");
    JsonNode properties = one.path("properties");
    assertThat(properties.path("name").asString()).isEqualTo("一号口");
    assertThat(properties.path("pipes").asInt()).isEqualTo(3);
    assertThat(properties.path("flow").asDouble()).isEqualTo(2.5);
    assertThat(properties.path("closed").asBoolean()).isTrue();
    assertThat(properties.path("found_on").asString()).isEqualTo("2021-05-01");
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2021, 5, day);
  }

  private TableRow row(long number, Geometry at, String id, @Nullable Object... values) {
    List<@Nullable Object> all = new java.util.ArrayList<>();
    all.add(prefix + id);
    all.addAll(Arrays.asList(values));
    return new TableRow(number, all, at, null, null);
  }

  @Test
  void geoJsonNamesItsIdsOutsideOfTheProperties() {
    String file =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"%1$s1","properties":{"name":"甲"},
         "geometry":{"type":"LineString","coordinates":[[113.5,34.7],[113.6,34.8]]}},
        {"type":"Feature","id":"%1$s2","properties":{"name":"乙"},
         "geometry":{"type":"MultiLineString","coordinates":[[[113.5,34.7],[113.6,34.7]],[[113.6,34.7],[113.6,34.8]]]}},
        {"type":"Feature","id":"%1$s3","properties":{"name":"丙"},"geometry":{"type":"Point","coordinates":[113.5,34.7]}},
        {"type":"Feature","id":"%1$s4","properties":{"name":"丁"},"geometry":null}
        ]}
        """
            .formatted(prefix);
    importTwice(
        "road/import?crs=wgs84",
        "路.geojson",
        file.getBytes(StandardCharsets.UTF_8),
        4,
        2,
        0,
        0,
        0,
        2);
    assertThat(feature("road", prefix + "2").path("geometry").path("type").asString())
        .isEqualTo("MultiLineString");
  }

  @Test
  void aFileThatSaysNothingOfItsSystemNeedsItNamed() {
    var answer =
        Uploads.send(
            ZEREN, "/api/layers/road/import", "路.geojson", ImportTown.utf8(ImportTown.DISTRICTS));
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = RunningZeren.parse(answer.body());
    assertThat(problem.path("parameter").asString()).isEqualTo("crs");
    assertThat(problem.path("detail").asString()).contains("none is assumed");
    assertThat(problem.path("allowed").toString()).contains("gcj02");
  }
}

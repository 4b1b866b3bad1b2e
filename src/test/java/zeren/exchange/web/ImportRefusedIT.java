package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static zeren.exchange.web.ImportTown.counts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.format.FileFormat;
import zeren.format.FormatException;
import zeren.format.FormatLimits;
import zeren.format.Table;
import zeren.format.TableFiles;
import zeren.format.TableRow;
import zeren.format.TableWriter;
import zeren.format.Workbooks;

/** Refused rows come back as they came, are put right, and go in. */
class ImportRefusedIT {

  private static final RunningZeren ZEREN = ImportTown.running();
  private static final String REASON = "拒绝原因 reason";

  private final String prefix = ImportTown.prefix();

  private static HttpResponse<byte[]> refused(JsonNode result) {
    String path = result.path("refusedFile").asString();
    assertThat(path).isEqualTo("/api/imports/" + result.path("id").asString() + "/refused");
    HttpResponse<byte[]> answer = ZEREN.sendForBytes(ZEREN.requestAsAdmin(path));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void aCsvComesBackWithItsOwnColumnsAndTheReason() {
    String csv =
        """
        工地编号,序号,名称,类型,经度,纬度
        %1$s1,007,"甲, 一期",拆迁,113.55,34.75
        %1$s2,008,"乙 ""二期\""",拆千,113.56,34.75
        %1$s3,009,丙,,0,0
        """
            .formatted(prefix);
    JsonNode result = Uploads.run(ZEREN, "site/import?crs=wgs84", "工地 台账.csv", csv);
    assertThat(counts(result)).containsExactly(3, 1, 0, 0, 0, 2);

    HttpResponse<byte[]> answer = refused(result);
    assertThat(header(answer, "Content-Type")).startsWith("text/csv");
    assertThat(header(answer, "Content-Disposition"))
        .startsWith("attachment")
        .contains("%E5%B7%A5%E5%9C%B0%20%E5%8F%B0%E8%B4%A6.refused.csv");
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(text.lines().toList()).hasSize(3);
    assertThat(text)
        .contains("工地编号,序号,名称,类型,经度,纬度," + REASON)
        .contains(prefix + "2,008,\"乙 \"\"二期\"\"\",拆千,113.56,34.75,")
        .contains("type = '拆千': must be one of 房屋建筑")
        .contains("(perhaps 拆迁)")
        .contains("type: is missing; geometry = '0.0, 0.0'");

    String corrected = text.replace("拆千,113", "拆迁,113").replace("丙,,0,0", "丙,拆迁,113.57,34.75");
    JsonNode again = Uploads.run(ZEREN, "site/import?crs=wgs84", "改.csv", corrected);
    assertThat(counts(again)).containsExactly(2, 2, 0, 0, 0, 0);
    assertThat(ImportTown.feature("site", prefix + "2").path("properties").path("name").asString())
        .isEqualTo("乙 \"二期\"");
    assertThat(ImportTown.feature("site", prefix + "3").path("properties").has(REASON)).isFalse();
  }

  @Test
  void whatIsStillWrongComesBackAgainWithOneReasonOnly() {
    String csv = "编号,名称,经度,纬度\n%1$s1,,113.55,34.75\n".formatted(prefix);
    JsonNode first = Uploads.run(ZEREN, "outfall/import?crs=wgs84", "a.csv", csv);
    byte[] file = refused(first).body();
    JsonNode second = Uploads.run(ZEREN, "outfall/import?crs=wgs84", "a.refused.csv", file);
    byte[] again = refused(second).body();
    assertThat(new String(again, StandardCharsets.UTF_8))
        .isEqualTo(new String(file, StandardCharsets.UTF_8))
        .containsOnlyOnce(REASON)
        .containsOnlyOnce("name: is missing");
  }

  @Test
  void aWorkbookComesBackAsAWorkbook(@TempDir Path folder) throws IOException, FormatException {
    byte[] workbook =
        Workbooks.of(
                Workbooks.row(1, "台账")
                    + Workbooks.row(2, "工地编号", "名称", "类型", "经度", "纬度")
                    + Workbooks.row(3, prefix + "1", "甲", "拆迁", 113.55, 34.75)
                    + Workbooks.row(4, prefix + "2", "乙", "养殖", 113.56, 34.75),
                "A1:E1")
            .bytes();
    JsonNode result = Uploads.run(ZEREN, "site/import?crs=wgs84", "台账.xlsx", workbook);
    assertThat(counts(result)).containsExactly(2, 1, 0, 0, 0, 1);
    HttpResponse<byte[]> answer = refused(result);
    assertThat(header(answer, "Content-Type")).contains("spreadsheetml");
    Path file = Files.write(folder.resolve("refused.xlsx"), answer.body());
    List<@Nullable Object> cells = new ArrayList<>();
    List<String> columns;
    try (Table table = TableFiles.open(file, "refused.xlsx", null, FormatLimits.DEFAULT)) {
      columns = table.description().columns();
      TableRow row = table.next();
      assertThat(row).isNotNull();
      cells.addAll(row == null ? List.of() : row.values());
      assertThat(table.next()).isNull();
    }
    assertThat(columns).containsExactly("工地编号", "名称", "类型", "经度", "纬度", REASON);
    assertThat(cells.subList(0, 3)).containsExactly(prefix + "2", "乙", "养殖");
    assertThat(String.valueOf(cells.get(5))).startsWith("type = '养殖': must be one of");

    cells.set(2, "园林绿化");
    JsonNode again = Uploads.run(ZEREN, "site/import?crs=wgs84", "改.xlsx", rewrite(columns, cells));
    assertThat(counts(again)).containsExactly(1, 1, 0, 0, 0, 0);
    assertThat(ImportTown.feature("site", prefix + "2").path("properties").path("type").asString())
        .isEqualTo("garden");
  }

  private static byte[] rewrite(List<String> columns, List<@Nullable Object> cells)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<TableWriter.Column> all =
        columns.stream().map(one -> new TableWriter.Column(one, TableWriter.Type.TEXT)).toList();
    TableWriter.Plan plan = new TableWriter.Plan("改", all, false, null, "EPSG:4490", false);
    try (TableWriter writer = TableFiles.create(FileFormat.XLSX, plan, out)) {
      writer.write(new TableRow(1, cells, null, null, null));
    }
    return out.toByteArray();
  }

  @Test
  void geoJsonComesBackWithItsGeometriesEvenWhenTheyAreNone() {
    String file =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"编号":"%1$s1","name":"甲"},
         "geometry":{"type":"LineString","coordinates":[[113.5,34.7],[113.6,34.8]]}},
        {"type":"Feature","properties":{"编号":"%1$s2","name":"乙"},
         "geometry":{"type":"LineString","coordinates":[[34.7,113.5],[34.8,113.6]]}},
        {"type":"Feature","properties":{"编号":"%1$s3","name":"丙"},
         "geometry":{"type":"LineString","coordinates":"somewhere"}}
        ]}
        """
            .formatted(prefix);
    JsonNode result =
        Uploads.run(
            ZEREN, "road/import?crs=wgs84", "路.geojson", file.getBytes(StandardCharsets.UTF_8));
    assertThat(counts(result)).containsExactly(3, 1, 0, 0, 0, 2);
    String text = new String(refused(result).body(), StandardCharsets.UTF_8);
    JsonNode back = RunningZeren.parse(text);
    assertThat(back.path("features")).hasSize(2);
    JsonNode swapped = back.path("features").path(0);
    assertThat(swapped.path("geometry").path("coordinates").toString())
        .isEqualTo("[[34.7,113.5],[34.8,113.6]]");
    assertThat(swapped.path("properties").path(REASON).asString()).contains("swapped");
    assertThat(back.path("features").path(1).path("geometry").path("coordinates").asString())
        .isEqualTo("somewhere");

    String corrected =
        text.replace("[[34.7,113.5],[34.8,113.6]]", "[[113.5,34.7],[113.6,34.8]]")
            .replace("\"somewhere\"", "[[113.5,34.7],[113.6,34.7]]");
    JsonNode again = Uploads.run(ZEREN, "road/import?crs=wgs84", "改.geojson", corrected);
    assertThat(counts(again)).as(corrected).containsExactly(2, 2, 0, 0, 0, 0);
  }

  @Test
  void theRowsOfACheckAreReplacedByThoseOfTheNext() {
    String csv = "编号,名称,经度,纬度,名\n%1$s1,,113.55,34.75,甲\n%1$s2,,0,0,乙\n".formatted(prefix);
    JsonNode uploaded = Uploads.upload(ZEREN, "outfall", "a.csv", csv);
    String id = uploaded.path("id").asString();
    Uploads.step(ZEREN, id, "check", "{\"crs\":\"wgs84\"}");
    assertThat(
            Uploads.step(
                    ZEREN,
                    id,
                    "check",
                    """
                    {"crs":"wgs84","mapping":{"columns":
                      {"编号":"@id","名":"name","经度":"@lon","纬度":"@lat"}}}
                    """)
                .path("result")
                .path("refused")
                .asInt())
        .isEqualTo(1);
    String text = ZEREN.getAsAdmin("/api/imports/" + id + "/refused").body();
    assertThat(text.lines().toList()).hasSize(2);
    assertThat(text).contains("乙").doesNotContain("甲");
  }
}

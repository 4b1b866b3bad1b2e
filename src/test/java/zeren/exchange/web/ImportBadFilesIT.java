package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.format.Zips;

/** Files and requests that cannot be used get a sentence, and leave nothing behind. */
class ImportBadFilesIT {

  private static final RunningZeren ZEREN = ImportTown.running();
  private static final String TO_OUTFALL = "/api/layers/outfall/import?crs=wgs84";

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("picture.png", bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR")),
        Arguments.of("old.xls", bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")),
        Arguments.of("report.pdf", bytes("%PDF-1.7\n%\u00e2\u00e3")),
        Arguments.of("cut.xlsx", Zips.zip().with("[Content_Types].xml", "<Types/>").bytes()),
        Arguments.of("cut.zip", bytes("PK\u0003\u0004\u0014\0\0\0")),
        Arguments.of(
            "nested.zip", Zips.zip().with("a.zip", Zips.zip().with("a.csv", "a").bytes()).bytes()),
        Arguments.of("climbing.zip", Zips.zip().with("../../a.csv", "a,b\n1,2\n").bytes()),
        Arguments.of("broken.geojson", utf8("{\"type\":\"FeatureCollection\",\"features\":[")),
        Arguments.of("topo.json", utf8("{\"type\":\"Topology\",\"objects\":{}}")),
        Arguments.of("blank.csv", utf8("  \n \n")),
        Arguments.of("nul.csv", utf8("a,b\n1,\0\0\0\0\n")));
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = RunningZeren.parse(answer.body());
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(answer.body())
        .doesNotContain("Exception")
        .doesNotContain("/tmp/")
        .doesNotContain("java.")
        .doesNotContain("SQL");
    return problem;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void aFileThatCannotBeReadIsRefusedWithASentence(String name, byte[] file) {
    long before = ZEREN.jsonAsAdmin("/api/imports").path("total").asLong();
    for (String path : new String[] {TO_OUTFALL, "/api/imports?layer=outfall"}) {
      JsonNode problem = problem(Uploads.send(ZEREN, path, name, file), 422);
      assertThat(problem.path("type").asString()).isEqualTo("/problems/unreadable-file");
      assertThat(problem.path("detail").asString()).startsWith(name + ": ");
      assertThat(problem.path("code").asString()).matches("[a-z0-9-]+");
    }
    assertThat(ZEREN.jsonAsAdmin("/api/imports").path("total").asLong()).isEqualTo(before);
  }

  @Test
  void aFileThatBreaksInTheMiddleWritesNothingAndSaysWhere() {
    String prefix = ImportTown.prefix();
    StringBuilder file = new StringBuilder("编号,名称,经度,纬度\n");
    for (int i = 0; i < 3_000; i++) {
      file.append("%s%d,n,113.5,34.7\n".formatted(prefix, i));
    }
    file.append("x,\"never closed,113.5,34.7\n");
    HttpResponse<String> answer =
        Uploads.send(ZEREN, TO_OUTFALL, "half.csv", utf8(file.toString()));
    JsonNode problem = problem(answer, 422);
    assertThat(problem.path("type").asString()).isEqualTo("/problems/import-failed");
    assertThat(problem.path("code").asString()).isEqualTo("unterminated-quote");
    assertThat(problem.path("location").asString()).isEqualTo("line 3002");
    assertThat(ImportTown.status("outfall", prefix + "0")).isEqualTo(404);
    JsonNode newest =
        ZEREN.jsonAsAdmin("/api/imports?layer=outfall&limit=1").path("imports").path(0);
    assertThat(newest.path("state").asString()).isEqualTo("failed");
    String id = newest.path("id").asString();
    JsonNode job = ZEREN.jsonAsAdmin("/api/jobs/" + id);
    assertThat(job.path("state").asString()).isEqualTo("failed");
    assertThat(job.path("problem").path("detail").asString()).isNotBlank();
    assertThat(Uploads.delete(ZEREN, "/api/imports/" + id).statusCode()).isEqualTo(204);
  }

  @Test
  void anEmptyFileOrNoFileIsABadRequest() {
    problem(Uploads.send(ZEREN, TO_OUTFALL, "a.csv", new byte[0]), 400);
    for (String path : new String[] {TO_OUTFALL, "/api/imports?layer=outfall"}) {
      JsonNode problem = problem(Uploads.post(ZEREN, path, "{}"), 400);
      assertThat(problem.path("parameter").asString()).isEqualTo("file");
      problem(ZEREN.send(ZEREN.requestAsAdmin(path).POST(BodyPublishers.noBody())), 400);
    }
  }

  @Test
  void aFormThatIsCutOffIsABadRequest() {
    HttpResponse<String> answer =
        ZEREN.send(
            ZEREN
                .requestAsAdmin(TO_OUTFALL)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(
                    BodyPublishers.ofString(
                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na,b")));
    problem(answer, 400);
    HttpResponse<String> without =
        ZEREN.send(
            ZEREN
                .requestAsAdmin(TO_OUTFALL)
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("x")));
    problem(without, 400);
  }

  @Test
  void anUnknownPartOfTheFormIsNotIgnored() {
    HttpResponse<String> answer =
        Uploads.send(ZEREN, TO_OUTFALL, "a.csv", utf8("编号,名称\n1,a\n"), Map.of("maping", "{}"));
    assertThat(problem(answer, 400).path("parameter").asString()).isEqualTo("maping");
  }

  @Test
  void aTableThatTheFileDoesNotHaveIsNamed() {
    byte[] workbook =
        zeren.format.Workbooks.of(
                zeren.format.Workbooks.row(1, "编号", "名称") + zeren.format.Workbooks.row(2, "1", "a"))
            .bytes();
    HttpResponse<String> answer =
        Uploads.send(ZEREN, TO_OUTFALL + "&table=none", "a.xlsx", workbook);
    assertThat(problem(answer, 422).path("detail").asString()).contains("台账");
  }

  @Test
  void aFileNameIsANameAndNoPath() {
    JsonNode uploaded =
        Uploads.upload(ZEREN, "outfall", "../../etc/<b>口</b>.csv", "编号,名称,经度,纬度\n1,a,113.5,34.7\n");
    assertThat(uploaded.path("fileName").asString()).isEqualTo("b>.csv");
    JsonNode windows =
        Uploads.upload(ZEREN, "outfall", "C:\\\\数据\\\\口.csv", "编号,名称,经度,纬度\n1,a,113.5,34.7\n");
    assertThat(windows.path("fileName").asString()).isEqualTo("口.csv");
  }

  /** As many columns and as much text as a file may have in its first rows. */
  @Test
  void aVeryWideFileIsLookedAtToo() {
    StringBuilder csv = new StringBuilder("编号,名称,经度,纬度");
    for (int column = 4; column < 500; column++) {
      csv.append(",一个相当长的列名称用来占据空间").append(column);
    }
    for (int row = 0; row < 20; row++) {
      csv.append("\n%d,a,113.5,34.7".formatted(row))
          .append((",\\\"" + "长".repeat(300)).repeat(496));
    }
    JsonNode uploaded = Uploads.upload(ZEREN, "sluice", "宽.csv", csv + "\n");
    assertThat(uploaded.path("sample")).hasSize(20);
    assertThat(uploaded.path("description").path("columns")).hasSize(500);
    assertThat(Uploads.delete(ZEREN, "/api/imports/" + uploaded.path("id").asString()).statusCode())
        .isEqualTo(204);
  }

  @Test
  void aFileThatIsTooLargeIsRefusedAndNothingStays(@TempDir Path folder) throws IOException {
    try (RunningZeren small =
        RunningZeren.start(
            "--zeren.reference=false",
            "--zeren.import.max-size=2KB",
            "--zeren.imports=" + folder)) {
      byte[] large = utf8("编号,名称,经度,纬度\n" + "1,a,113.5,34.7\n".repeat(1_000));
      for (String path :
          new String[] {"/api/layers/station/import?crs=wgs84", "/api/imports?layer=station"}) {
        JsonNode problem = problem(Uploads.send(small, path, "a.csv", large), 413);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/upload-too-large");
        assertThat(problem.path("detail").asString()).contains("Split it");
      }
      problem(
          Uploads.send(small, "/api/imports?layer=station", "a.png", bytes("\u0089PNG\r\n")), 422);
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).isEmpty();
      }
      JsonNode taken =
          Uploads.upload(small, "station", "a.csv", "编号,名称,城市,级别,经度,纬度\n1,a,b,国控,113.5,34.7\n");
      String id = taken.path("id").asString();
      assertThat(folder.resolve(id)).isDirectory();
      Uploads.step(small, id, "check", "{\"crs\":\"wgs84\"}");
      assertThat(Uploads.delete(small, "/api/imports/" + id).statusCode()).isEqualTo(204);
      assertThat(folder.resolve(id)).doesNotExist();
    }
  }
}

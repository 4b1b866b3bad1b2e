package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** The template of a layer, filled in, is imported without a question. */
class TemplateIT {

  private static final Pattern TEXT = Pattern.compile("<t[^>]*>([^<]*)</t>");
  private static final String FORM = "xl/worksheets/sheet1.xml";
  private static final String GUIDE = "xl/worksheets/sheet2.xml";

  @TempDir private static Path folder;
  private static RunningZeren zeren;

  @BeforeAll
  static void start() {
    zeren = RunningZeren.start("--zeren.reference=false");
  }

  @AfterAll
  static void close() {
    zeren.close();
  }

  private static byte[] template(String layer, String language) {
    HttpResponse<byte[]> answer =
        zeren.sendForBytes(
            zeren.requestAsAdmin("/api/layers/" + layer + "/template?lang=" + language));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    Path file = Files.createTempFile(folder, "template", ".xlsx");
    Files.write(file, workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          parts.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return parts;
  }

  private static List<String> texts(byte[] workbook, String part) throws IOException {
    String xml =
        new String(parts(workbook).getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
    List<String> texts = new ArrayList<>();
    for (Matcher text = TEXT.matcher(xml); text.find(); ) {
      texts.add(HtmlUtils.htmlUnescape(text.group(1)).replace("&apos;", "'"));
    }
    return texts;
  }

  /** What a person does: writes a row below the headings and saves. */
  private static byte[] filled(byte[] workbook, List<String> cells) throws IOException {
    StringBuilder row = new StringBuilder("<row r=\"2\">");
    for (int i = 0; i < cells.size(); i++) {
      String column = (i < 26 ? "" : "A") + (char) ('A' + i % 26);
      row.append("<c r=\"%s2\" t=\"inlineStr\"><is><t>".formatted(column));
      row.append(cells.get(i)).append("</t></is></c>");
    }
    Map<String, byte[]> parts = parts(workbook);
    String form = new String(parts.getOrDefault(FORM, new byte[0]), StandardCharsets.UTF_8);
    String with = form.replace("</sheetData>", row.append("</row></sheetData>").toString());
    assertThat(with).isNotEqualTo(form);
    parts.put(FORM, with.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }

  static Stream<Arguments> layers() {
    return Stream.of(
            "district",
            "grid_cell",
            "road",
            "reach",
            "site",
            "enterprise",
            "section",
            "station",
            "unit",
            "person",
            "assignment",
            "required_role")
        .flatMap(layer -> Stream.of(Arguments.of(layer, "zh"), Arguments.of(layer, "en")));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void theImportRecognisesEveryColumn(String layer, String language) throws IOException {
    byte[] template = template(layer, language);
    List<String> headings = texts(template, FORM);
    byte[] file = filled(template, headings.stream().map(heading -> "x").toList());
    HttpResponse<String> answer =
        Uploads.send(zeren, "/api/imports?layer=" + layer, "模板.xlsx", file);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode columns = RunningZeren.parse(answer.body()).at("/settings/mapping/columns");
    assertThat(columns.propertyNames()).containsExactlyElementsOf(headings);
    assertThat(headings).doesNotHaveDuplicates().noneMatch(heading -> heading.startsWith("@"));
    assertThat(texts(template, GUIDE)).as("each is explained").containsAll(headings);
  }

  @Test
  void aFilledTemplateIsImportedAsItStands() throws IOException {
    byte[] unit = template("unit", "zh");
    Map<String, String> row =
        Map.of("编号", "U-9", "单位名称", "水利局", "单位类别", "市直部门", "终止日期", "2098-12-31");
    List<String> cells =
        texts(unit, FORM).stream().map(heading -> row.getOrDefault(heading, "")).toList();
    JsonNode result = Uploads.run(zeren, "unit/import", "单位.xlsx", filled(unit, cells));
    assertThat(result.path("created").asInt()).as("%s", result).isEqualTo(1);
    JsonNode stored = zeren.json("/api/layers/unit/features/U-9");
    assertThat(stored.at("/properties/kind").asString()).isEqualTo("bureau");
    assertThat(stored.path("valid_to").asString()).isEqualTo("2099-01-01");
  }

  @Test
  void theGuideSaysWhatMayStandInAColumn() throws IOException {
    List<String> guide = texts(template("assignment", "zh"), GUIDE);
    assertThat(guide)
        .startsWith("列名", "必填", "类型", "单位", "可填内容", "示例")
        .contains("责任单位的编号、名称或别名，须已在系统中")
        .anyMatch(text -> text.startsWith("可填多个") && text.contains("扬尘、工业"))
        .anyMatch(text -> text.contains("当日仍有效"));
    assertThat(texts(template("station", "zh"), GUIDE))
        .anyMatch(text -> text.contains("坐标系在导入时选择"));
    assertThat(texts(template("unit", "en"), GUIDE)).contains("Column", "Unit", "Last day");
  }

  @Test
  void whoMaySeeNoInternalFieldFindsNoneInTheTemplate() throws IOException {
    byte[] template = zeren.sendForBytes(zeren.request("/api/layers/unit/template")).body();
    assertThat(texts(template, FORM)).contains("单位名称").noneMatch(text -> text.contains("联络人"));
    assertThat(texts(template("unit", "zh"), FORM)).anyMatch(text -> text.contains("联络人"));
    assertThat(zeren.get("/api/layers/person/template").statusCode()).isEqualTo(404);
    assertThat(zeren.get("/api/layers/unit/template?format=csv").statusCode()).isEqualTo(400);
    assertThat(zeren.get("/api/layers/unit/template?bbox=1,1,2,2").statusCode()).isEqualTo(400);
  }
}

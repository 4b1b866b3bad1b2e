package zeren.zone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.Shapes;
import zeren.geo.LonLat;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;
import zeren.zone.Near.Centre;
import zeren.zone.Near.Sought;
import zeren.zone.NearFinder;
import zeren.zone.NearGroup;
import zeren.zone.Upwind;

class NearCsvTest {

  private static final String YAML =
      """
      id: outfall
      title: {zh: 排污口, en: Outfall}
      geometry: Point
      visibility: public
      name: name
      fields:
        - {name: name, type: text, title: {zh: 名称, en: Name}}
        - {name: flow, type: number, unit: L/s, title: {zh: 流量, en: Flow}}
        - {name: closed, type: boolean, title: {zh: 封堵, en: Closed}}
        - name: kind
          type: text
          title: {zh: 类别, en: Kind}
          values: {pipe: {zh: 管, en: Pipe}}
        - {name: river, type: text, refers_to: river, title: {zh: 河流, en: River}}
        - {name: tip, type: text, visibility: internal, title: {zh: 线索, en: Tip}}
      drawing: {order: 1, style: {size: 1}}
      """;

  private static String csv(String language, Centre centre, Views.Item... items) {
    LayerView view = Views.of(Views.declare(YAML), Viewer.ANONYMOUS, List.of(items));
    List<Sought> sought = List.of(new Sought(view, row -> true));
    Upwind anywhere = new Upwind(0, 180);
    List<NearGroup> groups = NearFinder.find(List.of(centre), sought, 3000, anywhere);
    return NearCsv.write(
        new NearQuestion(List.of(centre), sought, 3000, anywhere, "csv", language, 10_000, 0),
        groups,
        (field, value) ->
            "river".equals(field.refersTo()) && value.equals("r1")
                ? Optional.of("贾鲁河")
                : Optional.empty());
  }

  private static List<CSVRecord> rows(String csv) throws IOException {
    assertThat(csv).startsWith("\uFEFF");
    return CSVFormat.RFC4180.parse(new StringReader(csv.substring(1))).getRecords();
  }

  private static Centre centre(String name) {
    return new Centre("station", "s1", name, new LonLat(113, 34));
  }

  private static Views.Item item(String id, Map<String, Object> properties) {
    return new Views.Item(id, Shapes.point(113, 34), Map.copyOf(properties));
  }

  @Test
  void headingsAndValuesAreInTheReadersLanguage() throws IOException {
    Views.Item item =
        item("o1", Map.of("name", "口", "flow", 1.5, "closed", true, "kind", "pipe", "tip", "x"));
    List<CSVRecord> chinese = rows(csv("zh", centre("站"), item));
    assertThat(chinese.get(0).toList())
        .startsWith("中心编号", "中心名称", "图层", "编号", "距离(m)", "方位(°)", "经度", "纬度")
        .contains("名称", "流量(L/s)", "封堵", "类别")
        .doesNotContain("线索");
    assertThat(chinese.get(1).toList())
        .startsWith("s1", "站", "排污口", "o1", "0.0", "0.0", "113.0", "34.0", "口", "1.5", "是", "管");
    List<CSVRecord> english = rows(csv("en", centre("站"), item));
    assertThat(english.get(0).toList()).contains("Distance (m)", "Flow(L/s)", "Closed", "Kind");
    assertThat(english.get(1).toList()).contains("Outfall", "yes", "Pipe");
  }

  @Test
  void saysTheNameOfWhatAValueRefersToAndTheValueWhereItIsUnknown() throws IOException {
    String known = csv("zh", centre("站"), item("o", Map.of("river", "r1")));
    assertThat(rows(known).get(1).toList()).contains("贾鲁河").doesNotContain("r1");
    String unknown = csv("zh", centre("站"), item("o", Map.of("river", "r2")));
    assertThat(rows(unknown).get(1).toList()).contains("r2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠A"
      })
  void textThatASpreadsheetWouldRunStaysText(String text) throws IOException {
    List<String> row =
        rows(csv("zh", centre(text), item(text, Map.of("name", text)))).get(1).toList();
    assertThat(row.get(1)).isEqualTo("'" + text);
    assertThat(row.get(3)).isEqualTo("'" + text);
    assertThat(row.get(8)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b",
        "say \"hi\"",
        "two\nlines",
        "a\r\nb",
        " blanks ",
        "'quoted'",
        "1=1",
        "站, \"一\""
      })
  void textComesBackAsItWas(String text) throws IOException {
    assertThat(rows(csv("zh", centre("站"), item("o", Map.of("name", text)))).get(1).get(8))
        .isEqualTo(text);
  }

  @Test
  void missingValuesAreEmptyAndNegativeNumbersStayNumbers() throws IOException {
    Centre place = new Centre(null, null, null, new LonLat(113, 34));
    CSVRecord row = rows(csv("zh", place, item("o", Map.of("flow", -1.5)))).get(1);
    assertThat(row.get(0)).isEmpty();
    assertThat(row.get(1)).isEmpty();
    assertThat(row.get(8)).isEmpty();
    assertThat(row.get(9)).isEqualTo("-1.5");
  }

  @Test
  void withoutFindsThereAreStillHeadings() throws IOException {
    assertThat(rows(csv("zh", centre("站")))).hasSize(1);
    assertThat(csv("zh", centre("站"))).endsWith("\r\n");
  }
}

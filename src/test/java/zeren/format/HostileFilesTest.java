package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;
import static zeren.format.Workbooks.row;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are meant to exhaust whoever reads them, too large to be kept. They are read in a
 * process with little memory, so that holding one of them whole would end it.
 */
class HostileFilesTest {

  private static final String MEMORY = "-Xmx160m";
  private static final int MUCH = 50_000_000;
  private static final String HEADER = row(1, "名称", "区县");

  @TempDir Path folder;

  @Test
  void noneOfThemEndsTheProcess() throws Exception {
    Map<String, String> expected = new TreeMap<>();
    expected.put("row.csv", "row-length");
    repeated("row.csv", "a,b\n", "x", MUCH, "\n");
    expected.put("quoted.csv", "row-length");
    repeated("quoted.csv", "a,b\n\"", "some text\n", MUCH / 10, "");
    expected.put("cells.csv", "row-length");
    repeated("cells.csv", "a,b\n", ",", MUCH, "\n");
    expected.put("columns.csv", "columns-limit");
    repeated("columns.csv", "a", ",b", 600, "\n1,2\n");
    expected.put("rows.csv", "rows 2000000");
    repeated("rows.csv", "a,b\n", "1,2\n", 2_000_000, "");
    expected.put("line.geojsonl", "row-length");
    repeated("line.geojsonl", "{\"a\":\"", "x", MUCH, "\"}\n");
    expected.put("text.geojson", "json-limit");
    repeated("text.geojson", feature("{\"a\":\""), "x", MUCH, "\"}}]}");
    expected.put("vertices.geojson", "row-length");
    repeated(
        "vertices.geojson",
        feature("{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[0,0]"),
        ",[113.5,34.5]",
        MUCH / 12,
        "]}}]}");
    expected.put("nothing.geojson", "row-length");
    repeated("nothing.geojson", "{\"other\":[", "1,", MUCH / 2, "1]}");
    expected.put("properties.geojson", "columns-limit");
    numbered("properties.geojson", feature("{\"p\":0"), ",\"p%d\":1", 1000, "}}]}");
    expected.put("names.geojson", "columns-limit");
    numbered(
        "names.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[{}",
        ",{\"type\":\"Feature\",\"properties\":{\"p%d\":1}}",
        1000,
        "]}");
    workbooks(expected);
    archives(expected);

    assertThat(outcomes()).isEqualTo(expected);
  }

  private void workbooks(Map<String, String> expected) throws IOException {
    expected.put("bomb.xlsx", "zip-ratio");
    write("bomb.xlsx", Workbooks.of(HEADER + " ".repeat(MUCH)));
    expected.put("attribute.xlsx", "xml-length");
    write("attribute.xlsx", Workbooks.of(HEADER + "<row a='" + "x".repeat(MUCH) + "'/>").stored());
    expected.put("comment.xlsx", "xml-length");
    write("comment.xlsx", Workbooks.of(HEADER + "<!--" + "<".repeat(MUCH) + "-->").stored());
    expected.put("cell.xlsx", "cell-length");
    write("cell.xlsx", Workbooks.of(HEADER + row(2, "x".repeat(MUCH / 4))).stored());
    expected.put("deep.xlsx", "xml-depth");
    write("deep.xlsx", Workbooks.of(HEADER + "<a>".repeat(MUCH / 10)).stored());
    expected.put("strings.xlsx", "strings-limit");
    write(
        "strings.xlsx",
        Workbooks.of(HEADER + row(2, "a", "b"))
            .with("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(MUCH / 10) + "</sst>")
            .stored());
    expected.put("merges.xlsx", "merges-limit");
    String[] merges = new String[600_000];
    Arrays.fill(merges, "A1:B1048576");
    write("merges.xlsx", Workbooks.of(HEADER + row(2, "a", "b"), merges).stored());
    expected.put("overlaps.xlsx", "xlsx-damaged");
    String[] overlaps = new String[1000];
    Arrays.fill(overlaps, "A1:B1048576");
    write("overlaps.xlsx", Workbooks.of(HEADER + row(2, "a", "b"), overlaps).stored());
  }

  private void archives(Map<String, String> expected) throws IOException {
    expected.put("entries.zip", "zip-entries");
    Zips zip = Zips.zip();
    for (int i = 0; i < 70_000; i++) {
      zip.with("entry" + i, "");
    }
    write("entries.zip", zip.stored());
    expected.put("fields.zip", "zip-entries");
    Zips longNames = Zips.zip();
    for (int i = 0; i < 900; i++) {
      longNames.with("n".repeat(2000) + i, "");
    }
    write("fields.zip", longNames.stored());
  }

  private Map<String, String> outcomes() throws IOException, InterruptedException {
    Map<String, String> outcomes = new TreeMap<>();
    for (String line : SmallProcess.lines(MEMORY, OpenEach.class, folder.toString())) {
      List<String> parts = List.of(line.split(" ", 2));
      outcomes.put(parts.get(0), parts.size() == 2 ? parts.get(1) : "");
    }
    return outcomes;
  }

  private static String feature(String properties) {
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
        + properties;
  }

  private void repeated(String name, String before, String part, int times, String after)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name))) {
      out.write(before);
      for (int i = 0; i < times; i++) {
        out.write(part);
      }
      out.write(after);
    }
  }

  private void numbered(String name, String before, String part, int times, String after)
      throws IOException {
    StringBuilder text = new StringBuilder(before);
    for (int i = 0; i < times; i++) {
      text.append(part.formatted(i));
    }
    Files.writeString(folder.resolve(name), text.append(after), StandardCharsets.UTF_8);
  }

  private void write(String name, Zips zip) throws IOException {
    Files.write(folder.resolve(name), zip.bytes());
  }
}

package zeren.format;

import static java.util.stream.Collectors.counting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files as nobody should send them. What each gets stands in {@code expected.csv}: the code of a
 * refusal, the one row with a fault ({@code row 3}), a note while all is read ({@code note}), or
 * how many rows are read without any ({@code rows 2}).
 */
class MalformedFilesTest {

  private static final String LIST = "expected.csv";

  record Case(String file, String wrong, String outcome, String detail) {

    @Override
    public String toString() {
      return file + ": " + wrong;
    }
  }

  static List<Case> cases() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(
                MalformedFilesTest.class.getResourceAsStream("/malformed/" + LIST));
        CSVParser list =
            CSVParser.builder()
                .setReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .setFormat(CSVFormat.DEFAULT.builder().setSkipHeaderRecord(true).setHeader().get())
                .get()) {
      return list.stream()
          .map(
              one ->
                  new Case(
                      one.get("file"), one.get("wrong"), one.get("outcome"), one.get("detail")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachGetsItsAnswer(Case one) throws Exception {
    Path file = folder().resolve(one.file());
    Tables.Read table;
    try (Table opened = TableFiles.open(file, one.file(), null, FormatLimits.DEFAULT)) {
      table = Tables.readAll(opened);
    } catch (FormatException e) {
      assertThat(e.code()).isEqualTo(one.outcome());
      assertThat(e).hasMessageContaining(one.detail());
      assertThat(e.getMessage()).doesNotContain(folder().toString());
      return;
    }
    List<TableRow> faults = table.rows().stream().filter(row -> row.fault() != null).toList();
    if (one.outcome().startsWith("row ")) {
      assertThat(faults).hasSize(1);
      assertThat("row " + faults.get(0).number()).isEqualTo(one.outcome());
      assertThat(faults.get(0).fault()).contains(one.detail());
    } else if (one.outcome().equals("note")) {
      assertThat(faults).isEmpty();
      assertThat(table.description().notes()).anyMatch(note -> note.contains(one.detail()));
    } else {
      assertThat(faults).isEmpty();
      assertThat("rows " + table.rows().size()).isEqualTo(one.outcome());
    }
  }

  /** So that their number means something: as many files as ways to be wrong. */
  @Test
  void noTwoFilesAreTheSame() throws Exception {
    List<Integer> contents = new ArrayList<>();
    for (Case one : cases()) {
      contents.add(Arrays.hashCode(Files.readAllBytes(folder().resolve(one.file()))));
    }
    assertThat(contents).doesNotHaveDuplicates();
    Map<String, Long> kinds =
        cases().stream()
            .collect(Collectors.groupingBy(one -> ending(one.file()), TreeMap::new, counting()));
    System.out.printf("%d malformed files: %s%n", contents.size(), kinds);
    assertThat(kinds)
        .containsKeys("csv", "xlsx", "geojson", "geojsonl", "zip", "gpkg", "kml", "kmz");
  }

  private static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1);
  }

  @Test
  void theListIsComplete() throws Exception {
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.equals(LIST))
          .containsExactlyInAnyOrderElementsOf(cases().stream().map(Case::file).toList());
    }
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(
            Objects.requireNonNull(MalformedFilesTest.class.getResource("/malformed/" + LIST))
                .toURI())
        .resolveSibling("");
  }
}

package zeren.gisdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of {@code gis-data/} against the collection of facts that they were written from, which
 * lies beside the project.
 */
class ReferenceFactsTest {

  private static final Path OURS = Path.of("gis-data");
  private static final Path FACTS = Path.of("..", "shared", "gis-data");
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  static Stream<Arguments> files() {
    Map<String, String> zone = Map.of("accuracy", "-");
    Map<String, String> station = Map.of("code", "id", "note", "-");
    Map<String, String> section = Map.of("item", "-");
    Map<String, String> place = Map.of("item", "-", "note", "-", "layer", "-");
    return Stream.of(
        Arguments.of("development_zones.csv", "development_zones.csv", "", zone, 4),
        Arguments.of("stations.csv", "stations.csv", "", station, 20),
        Arguments.of("sections.csv", "sections.csv", "", section, 8),
        Arguments.of("sites.csv", "places.csv", "site", place, 14),
        Arguments.of("enterprises.csv", "places.csv", "enterprise", place, 13));
  }

  /**
   * @param layer the facts' column {@code layer} must say this; empty when it has none
   * @param renamed our name of a column of the facts, {@code -} when it is rewritten for our users
   */
  @ParameterizedTest
  @MethodSource("files")
  void rowsSayWhatTheFactsSay(
      String ours, String facts, String layer, Map<String, String> renamed, int count)
      throws IOException {
    findFacts();
    List<Map<String, String>> expected = new ArrayList<>();
    for (CSVRecord row : rows(FACTS.resolve(facts))) {
      if (layer.isEmpty() || row.get("layer").equals(layer)) {
        Map<String, String> values = new LinkedHashMap<>();
        row.toMap().forEach((name, value) -> values.put(renamed.getOrDefault(name, name), value));
        values.remove("-");
        expected.add(values);
      }
    }

    List<Map<String, String>> actual = new ArrayList<>();
    for (CSVRecord row : rows(OURS.resolve(ours))) {
      Map<String, String> values = row.toMap();
      values.keySet().retainAll(expected.get(0).keySet());
      actual.add(values);
    }

    assertThat(actual).hasSize(count).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRowSaysHowAccurateItIsAndWhereFrom(String ours) throws IOException {
    for (CSVRecord row : rows(OURS.resolve(ours))) {
      assertThat(Double.parseDouble(row.get("accuracy_m"))).as(row.get("id")).isPositive();
      assertThat(row.get("source")).as(row.get("id")).isNotBlank();
    }
  }

  /**
   * What a bureau does for two rivers by item 17 of the water plan, the facts leave to the item.
   */
  @Test
  void theUnitsOfEachSectionAreThoseOfTheFacts() throws IOException {
    findFacts();
    Map<String, List<String>> names = new HashMap<>();
    for (CSVRecord unit : rows(OURS.resolve("units.csv"))) {
      List<String> called = new ArrayList<>(List.of(unit.get("aliases").split(";")));
      called.add(unit.get("name"));
      called.add(unit.get("short_name"));
      names.put(unit.get("id"), called);
    }
    List<CSVRecord> duties =
        rows(OURS.resolve("assignments.csv")).stream()
            .filter(duty -> duty.get("scope_layer").equals("section"))
            .toList();

    for (CSVRecord section : rows(FACTS.resolve("sections.csv"))) {
      List<CSVRecord> its =
          duties.stream().filter(duty -> duty.get("scope_id").equals(section.get("id"))).toList();
      List<String> expected = List.of(section.get("responsible").split(";"));
      for (String name : expected) {
        assertThat(its)
            .as(section.get("name"))
            .anyMatch(duty -> names.getOrDefault(duty.get("unit"), List.of()).contains(name));
      }
      assertThat(its.stream().filter(duty -> !duty.get("clause").equals("第17项")))
          .as(section.get("name"))
          .allMatch(
              duty ->
                  names.getOrDefault(duty.get("unit"), List.of()).stream()
                      .anyMatch(expected::contains));
      assertThat(its.stream().filter(duty -> duty.get("role").equals("lead"))).hasSize(1);
    }
  }

  @Test
  void theReadMesCountRight() throws IOException {
    Pattern row = Pattern.compile("\\| `(\\w+\\.csv)` \\| (\\d+) .*");
    int files = 0;
    for (String line : Files.readAllLines(OURS.resolve("README.md"))) {
      Matcher told = row.matcher(line);
      if (told.matches()) {
        files++;
        assertThat(rows(OURS.resolve(told.group(1))))
            .as(told.group(1))
            .hasSize(Integer.parseInt(told.group(2)));
      }
    }
    assertThat(files).isEqualTo(12);
    int units = rows(OURS.resolve("units.csv")).size();
    int duties = rows(OURS.resolve("assignments.csv")).size();
    assertThat(Path.of("README.md")).content().contains(units + " units and " + duties + " duties");
    assertThat(Files.readString(Path.of("README.zh-CN.md")).replaceAll("\\s", ""))
        .contains(units + "个单位、" + duties + "条责任分工");
  }

  private static void findFacts() {
    boolean there = Files.isDirectory(FACTS);
    if (!there && "true".equals(System.getenv("CI"))) {
      fail("The facts are missing: there is no folder " + FACTS);
    }
    assumeTrue(there, "The facts are not there to compare with: no folder " + FACTS);
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return CSV.parse(reader).getRecords();
    }
  }
}

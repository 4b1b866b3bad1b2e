package zeren;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What is stored as the id of a district is read as its name by people, and as the id by programs.
 */
class NamesIT {

  private static final String ZH = "台账所属区县";

  private final RunningZeren zeren = RunningZeren.reference();

  private Set<String> districts(String member) {
    Set<String> found = new HashSet<>();
    for (JsonNode item :
        zeren.jsonAsAdmin("/ogc/collections/district/items?limit=100").path("features")) {
      JsonNode value = member.equals("id") ? item.path("id") : item.path("properties").path(member);
      found.add(value.asString());
    }
    return found;
  }

  private List<String> column(String path, String heading) {
    List<String> lines = zeren.getAsAdmin(path).body().replace("\uFEFF", "").lines().toList();
    int column = cells(lines.get(0)).indexOf(heading);
    assertThat(column).as(lines.get(0)).isNotNegative();
    List<String> values = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      values.add(cells(line).get(column));
    }
    values.removeIf(String::isEmpty);
    return values;
  }

  /** Commas between quotation marks part nothing. */
  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .map(cell -> cell.replace("\"", ""))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"site", "enterprise"})
  void anExportForPeopleNamesTheDistrict(String layer) {
    String export = "/api/layers/" + layer + "/export?format=csv";
    assertThat(column(export + "&lang=zh", ZH))
        .hasSizeGreaterThan(100)
        .isSubsetOf(districts("name"));
    assertThat(column(export, "district_recorded"))
        .hasSizeGreaterThan(100)
        .isSubsetOf(districts("id"));
  }

  @Test
  void whatIsNearSaysWhatItRefersToOncePerPage() {
    JsonNode page =
        zeren.jsonAsAdmin("/api/near?find=site&lon=113.66&lat=34.78&radius=20000&limit=50");
    Set<String> asked = new HashSet<>();
    for (JsonNode find : page.path("groups").path(0).path("found")) {
      for (String field : List.of("district_recorded", "cell_recorded")) {
        String id = find.path("properties").path(field).asString("");
        if (!id.isEmpty()) {
          asked.add(id);
        }
      }
    }
    List<String> told = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (JsonNode one : page.path("referred")) {
      told.add(one.path("id").asString());
      if (one.path("layer").asString().equals("district")) {
        names.add(one.path("name").asString());
      }
    }
    assertThat(told).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(asked);
    assertThat(names).isNotEmpty().isSubsetOf(districts("name"));
  }

  @Test
  void whatIsNearIsListedWithTheNameOfItsDistrict() {
    String near = "/api/near?find=site&lon=113.66&lat=34.78&radius=20000&format=csv&lang=zh";
    assertThat(column(near, ZH)).hasSizeGreaterThan(20).isSubsetOf(districts("name"));
  }
}

package zeren.responsibility.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.format.FormatException;
import zeren.format.FormatLimits;
import zeren.format.Table;
import zeren.format.TableFiles;
import zeren.format.TableRow;

/** Joint control of the zones of the reference city, held against what near and who answer. */
class JointControlHttpIT {

  private static final RunningZeren ZEREN = RunningZeren.reference();
  private static final String OF_1320A = "/api/zones/station/1320A/joint-control";

  @TempDir Path folder;

  private static List<String> texts(JsonNode list, Function<JsonNode, JsonNode> of) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(of.apply(item).asString()));
    return texts;
  }

  /** Item 12 of the list of 2019: a zone of 3 km that touches three districts. */
  @Test
  void theZoneOfItem12IsLedByTheDustOfficeAndTouchesThreeDistricts() {
    JsonNode zone = ZEREN.jsonAsAdmin(OF_1320A);
    assertThat(zone.path("zone").path("radius").asDouble()).isEqualTo(3000);
    // π · 3² km², the curvature of the earth is far below a thousandth at this size.
    assertThat(zone.path("area_km2").asDouble()).isCloseTo(28.2743, within(0.02));
    JsonNode districts = zone.path("districts");
    assertThat(districts.path(0).path("kind").asString()).isEqualTo("development_zone");
    assertThat(texts(districts, district -> district.path("name"))).contains("郑州经济技术开发区", "管城回族区");
    double shares = 0;
    double area = 0;
    for (JsonNode district : districts) {
      shares += district.path("share").asDouble();
      area += district.path("area_km2").asDouble();
    }
    assertThat(shares).isCloseTo(1, within(1e-6));
    assertThat(area).isCloseTo(zone.path("area_km2").asDouble(), within(1e-4));
    JsonNode first = zone.path("parties_to_convene").path(0);
    assertThat(first.path("party").path("name").asString()).isEqualTo("郑州市控尘办");
    assertThat(texts(first.path("roles"), role -> role)).contains("lead");
    assertThat(texts(zone.path("gaps"), gap -> gap.path("role"))).doesNotContain("lead");
  }

  @Test
  void whatIsInventedIsSaid() {
    JsonNode zone = ZEREN.jsonAsAdmin(OF_1320A);
    assertThat(zone.path("synthetic").asBoolean()).isTrue();
    for (JsonNode convened : zone.path("parties_to_convene")) {
      assertThat(convened.path("party").has("synthetic")).as(convened.toString()).isFalse();
    }
    JsonNode who = ZEREN.json("/api/who?lon=113.7305&lat=34.71963&topic=dust");
    for (JsonNode answer : who.path("answers")) {
      boolean invented = answer.path("party").path("synthetic").asBoolean(false);
      String role = answer.path("role").asString();
      assertThat(invented).as(role).isEqualTo(role.endsWith("_chief"));
      if (role.equals("road_chief")) {
        assertThat(answer.path("scope_accuracy_m").asDouble()).isGreaterThanOrEqualTo(500);
      }
    }
  }

  @Test
  void theObjectsAreThoseThatLieNear() {
    JsonNode zone = ZEREN.jsonAsAdmin(OF_1320A + "?radius=1000");
    JsonNode near =
        ZEREN.jsonAsAdmin("/api/near?around=station&id=1320A&find=site,enterprise&radius=1000");
    JsonNode found = near.path("groups").path(0).path("found");
    assertThat(found.size()).isGreaterThan(3);
    assertThat(texts(zone.path("objects"), object -> object.path("id")))
        .containsExactlyElementsOf(texts(found, object -> object.path("id")));
    for (JsonNode object : zone.path("objects")) {
      assertThat(object.path("distance").asDouble()).isLessThanOrEqualTo(1000);
    }
  }

  @Test
  void everyObjectIsCountedForWhoIsResponsibleForIt() {
    JsonNode zone = ZEREN.jsonAsAdmin(OF_1320A);
    Map<String, Integer> byDistrict = new TreeMap<>();
    Map<String, Integer> byDepartment = new TreeMap<>();
    for (JsonNode object : zone.path("objects")) {
      JsonNode who =
          ZEREN.jsonAsAdmin(
              "/api/who?feature="
                  + object.path("layer").asString()
                  + "/"
                  + object.path("id").asString());
      TreeSet<String> departments = new TreeSet<>();
      String district = null;
      for (JsonNode answer : who.path("answers")) {
        String role = answer.path("role").asString();
        if (role.equals("territorial")
            && district == null
            && answer.path("scope").path("layer").asString().equals("district")) {
          district = answer.path("scope").path("name").asString();
        }
        if (role.equals("sector") && answer.path("effective").asBoolean()) {
          departments.add(answer.path("party").path("name").asString());
        }
      }
      if (district != null) {
        byDistrict.merge(district, 1, Integer::sum);
      }
      departments.forEach(name -> byDepartment.merge(name, 1, Integer::sum));
    }
    Map<String, Integer> districts = new TreeMap<>();
    for (JsonNode district : zone.path("districts")) {
      int objects = district.path("sites").asInt() + district.path("enterprises").asInt();
      if (objects > 0) {
        districts.put(district.path("name").asString(), objects);
      }
    }
    Map<String, Integer> departments = new TreeMap<>();
    for (JsonNode department : zone.path("departments")) {
      departments.put(
          department.path("party").path("name").asString(),
          department.path("sites").asInt() + department.path("enterprises").asInt());
    }
    assertThat(districts).isEqualTo(byDistrict);
    assertThat(departments).isEqualTo(byDepartment);
  }

  @Test
  void theDeepestCellsDivideTheZone() {
    JsonNode zone = ZEREN.jsonAsAdmin(OF_1320A);
    double share = 0;
    for (JsonNode cell : zone.path("cells")) {
      if (cell.path("decides").asBoolean()) {
        assertThat(cell.path("level").asString()).isEqualTo("village");
        share += cell.path("share").asDouble();
      }
      assertThat(cell.path("chief").asString()).startsWith("网格长");
    }
    assertThat(share).isCloseTo(1, within(1e-6));
  }

  @Test
  void theSummarySaysOfEveryZoneWhatItsOwnPageSays() {
    JsonNode summary = ZEREN.jsonAsAdmin("/api/zones/station/joint-control?level=national");
    assertThat(summary.path("zones")).hasSize(20);
    for (JsonNode line : summary.path("zones")) {
      if (line.path("id").asString().equals("1320A")) {
        JsonNode zone = ZEREN.jsonAsAdmin(OF_1320A);
        assertThat(line.path("group").asBoolean()).isTrue();
        assertThat(line.path("districts").asInt()).isEqualTo(zone.path("districts").size());
        assertThat(line.path("departments").asInt()).isEqualTo(zone.path("departments").size());
        assertThat(line.path("sites").asInt() + line.path("enterprises").asInt())
            .isEqualTo(zone.path("objects").size());
        assertThat(line.path("gaps").asInt()).isEqualTo(zone.path("gaps").size());
      } else {
        assertThat(line.path("group").asBoolean()).as(line.toString()).isFalse();
      }
    }
  }

  @Test
  void theWorkbookHasASheetForEachList() throws IOException, FormatException {
    JsonNode zone = ZEREN.jsonAsAdmin(OF_1320A);
    Map<String, Integer> rows = sheets(OF_1320A + "?format=xlsx");
    assertThat(rows.keySet())
        .containsExactlyInAnyOrder("管控圈", "区县", "部门", "网格", "盲区", "召集单位", "对象清单");
    assertThat(rows)
        .containsEntry("区县", zone.path("districts").size())
        .containsEntry("部门", zone.path("departments").size())
        .containsEntry("网格", zone.path("cells").size())
        .containsEntry("召集单位", zone.path("parties_to_convene").size())
        .containsEntry("对象清单", zone.path("objects").size());
    assertThat(sheets("/api/zones/station/joint-control?format=xlsx")).containsEntry("汇总", 20);
  }

  /** Name and number of rows of each sheet. */
  private Map<String, Integer> sheets(String path) throws IOException, FormatException {
    HttpResponse<byte[]> answer = ZEREN.sendForBytes(ZEREN.requestAsAdmin(path));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    Path file = Files.write(folder.resolve("book.xlsx"), answer.body());
    List<String> names = new ArrayList<>();
    try (Table table = TableFiles.open(file, "book.xlsx", null, FormatLimits.DEFAULT)) {
      names.addAll(table.description().tables());
    }
    Map<String, Integer> rows = new TreeMap<>();
    for (String name : names) {
      int count = 0;
      try (Table table = TableFiles.open(file, "book.xlsx", name, FormatLimits.DEFAULT)) {
        for (TableRow row = table.next(); row != null; row = table.next()) {
          count++;
        }
      } catch (FormatException e) {
        // A list with a heading and nothing under it is no table to our reader.
        assertThat(e.code()).isEqualTo("no-rows");
      }
      rows.put(name, count);
    }
    return rows;
  }

  @Test
  void thePrintablePageIsFoundThroughTheSameAddress() {
    HttpResponse<String> answer = ZEREN.getAsAdmin(OF_1320A + "?format=html&radius=1000");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .contains("/desk/joint-control?layer=station&id=1320A&radius=1000");
  }

  @Test
  void whatCannotBeAskedIsSaid() {
    assertThat(ZEREN.get(OF_1320A).statusCode()).isEqualTo(404);
    assertThat(ZEREN.get("/api/zones/station/joint-control").statusCode()).isEqualTo(404);
    assertThat(ZEREN.getAsAdmin("/api/zones/station/nowhere/joint-control").statusCode())
        .isEqualTo(404);
    assertThat(ZEREN.getAsAdmin("/api/zones/grid_cell/410103/joint-control").statusCode())
        .isEqualTo(400);
    assertThat(ZEREN.getAsAdmin(OF_1320A + "?radius=0").statusCode()).isEqualTo(400);
    assertThat(ZEREN.getAsAdmin(OF_1320A + "?radius=100001").statusCode()).isEqualTo(400);
    assertThat(ZEREN.getAsAdmin(OF_1320A + "?topic=air").statusCode()).isEqualTo(400);
    assertThat(ZEREN.getAsAdmin(OF_1320A + "?format=pdf").statusCode()).isEqualTo(400);
    assertThat(ZEREN.getAsAdmin(OF_1320A + "?size=3").statusCode()).isEqualTo(400);
  }
}

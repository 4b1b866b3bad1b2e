package zeren.zone.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/**
 * The main question on the reference city, against every pair measured with GeographicLib itself.
 */
class NearReferenceIT {

  private static final double RADIUS = 3000;
  private static final Geodesic CGCS2000 = new Geodesic(6378137, 1 / 298.257222101);

  private final RunningZeren zeren = RunningZeren.reference();

  @Test
  void sitesAndEnterprisesNearTheNationalStationsAreThoseOfBruteForce() {
    JsonNode stations = items("station");
    Map<String, Double> expected = new HashMap<>();
    int pairs = 0;
    for (JsonNode station : stations) {
      for (String layer : new String[] {"site", "enterprise"}) {
        for (JsonNode object : items(layer)) {
          pairs++;
          GeodesicData line =
              CGCS2000.Inverse(lat(station), lon(station), lat(object), lon(object));
          if (line.s12 <= RADIUS) {
            expected.put(
                key(station.get("id").asString(), layer, object.get("id").asString()), line.s12);
          }
        }
      }
    }
    assertThat(pairs).isEqualTo(20 * (2514 + 3013));

    JsonNode answer =
        zeren.jsonAsAdmin(
            "/api/near?around=station&level=national&find=site,enterprise&radius=3000");
    Set<String> found = new HashSet<>();
    for (JsonNode group : answer.get("groups")) {
      double last = 0;
      for (JsonNode find : group.get("found")) {
        String key =
            key(
                group.at("/around/id").asString(),
                find.get("layer").asString(),
                find.get("id").asString());
        assertThat(found.add(key)).as("%s once", key).isTrue();
        assertThat(find.get("distance").asDouble())
            .as(key)
            .isCloseTo(expected.getOrDefault(key, Double.NaN), within(0.001))
            .isGreaterThanOrEqualTo(last);
        last = find.get("distance").asDouble();
      }
    }
    assertThat(found).isEqualTo(expected.keySet()).hasSize(answer.get("total").asInt());
    assertThat(found).hasSizeGreaterThan(500);
  }

  /**
   * Item 12: the circle round this station touches three districts, and the documents call one of
   * them a development zone.
   */
  @Test
  void theCircleOfItem12TouchesSeveralDistricts() {
    JsonNode districts =
        zeren
            .json("/api/near?around=station&id=1320A&find=district&radius=3000")
            .at("/groups/0/found");
    assertThat(districts)
        .extracting(district -> district.get("name").asString())
        .contains("管城回族区", "郑州经济技术开发区", "金水区");
  }

  @Test
  void aQuestionWithoutBoundsIsRefusedBeforeItFillsTheMemory() {
    HttpResponse<String> answer =
        zeren.getAsAdmin("/api/near?around=site&find=site,enterprise&radius=100000");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("200,000").contains("smaller radius");
  }

  private JsonNode items(String layer) {
    return zeren.jsonAsAdmin("/ogc/collections/" + layer + "/items?limit=10000").get("features");
  }

  private static String key(String station, String layer, String id) {
    return station + " " + layer + " " + id;
  }

  private static double lon(JsonNode feature) {
    return feature.at("/geometry/coordinates/0").asDouble();
  }

  private static double lat(JsonNode feature) {
    return feature.at("/geometry/coordinates/1").asDouble();
  }
}

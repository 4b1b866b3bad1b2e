package zeren.zone.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.SmallTown;
import zeren.geo.CoordinateSystem;
import zeren.geo.Geodesy;

class NearHttpIT {

  private static final String SITES = "/api/near?find=site&around=station&id=edge";

  private final RunningZeren zeren = SmallTown.running();

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer
        .path("groups")
        .forEach(g -> g.path("found").forEach(find -> ids.add(find.path("id").asString())));
    return ids;
  }

  private JsonNode refused(String path) {
    HttpResponse<String> answer = zeren.getAsAdmin(path);
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(400);
    return RunningZeren.parse(answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void sitesWithinThreeKilometresNearestFirst() {
    JsonNode answer = zeren.jsonAsAdmin(SITES + "&radius=3000");
    assertThat(ids(answer)).isEqualTo(SmallTown.NEAR_SITES);
    assertThat(answer.path("radius").asDouble()).isEqualTo(3000);
    assertThat(answer.path("total").asInt()).isEqualTo(4);
    JsonNode group = answer.path("groups").get(0);
    assertThat(group.path("count").asInt()).isEqualTo(4);
    assertThat(group.path("around").path("id").asString()).isEqualTo("edge");
    assertThat(group.path("around").path("name").asString()).isEqualTo("站 edge");
    JsonNode nearest = group.path("found").get(0);
    assertThat(nearest.path("layer").asString()).isEqualTo("site");
    assertThat(nearest.path("distance").asDouble()).isCloseTo(1000, within(0.001));
    assertThat(nearest.path("bearing").asDouble()).isCloseTo(0, within(0.01));
    assertThat(nearest.path("lon").asDouble()).isCloseTo(113.6, within(1e-9));
    assertThat(nearest.path("properties").path("type").asString()).isEqualTo("building");
    assertThat(group.path("found").get(3).path("distance").asDouble())
        .isCloseTo(2999.9, within(0.001));
    assertThat(group.path("found").get(3).path("bearing").asDouble()).isCloseTo(225, within(0.01));
  }

  @Test
  void theRadiusIsThreeKilometresUnlessGivenAndItsBoundsAreIncluded() {
    assertThat(ids(zeren.jsonAsAdmin(SITES))).isEqualTo(SmallTown.NEAR_SITES);
    assertThat(ids(zeren.jsonAsAdmin(SITES + "&radius=3000.2"))).contains("just-out");
    assertThat(ids(zeren.jsonAsAdmin(SITES + "&radius=1"))).isEmpty();
    assertThat(ids(zeren.jsonAsAdmin(SITES + "&radius=100000"))).contains("moved", "just-out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "0.99",
        "100000.1",
        "abc",
        "NaN",
        "1e999",
        "Infinity",
        "",
        "3000m",
        "3,000"
      })
  void aBadRadiusIsRefused(String radius) {
    JsonNode problem = refused(SITES + "&radius=" + radius);
    assertThat(problem.path("parameter").asString()).isEqualTo("radius");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "find=site|around",
        "around=station|find",
        "around=nothing&find=site|around",
        "around=station&find=nothing|find",
        "around=station&find=site,|find",
        "around=district&find=site|around",
        "around=station&id=nothing&find=site|id",
        "id=edge&find=site|around",
        "lon=113&find=site|lat",
        "lat=34&find=site|lon",
        "lon=34&lat=113&find=site|lat",
        "lon=181&lat=34&find=site|lon",
        "lon=113&lat=91&find=site|lat",
        "lon=1e300&lat=34&find=site|lon",
        "lon=abc&lat=34&find=site|lon",
        "lon=NaN&lat=34&find=site|lon",
        "lon=113&lat=34&crs=EPSG:1&find=site|crs",
        "lon=113&lat=34&around=station&find=site|around",
        "lon=1e9&lat=1e9&crs=EPSG:3857&find=site|lon",
        "lon=0&lat=1e300&crs=EPSG:3857&find=site|lon",
        "lon=113&lat=34&crs=EPSG:4526&find=site|lon",
        "around=station&find=site&windFrom=-1|windFrom",
        "around=station&find=site&windFrom=361|windFrom",
        "around=station&find=site&windSpread=30|windFrom",
        "around=station&find=site&windFrom=1&windSpread=181|windSpread",
        "around=station&find=site&format=xml|format",
        "around=station&find=site&lang=fr|lang",
        "around=station&find=site&limit=0|limit",
        "around=station&find=site&limit=10001|limit",
        "around=station&find=site&limit=1.5|limit",
        "around=station&find=site&offset=-1|offset",
        "around=station&find=site&at=2018-02-30|at",
        "around=station&find=site&raduis=1|raduis",
        "around=station&find=site&level=galactic|level",
        "around=station&find=site&site.type=castle|site.type",
        "around=station&find=site&where=|where",
        "around=station&find=site&where=type%3D3|where",
        "around=station&find=site&where=level%3D'national'|where",
        "around=station&find=site,station&where=id%3D'x'|where",
        "around=station&find=site&type=building|type",
        "around=station&find=site&find=site|find",
        "around=station&find=site&around=|around"
      })
  void aBadQuestionIsRefusedWithTheParameterAtFault(String query, String parameter) {
    JsonNode problem = refused("/api/near?" + query);
    assertThat(problem.path("parameter").asString()).as("%s", problem).isEqualTo(parameter);
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:3857, 4126000, 12650000",
    "EPSG:4526, 3850000, 38460000",
    "gcj02, 34.7178, 113.7329",
    "bd09, 34.7178, 113.7329"
  })
  void swappedCoordinatesOfAnyDatumAreToldSo(String crs, String lon, String lat) {
    JsonNode problem =
        refused("/api/near?find=station&crs=%s&lon=%s&lat=%s".formatted(crs, lon, lat));
    assertThat(problem.path("detail").asString())
        .contains("swapped")
        .contains("lon=" + lat + "&lat=" + lon);
  }

  @Test
  void swappedCoordinatesAreToldSo() {
    JsonNode problem = refused("/api/near?find=site&lon=34&lat=113");
    assertThat(problem.path("detail").asString()).contains("swapped").contains("lon=113&lat=34");
  }

  @Test
  void aPlaceIsTheMiddleOfAZone() {
    JsonNode answer = zeren.jsonAsAdmin("/api/near?find=site&lon=113.6&lat=34.75");
    assertThat(ids(answer)).isEqualTo(SmallTown.NEAR_SITES);
    JsonNode around = answer.path("groups").get(0).path("around");
    assertThat(around.path("id").isNull()).isTrue();
    assertThat(around.path("lon").asDouble()).isEqualTo(113.6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gcj02",
        "bd09",
        "EPSG:4526",
        "EPSG:4547",
        "EPSG:3857",
        "wgs84",
        "cgcs2000",
        "EPSG:4490",
        "epsg:4326"
      })
  void thePlaceMayComeInAnyCoordinateSystem(String crs) {
    double[] given = CoordinateSystem.parse(crs).fromCanonical(113.6, 34.75);
    JsonNode answer =
        zeren.jsonAsAdmin(
            "/api/near?find=site&lon=%s&lat=%s&crs=%s".formatted(given[0], given[1], encoded(crs)));
    assertThat(ids(answer)).isEqualTo(SmallTown.NEAR_SITES);
    assertThat(answer.path("groups").get(0).path("around").path("lon").asDouble())
        .isCloseTo(113.6, within(1e-7));
  }

  @Test
  void filtersApplyToTheirOwnLayer() {
    JsonNode national = zeren.jsonAsAdmin("/api/near?find=site&around=station&level=national");
    assertThat(national.path("groups"))
        .extracting(g -> g.path("around").path("id").asString())
        .containsExactly("edge", "hole");
    assertThat(ids(zeren.jsonAsAdmin(SITES + "&site.type=road,demolition")))
        .containsExactly("near-east", "near-south");
    assertThat(ids(zeren.jsonAsAdmin(SITES + "&site.type=road&site.class=A"))).isEmpty();
    assertThat(
            ids(
                zeren.jsonAsAdmin(
                    "/api/near?find=site,enterprise&around=station&id=edge&site.type=road")))
        .containsExactly("mill", "near-east");
  }

  @Test
  void cql2TextPicksFinds() {
    String where = "type IN ('road', 'demolition') AND name LIKE '%south'";
    assertThat(ids(zeren.jsonAsAdmin(SITES + "&where=" + encoded(where))))
        .containsExactly("near-south");
    assertThat(ids(zeren.jsonAsAdmin(SITES + "&site.type=road&where=" + encoded("class = 'B'"))))
        .containsExactly("near-east");
    assertThat(zeren.getAsAdmin(SITES + "&format=csv&where=" + encoded(where)).body().lines())
        .hasSize(2);
  }

  @Test
  void cql2TextIsForOneLayer() {
    JsonNode problem =
        refused("/api/near?find=site,enterprise&around=station&where=" + encoded("id = 'mill'"));
    assertThat(problem.path("detail").asString()).contains("one layer").contains("site.field");
  }

  @Test
  void onlyWhatLiesUpwindIsFound() {
    String upwind = SITES + "&windFrom=%s&windSpread=%s";
    assertThat(ids(zeren.jsonAsAdmin(upwind.formatted(225, 10)))).containsExactly("just-in");
    assertThat(ids(zeren.jsonAsAdmin(upwind.formatted(355, 10)))).containsExactly("near-north");
    assertThat(ids(zeren.jsonAsAdmin(upwind.formatted(5, 10)))).containsExactly("near-north");
    assertThat(ids(zeren.jsonAsAdmin(upwind.formatted(360, 90))))
        .containsExactly("near-north", "near-east");
    assertThat(ids(zeren.jsonAsAdmin(upwind.formatted(0, 180)))).isEqualTo(SmallTown.NEAR_SITES);
  }

  @Test
  void aDayInThePastIsAnsweredFromThatDay() {
    String moved = "/api/near?find=site&lon=113.61&lat=34.6&radius=10";
    assertThat(ids(zeren.jsonAsAdmin(moved))).isEmpty();
    assertThat(ids(zeren.jsonAsAdmin(moved + "&at=2020-12-31"))).containsExactly("moved");
    assertThat(ids(zeren.jsonAsAdmin(moved + "&at=2021-01-01"))).isEmpty();
    assertThat(ids(zeren.jsonAsAdmin(moved + "&at=2019-12-31"))).isEmpty();
  }

  @Test
  void aPointOnASharedEdgeIsInBothDistrictsAndAHoleIsOutside() {
    JsonNode edge = zeren.json("/api/near?find=district&around=station&id=edge&radius=100");
    assertThat(ids(edge)).containsExactlyInAnyOrder("east", "west");
    edge.path("groups")
        .get(0)
        .path("found")
        .forEach(find -> assertThat(find.path("distance").asDouble()).isZero());
    JsonNode hole = zeren.json("/api/near?find=district&around=station&id=hole&radius=3000");
    JsonNode west = hole.path("groups").get(0).path("found").get(0);
    // Half a hundredth of a degree of longitude, the nearest of the hole's four edges.
    assertThat(west.path("id").asString()).isEqualTo("west");
    assertThat(west.path("distance").asDouble())
        .isCloseTo(Shapes.metres(113.55, 34.75, 113.56, 34.75), within(1.0));
    assertThat(ids(zeren.json("/api/near?find=district&around=station&id=hole&radius=900")))
        .isEmpty();
  }

  @Test
  void nothingIsNearItself() {
    assertThat(ids(zeren.json("/api/near?find=station&around=station&id=edge&radius=100")))
        .isEmpty();
    assertThat(ids(zeren.json("/api/near?find=station&lon=113.6&lat=34.75&radius=100")))
        .containsExactly("edge");
  }

  @Test
  void anEmptyLayerIsAnAnswer() {
    JsonNode found = zeren.json("/api/near?find=sluice&around=station&id=edge");
    assertThat(found.path("total").asInt()).isZero();
    assertThat(found.path("groups")).hasSize(1);
    JsonNode around = zeren.json("/api/near?find=station&around=sluice");
    assertThat(around.path("total").asInt()).isZero();
    assertThat(around.path("groups")).isEmpty();
  }

  @Test
  void everyHardIdIsFoundByItsId() {
    for (String id : SmallTown.HARD_IDS) {
      JsonNode answer = zeren.json("/api/near?find=station&around=station&id=" + encoded(id));
      assertThat(answer.path("groups").get(0).path("around").path("id").asString()).isEqualTo(id);
    }
  }

  @Test
  void thePagesHoldEveryFindOnce() {
    String all =
        "/api/near?find=site,district,outfall&around=station&city="
            + encoded("小城")
            + "&radius=100000";
    List<String> whole = pairs(zeren.jsonAsAdmin(all));
    assertThat(whole).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    List<String> walked = new ArrayList<>();
    String next = all + "&limit=7";
    while (next != null) {
      JsonNode page = zeren.jsonAsAdmin(next);
      assertThat(page.path("total").asInt()).isEqualTo(whole.size());
      assertThat(pairs(page).size()).isLessThanOrEqualTo(7);
      walked.addAll(pairs(page));
      next =
          page.path("next").isString()
              ? URI.create(page.path("next").asString()).toString().replace(zeren.baseUrl(), "")
              : null;
    }
    assertThat(walked).isEqualTo(whole);
  }

  private static List<String> pairs(JsonNode answer) {
    List<String> pairs = new ArrayList<>();
    answer
        .path("groups")
        .forEach(
            g ->
                g.path("found")
                    .forEach(
                        f ->
                            pairs.add(
                                g.path("around").path("id").asString()
                                    + ">"
                                    + f.path("layer").asString()
                                    + "/"
                                    + f.path("id").asString())));
    return pairs;
  }

  @Test
  void anOffsetBehindTheEndIsAnEmptyPage() {
    JsonNode answer = zeren.jsonAsAdmin(SITES + "&offset=2147483647");
    assertThat(ids(answer)).isEmpty();
    assertThat(answer.path("total").asInt()).isEqualTo(4);
    assertThat(answer.has("next")).isFalse();
  }

  @Test
  void geoJsonHasTheSameFinds() {
    HttpResponse<String> answer = zeren.getAsAdmin(SITES + "&format=geojson");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/geo+json");
    JsonNode collection = RunningZeren.json(answer);
    assertThat(collection.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(collection.path("features"))
        .extracting(f -> f.path("id").asString())
        .containsExactlyElementsOf(SmallTown.NEAR_SITES);
    JsonNode first = collection.path("features").get(0);
    assertThat(first.path("type").asString()).isEqualTo("Feature");
    assertThat(first.path("geometry").path("type").asString()).isEqualTo("Point");
    assertThat(first.path("geometry").path("coordinates").get(0).asDouble())
        .isCloseTo(113.6, within(1e-9));
    assertThat(first.path("properties").path("around_id").asString()).isEqualTo("edge");
    assertThat(first.path("properties").path("distance").asDouble()).isCloseTo(1000, within(0.001));
  }

  @Test
  void csvIsATableForASpreadsheet() {
    HttpResponse<String> answer = zeren.getAsAdmin(SITES + "&format=csv");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment")
        .contains("near.csv");
    assertThat(answer.body()).startsWith("\uFEFF");
    List<String> lines = answer.body().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).contains("距离(m)").contains("工地类型");
    assertThat(lines.get(1)).contains("near-north").contains("房屋建筑").contains("'=工地 near-north");
    assertThat(zeren.getAsAdmin(SITES + "&format=csv&lang=en").body())
        .contains("Distance (m)")
        .contains("Building");
  }

  @Test
  void onlyWhatLiesWithinAnArea() {
    String east =
        encoded("POLYGON((113.6001 34.7, 113.7 34.7, 113.7 34.8, 113.6001 34.8, 113.6001 34.7))");
    assertThat(ids(zeren.jsonAsAdmin(SITES + "&within=" + east))).containsExactly("near-east");
    for (String bad :
        List.of(
            "POINT(1 1)",
            "POLYGON((0 0, 1 1))",
            "POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))",
            "POLYGON((0 0, 400 0, 400 1, 0 0))",
            "nothing")) {
      assertThat(refused(SITES + "&within=" + encoded(bad)).path("parameter").asString())
          .as(bad)
          .isEqualTo("within");
    }
  }

  @Test
  void aPlaceHasAZoneToo() {
    JsonNode zone = zeren.json("/api/zones?lon=113.6&lat=34.75&radius=1000");
    for (JsonNode corner : zone.path("geometry").path("coordinates").path(0)) {
      assertThat(
              Geodesy.distance(113.6, 34.75, corner.path(0).asDouble(), corner.path(1).asDouble()))
          .isCloseTo(1000, within(1.0));
    }
    assertThat(refused("/api/zones").path("parameter").asString()).isEqualTo("lon");
  }
}

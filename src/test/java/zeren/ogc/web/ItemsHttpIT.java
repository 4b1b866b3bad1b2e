package zeren.ogc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.SmallTown;

class ItemsHttpIT {

  private static final String STATIONS = "/ogc/collections/station/items";

  private final RunningZeren zeren = SmallTown.running();

  private static List<String> ids(JsonNode collection) {
    List<String> ids = new ArrayList<>();
    collection.path("features").forEach(feature -> ids.add(feature.path("id").asString()));
    return ids;
  }

  @Test
  void itemsAreAFeatureCollectionOrderedById() {
    HttpResponse<String> answer = zeren.get(STATIONS);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/geo+json");
    JsonNode items = RunningZeren.json(answer);
    assertThat(items.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(items.path("numberMatched").asInt()).isEqualTo(14);
    assertThat(items.path("numberReturned").asInt()).isEqualTo(14);
    assertThat(ids(items))
        .hasSize(14)
        .contains("edge", "hole", "far")
        .containsAll(SmallTown.HARD_IDS);
  }

  @Test
  void thePagesHoldEveryItemOnce() {
    List<String> walked = new ArrayList<>();
    String city = URLEncoder.encode("小城", StandardCharsets.UTF_8);
    String path = STATIONS + "?limit=5&city=" + city;
    int pages = 0;
    while (path != null) {
      JsonNode items = zeren.json(path);
      assertThat(items.path("numberMatched").asInt()).isEqualTo(14);
      walked.addAll(ids(items));
      pages++;
      path = next(items);
    }
    assertThat(pages).isEqualTo(3);
    assertThat(walked).isEqualTo(ids(zeren.json(STATIONS)));
  }

  private @Nullable String next(JsonNode items) {
    for (JsonNode link : items.path("links")) {
      if (link.path("rel").asString().equals("next")) {
        return link.path("href").asString().replace(zeren.baseUrl(), "");
      }
    }
    return null;
  }

  @Test
  void theLinkToItselfLeadsToItself() {
    String path = STATIONS + "?city=" + URLEncoder.encode("小城", StandardCharsets.UTF_8);
    JsonNode link = zeren.json(path).path("links").get(0);
    assertThat(link.path("rel").asString()).isEqualTo("self");
    assertThat(link.path("href").asString()).isEqualTo(zeren.baseUrl() + path);
  }

  @Test
  void aBoxPicksWhatMeetsIt() {
    assertThat(ids(zeren.json(STATIONS + "?bbox=113.55,34.7,113.65,34.8")))
        .containsExactly("edge", "hole");
    assertThat(ids(zeren.json(STATIONS + "?bbox=113.6,34.75,113.6,34.75"))).containsExactly("edge");
    assertThat(ids(zeren.json(STATIONS + "?bbox=0,0,1,1"))).isEmpty();
  }

  @Test
  void aBoxInAHoleMeetsNoArea() {
    String districts = "/ogc/collections/district/items?bbox=";
    assertThat(ids(zeren.json(districts + "113.545,34.745,113.555,34.755"))).isEmpty();
    assertThat(ids(zeren.json(districts + "113.535,34.745,113.555,34.755")))
        .containsExactly("west");
    assertThat(ids(zeren.json(districts + "113.6,34.7,113.6,34.7")))
        .containsExactly("east", "west");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1,2,3",
        "1,2,3,4,5",
        "1,3,2,1",
        "a,b,c,d",
        "1,2,3,NaN",
        "1,2,3,1e999",
        "1,2,,4",
        "-181,0,0,1",
        "0,0,1,91",
        "0,-91,1,0",
        "0x1,0,2,1",
        "1d,0,2,1"
      })
  void aBadBoxIsRefused(String box) {
    HttpResponse<String> answer = zeren.get(STATIONS + "?bbox=" + box);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).path("parameter").asString()).isEqualTo("bbox");
  }

  @Test
  void filtersAndDaysApply() {
    assertThat(ids(zeren.json(STATIONS + "?level=national"))).containsExactly("edge", "hole");
    assertThat(ids(zeren.json(STATIONS + "?level=national,provincial"))).hasSize(3);
    assertThat(ids(zeren.json(STATIONS + "?at=2019-12-31"))).isEmpty();
    assertThat(ids(zeren.json("/ogc/collections/outfall/items?pipes=3&closed=false")))
        .containsExactly("pipe");
    assertThat(ids(zeren.json("/ogc/collections/outfall/items?pipes=4"))).isEmpty();
    assertThat(ids(zeren.json("/ogc/collections/sluice/items"))).isEmpty();
  }

  private static String where(String cql2) {
    return "where=" + URLEncoder.encode(cql2, StandardCharsets.UTF_8);
  }

  @Test
  void cql2TextPicksItems() {
    String outfalls = "/ogc/collections/outfall/items?";
    assertThat(ids(zeren.json(STATIONS + "?" + where("level = 'national' AND id <> 'hole'"))))
        .containsExactly("edge");
    assertThat(ids(zeren.json(STATIONS + "?level=national&" + where("name LIKE '站 h%'"))))
        .containsExactly("hole");
    assertThat(ids(zeren.json(STATIONS + "?" + where("S_INTERSECTS(geom, BBOX(113,34,113.7,35))"))))
        .containsExactly("edge", "hole");
    assertThat(ids(zeren.json(outfalls + where("pipes > 2 AND found_on < DATE('2022-01-01')"))))
        .containsExactly("pipe");
    assertThat(ids(zeren.json(outfalls + where("NOT closed IS NULL AND NOT closed")))).hasSize(1);
    assertThat(ids(zeren.json(outfalls + where("flow <> 2")))).isEmpty();
  }

  @Test
  void theLinkToTheNextPageKeepsTheFilter() {
    JsonNode first = zeren.json(STATIONS + "?limit=1&" + where("level = 'national'"));
    assertThat(first.path("numberMatched").asInt()).isEqualTo(2);
    JsonNode second = zeren.json(java.util.Objects.requireNonNull(next(first)));
    assertThat(ids(second)).containsExactly("hole");
    assertThat(next(second)).isNull();
  }

  @Test
  void aBadFilterIsRefusedWithItsPlace() {
    HttpResponse<String> answer = zeren.get(STATIONS + "?" + where("level = "));
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = RunningZeren.parse(answer.body());
    assertThat(problem.path("parameter").asString()).isEqualTo("where");
    assertThat(problem.path("position").asInt()).isEqualTo(8);
    JsonNode unknown = RunningZeren.parse(zeren.get(STATIONS + "?" + where("colour = 1")).body());
    assertThat(unknown.path("allowed"))
        .extracting(JsonNode::asString)
        .contains("id", "name", "level");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "where=",
        "where=level%3D3",
        "where=TRUE&where=TRUE",
        "limit=0",
        "limit=x",
        "offset=-1",
        "level=galactic",
        "flow=2",
        "colour=red",
        "at=2018-02-30",
        "limit=1&limit=1"
      })
  void badParametersAreRefused(String query) {
    assertThat(zeren.get(STATIONS + "?" + query).statusCode()).isEqualTo(400);
  }
}

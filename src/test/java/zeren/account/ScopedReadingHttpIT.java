package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.SmallTown;
import zeren.layer.FeatureStore;
import zeren.tile.Tiles;

/** The same question by accounts whose scopes do not meet: each gets its own, whatever it asks. */
class ScopedReadingHttpIT {

  private static final ScopedTown TOWN = ScopedTown.running();

  /** Sites by what of the town they lie in; those of the small town lie on or near the edge. */
  private static final Set<String> EAST_ONLY = Set.of("east-site", "below-site");

  static Stream<Arguments> scopes() {
    return Stream.of(
        arguments("west", Set.of("west-site"), EAST_ONLY),
        arguments("west-manager", Set.of("west-site"), EAST_ONLY),
        arguments("west-viewer", Set.of("west-site"), EAST_ONLY),
        arguments("east", EAST_ONLY, Set.of("west-site")),
        arguments("east-manager", EAST_ONLY, Set.of("west-site")),
        arguments("", Set.of(), Set.of("west-site", "east-site", "below-site")),
        arguments("office", Set.of("west-site", "east-site", "below-site"), Set.of()),
        arguments("viewer", Set.of("west-site", "east-site", "below-site"), Set.of()),
        arguments("site-viewer", Set.of("west-site", "east-site", "below-site"), Set.of()));
  }

  private static Set<String> ids(JsonNode features) {
    Set<String> ids = new TreeSet<>();
    features.values().forEach(feature -> ids.add(feature.path("id").asString()));
    return ids;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void featuresAndTheirHistory(String account, Set<String> own, Set<String> others) {
    for (String id : own) {
      String path = "/api/layers/site/features/" + id;
      assertThat(TOWN.json(account, path).path("properties").path("name").asString())
          .isEqualTo("name of " + id);
      assertThat(TOWN.json(account, path + "/history").path("versions").size()).isEqualTo(1);
      ScopedTown.check(200, TOWN.get(account, "/ogc/collections/site/items/" + id));
      ScopedTown.check(200, TOWN.get(account, "/api/who?feature=site/" + id));
    }
    for (String id : others) {
      for (String path :
          List.of(
              "/api/layers/site/features/%s",
              "/api/layers/site/features/%s?at=2021-01-01",
              "/api/layers/site/features/%s/history",
              "/ogc/collections/site/items/%s",
              "/ogc/collections/site/items/%s?f=html",
              "/ogc/collections/site/items/%s?datetime=2020-01-01/2021-01-01",
              "/api/zones/site/%s?radius=100")) {
        var hidden = TOWN.get(account, path.formatted(id));
        var absent = TOWN.get(account, path.formatted("nothing-" + id));
        ScopedTown.check(404, hidden);
        assertThat(hidden.body()).isEqualTo(absent.body().replace("nothing-" + id, id));
      }
      var hidden = TOWN.get(account, "/api/who?feature=site/" + id);
      var absent = TOWN.get(account, "/api/who?feature=site/nothing-" + id);
      assertThat(hidden.statusCode()).isIn(400, 404).isEqualTo(absent.statusCode());
      assertThat(hidden.body()).isEqualTo(absent.body().replace("nothing-" + id, id));
    }
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void listsCountsAndExports(String account, Set<String> own, Set<String> others) {
    if (account.isEmpty()) {
      assertThat(layerIds(account)).doesNotContain("site");
      return;
    }
    JsonNode layer = layer(account, "site");
    JsonNode items = TOWN.json(account, "/ogc/collections/site/items?limit=1000");
    Set<String> seen = ids(items.path("features"));
    assertThat(seen).containsAll(own);
    others.forEach(id -> assertThat(seen).doesNotContain(id));
    assertThat(items.path("numberMatched").asInt()).isEqualTo(seen.size());
    assertThat(layer.path("count").asInt()).isEqualTo(seen.size());
    JsonNode over =
        TOWN.json(account, "/ogc/collections/site/items?limit=1000&datetime=2020-01-01/2030-01-01");
    assertThat(ids(over.path("features"))).isEqualTo(seen);
    JsonNode filtered =
        TOWN.json(
            account,
            "/ogc/collections/site/items?limit=1000&filter=" + encoded("name LIKE 'name of%'"));
    assertThat(ids(filtered.path("features"))).containsExactlyInAnyOrderElementsOf(own);
    String html = TOWN.get(account, "/ogc/collections/site/items?f=html&limit=1000").body();
    others.forEach(id -> assertThat(html).doesNotContain(id));
    for (String format : List.of("csv", "geojson")) {
      String file = TOWN.get(account, "/api/layers/site/export?format=" + format).body();
      own.forEach(id -> assertThat(file).contains("name of " + id));
      others.forEach(id -> assertThat(file).doesNotContain(id));
    }
    JsonNode box = layer.path("extent");
    for (JsonNode feature : items.path("features")) {
      assertThat(feature.path("geometry").path("coordinates").get(0).asDouble())
          .isBetween(box.get(0).asDouble(), box.get(2).asDouble());
    }
  }

  private static JsonNode layer(String account, String id) {
    return StreamSupport.stream(
            TOWN.json(account, "/api/layers").path("layers").spliterator(), false)
        .filter(layer -> layer.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> layerIds(String account) {
    return ids(TOWN.json(account, "/api/layers").path("layers"));
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void nearAndZones(String account, Set<String> own, Set<String> others) {
    if (account.isEmpty()) {
      return;
    }
    String near = TOWN.get(account, "/api/near?find=site&around=station&radius=100000").body();
    String zone = TOWN.get(account, "/api/zones/station/edge?radius=100000").body();
    String csv =
        TOWN.get(account, "/api/near?find=site&around=station&radius=100000&format=csv").body();
    for (String answer : List.of(near, csv)) {
      own.forEach(id -> assertThat(answer).contains("name of " + id));
      others.forEach(id -> assertThat(answer).doesNotContain(id));
    }
    others.forEach(id -> assertThat(zone).doesNotContain(id));
  }

  /** The west is asked first, so that a tile kept for it would be found in the answer to others. */
  @ParameterizedTest
  @MethodSource("scopes")
  void tiles(String account, Set<String> own, Set<String> others) {
    Set<String> tags = new TreeSet<>();
    for (String path :
        List.of(
            "/tiles/outfall/0/0/0.mvt", "/ogc/collections/outfall/tiles/WebMercatorQuad/0/0/0")) {
      var answer = TOWN.zeren().sendForBytes(TOWN.request(account, path));
      assertThat(answer.statusCode()).isEqualTo(200);
      tags.add(answer.headers().firstValue("ETag").orElseThrow());
      assertThat(informed(answer.body())).isEqualTo(openPipes(account));
    }
    assertThat(tags).hasSize(1);
    if (!account.isEmpty()) {
      var sites = TOWN.zeren().sendForBytes(TOWN.request(account, "/tiles/site/14/13357/6517.mvt"));
      assertThat(sites.statusCode()).isIn(200, 204);
      for (int zoom : List.of(0, 12)) {
        int x = (int) ((113.6 + 180) / 360 * (1 << zoom));
        int y = zoom == 0 ? 0 : 1631;
        var tile =
            TOWN.zeren()
                .sendForBytes(
                    TOWN.request(account, "/tiles/site/%d/%d/%d.mvt".formatted(zoom, x, y)));
        if (tile.statusCode() == 200) {
          String raw = new String(tile.body(), StandardCharsets.UTF_8);
          others.forEach(id -> assertThat(raw).doesNotContain("name of " + id));
        }
      }
    }
  }

  /** Names of the outfalls in a tile that say who told of them. */
  private static Set<String> informed(byte[] tile) {
    return Tiles.read(tile, "outfall").stream()
        .map(Tiles::properties)
        .filter(values -> values.containsKey("informant"))
        .map(values -> String.valueOf(values.get("name")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> openPipes(String account) {
    return switch (account) {
      case "west", "west-manager", "west-viewer" -> Set.of("name of west-pipe");
      case "east-manager" -> Set.of("name of east-pipe");
      // One of the small town lies in the east.
      case "east" -> Set.of("name of east-pipe", "管口");
      case "office", "viewer" -> Set.of("name of east-pipe", "name of west-pipe", "管口");
      default -> Set.of();
    };
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void aFilterOnAnInternalFieldFindsNothingOutside(
      String account, Set<String> own, Set<String> others) {
    Set<String> open = openPipes(account);
    String items = "/ogc/collections/outfall/items?limit=100";
    JsonNode all = TOWN.json(account, items);
    assertThat(all.path("numberMatched").asInt()).isEqualTo(3);
    List<String> informed = new ArrayList<>();
    all.path("features")
        .values()
        .forEach(
            feature -> {
              if (feature.path("properties").has("informant")) {
                informed.add(feature.path("properties").path("name").asString());
              }
            });
    assertThat(informed).containsExactlyInAnyOrderElementsOf(open);
    for (String filter :
        List.of(
            "informant IS NOT NULL",
            "informant = 'worker' OR informant = 'neighbour'",
            "informant LIKE '%r%'")) {
      var answer = TOWN.get(account, items + "&filter=" + encoded(filter));
      if (open.isEmpty()) {
        ScopedTown.check(400, answer);
      } else {
        assertThat(RunningZeren.json(answer).path("numberMatched").asInt())
            .as(filter)
            .isEqualTo(open.size());
      }
    }
    if (!open.isEmpty()) {
      JsonNode without = TOWN.json(account, items + "&filter=" + encoded("informant IS NULL"));
      assertThat(without.path("numberMatched").asInt()).isEqualTo(3 - open.size());
    }
  }

  @Test
  void layersOutOfTheScopeLookAsToEverybody() {
    assertThat(layerIds("site-viewer")).contains("site").doesNotContain("enterprise");
    ScopedTown.check(404, TOWN.get("site-viewer", "/api/layers/enterprise/features/mill"));
    assertThat(TOWN.get("site-viewer", "/ogc/collections/enterprise/items").body())
        .isEqualTo(
            TOWN.get("site-viewer", "/ogc/collections/nothing/items")
                .body()
                .replace("nothing", "enterprise"));
    assertThat(TOWN.get("site-viewer", "/ogc/collections/outfall/queryables").body())
        .doesNotContain("informant");
    assertThat(TOWN.get("west", "/api/layers/person/features/x").statusCode()).isEqualTo(404);
  }

  /** Where a cell goes the scope goes at once, and what was kept of it is not shown again. */
  @Test
  void aScopeGoesWithItsCell() {
    FeatureStore store = TOWN.zeren().bean(FeatureStore.class);
    store.record(List.of(ScopedTown.site("awaited", Shapes.point(113.47, 34.62))), "tester");
    String items = "/ogc/collections/site/items?limit=1000";
    Set<String> before = ids(TOWN.json("west-manager", items).path("features"));
    assertThat(before).contains("west-site").doesNotContain("awaited");
    store.record(
        List.of(
            ScopedTown.cell("west-new", "west-cell", Shapes.rectangle(113.45, 34.6, 113.5, 34.65))),
        "tester");
    assertThat(ids(TOWN.json("west-manager", items).path("features")))
        .containsAll(before)
        .contains("awaited");
    assertThat(ids(TOWN.json("east-manager", items).path("features"))).doesNotContain("awaited");
    store.close("grid_cell", "west-new", SmallTown.FOUNDED, "tester");
    assertThat(ids(TOWN.json("west-manager", items).path("features"))).isEqualTo(before);
    store.close("site", "awaited", SmallTown.FOUNDED, "tester");
  }
}

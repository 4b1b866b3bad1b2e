package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.tile.Tiles;

/**
 * A layer that everybody sees, with a field that is internal: outside of a scope it says nothing,
 * and questions about it are answered as if it were empty there.
 */
class PublicLayerInScopeHttpIT {

  private static final AuthorisationTown TOWN = new AuthorisationTown();
  private static final String ITEMS = "/ogc/collections/outfall/items?f=json";

  @AfterAll
  static void stop() {
    TOWN.close();
  }

  private static String ask(String viewer, String path) {
    HttpResponse<String> answer = TOWN.zeren().send(TOWN.as(viewer, path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static JsonNode json(String viewer, String path) {
    return RunningZeren.parse(ask(viewer, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/layers/outfall/features/home-pipe",
        "/api/layers/outfall/features/home-pipe/history",
        "/api/near?find=outfall&lon=113.62&lat=34.75",
        "/api/near?find=outfall&lon=113.62&lat=34.75&format=csv",
        "/api/layers/outfall/export?format=geojson",
        "/api/layers/outfall/export?format=csv",
        ITEMS,
        "/ogc/collections/outfall/items/home-pipe?f=json",
        "/ogc/collections/outfall/items/home-pipe?f=html"
      })
  void theFieldIsToldInTheScopeOnly(String path) {
    for (String viewer : new String[] {"district", "manager", "viewer-here", "office"}) {
      assertThat(ask(viewer, path)).as(viewer).containsAnyOf("neighbour", "邻居");
    }
    for (String viewer : new String[] {"district-away", "manager-away", "viewer-away"}) {
      assertThat(ask(viewer, path))
          .as(viewer)
          .contains("home-pipe")
          .doesNotContain("neighbour")
          .doesNotContain("邻居");
    }
    assertThat(ask("anonymous", path)).contains("home-pipe").doesNotContain("neighbour");
  }

  @Test
  void filtersFindNothingByItElsewhere() {
    Map<String, Integer> here =
        Map.of(
            "&filter=informant='neighbour'", 1,
            "&filter=informant%20IS%20NULL", 0,
            "&filter=informant%3C%3E'neighbour'", 0,
            "&informant=neighbour", 1);
    here.forEach(
        (filter, found) -> {
          assertThat(json("district", ITEMS + filter).path("numberMatched").asInt())
              .as(filter)
              .isEqualTo(found);
          int isNull = filter.contains("NULL") ? 1 : 0;
          assertThat(json("district-away", ITEMS + filter).path("numberMatched").asInt())
              .as(filter)
              .isEqualTo(isNull);
        });
  }

  @Test
  void tilesTellItInTheScopeOnly() {
    assertThat(informant("district")).isEqualTo("neighbour");
    assertThat(informant("district-away")).isNull();
    assertThat(informant("district")).isEqualTo("neighbour");
    assertThat(informant("anonymous")).isNull();
  }

  private static @Nullable Object informant(String viewer) {
    byte[] tile =
        TOWN.zeren().sendForBytes(TOWN.as(viewer, "/tiles/outfall/12/3340/1625.mvt")).body();
    return Tiles.properties(Tiles.read(tile, "outfall").get(0)).get("informant");
  }
}

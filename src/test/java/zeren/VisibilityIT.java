package zeren;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is internal never leaves the server for somebody without an account, in no way. */
class VisibilityIT {

  /** As long as a layer that is there, so that lengths can be compared too. */
  private static final String NO_LAYER = "sito";

  private final RunningZeren zeren = SmallTown.running();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/layers/{}/features/near-north",
        "/api/layers/{}/features/nothing",
        "/api/layers/{}/features/near-north?at=2021-01-01",
        "/api/layers/{}/features/near-north?at=2021-02-31",
        "/api/layers/{}/features/near-north?type=road",
        "/api/layers/{}/features/near-north/history",
        "/api/layers/{}",
        "/api/near?find={}&around=station&id=edge",
        "/api/near?find=station,{}&around=station&id=edge",
        "/api/near?find={}&lon=113.6&lat=34.75",
        "/api/near?find={}&lon=113.6&lat=34.75&{}.type=road",
        "/api/near?find={}&lon=113.6&lat=34.75&{}.type=castle",
        "/api/near?find=station&around={}",
        "/api/near?find=station&around={}&id=near-north",
        "/api/near?find=station&around={}&type=road",
        "/api/near?find={}&format=csv&around=station",
        "/api/near?find={}&format=geojson&around=station",
        "/api/near?find={}&around=station&at=2021-01-01",
        "/api/near?find={}&around=station&radius=0",
        "/api/zones/{}/near-north",
        "/api/zones/{}/nothing",
        "/api/zones/{}/near-north?radius=0",
        "/tiles/{}/0/0/0.mvt",
        "/tiles/{}/12/3340/1625.mvt",
        "/tiles/station,{}/12/3340/1625.mvt",
        "/tiles/{},station/0/0/0.mvt",
        "/tiles/{}/0/0/1.mvt",
        "/tiles/{}/0/0/0.mvt?{}.type=road",
        "/tiles/{}.json",
        "/tiles/station,{}.json",
        "/tiles/{}/style.json",
        "/ogc/collections/{}/tiles",
        "/ogc/collections/{}/tiles/WebMercatorQuad",
        "/ogc/collections/{}/tiles/WorldCRS84Quad/0/0/1",
        "/ogc/tiles/WebMercatorQuad?collections={}",
        "/ogc/tiles/WebMercatorQuad/0/0/0?collections=station,{}",
        "/ogc/collections/{}/items",
        "/ogc/collections/{}/items?bbox=1,1,2,2",
        "/ogc/collections/{}/items?type=road",
        "/ogc/collections/{}/items?where=type%3D'road'",
        "/ogc/collections/{}/items?where=nothing",
        "/api/near?find={}&lon=113.6&lat=34.75&where=type%3D'road'",
        "/api/near?find=station,{}&lon=113.6&lat=34.75&where=nothing",
        "/tiles/station,{}/0/0/0.mvt?where=nothing",
        "/ogc/collections/{}/items?limit=0",
        "/ogc/collections/{}",
        "/ogc/collections/{}?f=html",
        "/ogc/collections/{}/queryables",
        "/ogc/collections/{}/schema",
        "/ogc/collections/{}/items?f=html",
        "/ogc/collections/{}/items?datetime=2000-01-01/..",
        "/ogc/collections/{}/items?datetime=nothing",
        "/ogc/collections/{}/items?crs=nothing",
        "/ogc/collections/{}/items?filter=type%3D'road'",
        "/ogc/collections/{}/items/near-north",
        "/ogc/collections/{}/items/near-north?f=html",
        "/ogc/collections/{}/items/nothing",
        "/api/layers/{}/export",
        "/api/layers/{}/export?format=gpkg&at=2021-01-01",
        "/api/layers/{}/export?format=dwg",
        "/api/layers/{}/export?type=road",
        "/api/layers/{}/export?where=nothing",
        "/api/layers/{}/export?crs=EPSG:4554"
      })
  void anInternalLayerIsForAnonymousCallersOneThatDoesNotExist(String path) {
    HttpResponse<String> internal = zeren.get(path.replace("{}", "site"));
    HttpResponse<String> absent = zeren.get(path.replace("{}", NO_LAYER));
    assertThat(internal.statusCode()).isEqualTo(absent.statusCode()).isBetween(400, 404);
    assertThat(internal.body().replace("site", NO_LAYER)).isEqualTo(absent.body());
    assertThat(headers(internal)).isEqualTo(headers(absent));
    assertThat(internal.body()).doesNotContain("enterprise").doesNotContain("工地");
    HttpResponse<String> head =
        zeren.send(
            zeren.request(path.replace("{}", "site")).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(internal.statusCode());
  }

  private static Map<String, List<String>> headers(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/layers",
        "/api/layers/nothing/features/x",
        "/api/near?find=nothing&around=station",
        "/api/near?around=station",
        "/api/near?find=station&around=district",
        "/api/near?find=outfall&around=station&unknown=1",
        "/api/near?find=station,section,district,outfall&lon=113.6&lat=34.75&radius=100000",
        "/tiles/nothing.json",
        "/ogc/collections/nothing/items",
        "/ogc/collections/outfall/items?unknown=1",
        "/ogc/collections/outfall/items?where=unknown%3D1",
        "/ogc/collections/outfall/items?filter=unknown%3D1",
        "/ogc/collections",
        "/ogc/collections?f=html"
      })
  void noAnswerNamesAnInternalLayerOrField(String path) {
    // A unit may be of a kind that is called like the layer.
    assertThat(zeren.get(path).body().replace("\"enterprise\":{\"zh\":\"企业\"", ""))
        .doesNotContain("site")
        .doesNotContain("enterprise")
        .doesNotContain("person")
        .doesNotContain("assignment")
        .doesNotContain("informant")
        .doesNotContain("neighbour")
        .doesNotContain("举报人");
    assertThat(zeren.getAsAdmin(path).body()).containsAnyOf("site", "informant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/layers/outfall/features/pipe",
        "/api/layers/outfall/features/pipe/history",
        "/api/near?find=outfall&lon=113.6&lat=34.75",
        "/api/near?find=outfall&lon=113.6&lat=34.75&format=geojson",
        "/api/near?find=outfall&lon=113.6&lat=34.75&format=csv",
        "/ogc/collections/outfall/items",
        "/ogc/collections/outfall/items?f=html",
        "/ogc/collections/outfall/items?datetime=2000-01-01/..",
        "/ogc/collections/outfall/items/pipe",
        "/ogc/collections/outfall/items/pipe?f=html",
        "/ogc/collections/outfall?f=html",
        "/ogc/collections/outfall/queryables",
        "/ogc/collections/outfall/queryables?f=html",
        "/ogc/collections/outfall/schema",
        "/tiles/outfall.json",
        "/api/layers/outfall/export?format=csv&lang=zh",
        "/api/layers/outfall/export?format=kml",
        "/tiles/outfall/14/13362/6503.mvt"
      })
  void anInternalFieldOfAPublicLayerIsOnlyForAccounts(String path) {
    assertThat(zeren.get(path).statusCode()).isEqualTo(200);
    assertThat(zeren.get(path).body())
        .doesNotContain("informant")
        .doesNotContain("neighbour")
        .doesNotContain("举报人")
        .doesNotContain("邻居");
    assertThat(zeren.getAsAdmin(path).body()).containsAnyOf("informant", "举报人");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/near?find=outfall&lon=113.6&lat=34.75&outfall.@=neighbour",
        "/tiles/outfall/14/13362/6503.mvt?outfall.@=neighbour",
        "/ogc/collections/outfall/items?@=neighbour",
        "/ogc/collections/outfall/items?where=@%3D'neighbour'",
        "/ogc/collections/outfall/items?where=NOT(@%20IS%20NULL)",
        "/ogc/collections/outfall/items?filter=@%3D'neighbour'",
        "/ogc/collections/outfall/items?filter-lang=cql2-json&filter=%7B%22op%22:%22isNull%22,%22args%22:%5B%7B%22property%22:%22@%22%7D%5D%7D",
        "/api/near?find=outfall&lon=113.6&lat=34.75&where=%22@%22%3D'neighbour'",
        "/tiles/outfall/14/13362/6503.mvt?where=CASEI(@)%3D'neighbour'",
        "/api/near?around=outfall&find=station&@=neighbour",
        "/api/layers/outfall/export?@=neighbour",
        "/api/layers/outfall/export?format=csv&where=@%3D'neighbour'"
      })
  void nobodyFiltersByAFieldThatIsNotShown(String path) {
    HttpResponse<String> hidden = zeren.get(path.replace("@", "informant"));
    HttpResponse<String> absent = zeren.get(path.replace("@", "informent"));
    assertThat(hidden.statusCode()).isEqualTo(absent.statusCode()).isEqualTo(400);
    assertThat(hidden.body().replace("informant", "informent")).isEqualTo(absent.body());
    assertThat(zeren.getAsAdmin(path.replace("@", "informant")).statusCode()).isEqualTo(200);
  }

  @Test
  void anAccountSeesEverything() {
    JsonNode layers = zeren.jsonAsAdmin("/api/layers").path("layers");
    assertThat(layers)
        .extracting(layer -> layer.path("id").asString())
        .contains("site", "enterprise", "station", "outfall");
    assertThat(zeren.jsonAsAdmin("/api/layers/site/features/near-north").path("id").asString())
        .isEqualTo("near-north");
    assertThat(zeren.getAsAdmin("/api/layers/site/features/near-north/history").statusCode())
        .isEqualTo(200);
    assertThat(zeren.getAsAdmin("/api/zones/site/near-north").statusCode()).isEqualTo(200);
    assertThat(zeren.getAsAdmin("/tiles/site.json").statusCode()).isEqualTo(200);
    assertThat(zeren.getAsAdmin("/tiles/station,site/12/3340/1625.mvt").statusCode())
        .isEqualTo(200);
    assertThat(zeren.jsonAsAdmin("/ogc/collections/site/items").path("numberMatched").asInt())
        .isEqualTo(6);
  }

  /** A tag must not let somebody keep a tile that was made for another. */
  @Test
  void theTileOfAnAccountIsNotTheTileOfAnybody() {
    String path = "/tiles/outfall/14/13362/6503.mvt";
    String admins = zeren.getAsAdmin(path).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = zeren.send(zeren.request(path).header("If-None-Match", admins));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).doesNotContain("neighbour");
    assertThat(
            zeren
                .getAsAdmin("/tiles/site/0/0/0.mvt")
                .headers()
                .firstValue("Cache-Control")
                .orElse(""))
        .contains("private")
        .doesNotContain("public");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/layers",
        "/api/me",
        "/api/layers/site/features/near-north",
        "/tiles/site.json",
        "/ogc/collections"
      })
  void aWrongPasswordIsRefusedEvenWhereNoneIsNeeded(String path) {
    HttpResponse<String> answer =
        zeren.send(
            zeren.request(path).header("Authorization", RunningZeren.basic("admin", "wrong")));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    assertThat(RunningZeren.parse(answer.body()).path("status").asInt()).isEqualTo(401);
    HttpResponse<String> nobody =
        zeren.send(
            zeren.request(path).header("Authorization", RunningZeren.basic("nobody", "wrong")));
    assertThat(nobody.body()).isEqualTo(answer.body());
  }
}

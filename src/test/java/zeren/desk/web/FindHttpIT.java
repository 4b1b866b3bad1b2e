package zeren.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.SmallTown;
import zeren.geo.CoordinateSystem;

/** One box for names, addresses, ids and coordinates. */
class FindHttpIT {

  private final RunningZeren zeren = SmallTown.running();

  private static String find(String text) {
    return "/api/find?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void anIdComesFirst() {
    JsonNode first = zeren.jsonAsAdmin(find("near-east")).path("features").path(0);
    assertThat(first.path("layer").asString()).isEqualTo("site");
    assertThat(first.path("id").asString()).isEqualTo("near-east");
    assertThat(first.path("why").asString()).isEqualTo("id");
    assertThat(first.path("lat").asDouble()).isCloseTo(34.75, within(0.001));
  }

  @Test
  void aPartOfANameIsEnoughAndTheRestIsCounted() {
    JsonNode found = zeren.jsonAsAdmin(find("工地 near") + "&limit=2");
    assertThat(found.path("total").asInt()).isEqualTo(3);
    assertThat(found.path("features")).hasSize(2);
    assertThat(found.path("features").path(0).path("why").asString()).isEqualTo("name");
  }

  @Test
  void anyTextOfAFeatureIsLookedAtAsFarAsTheViewerSeesIt() {
    JsonNode inside = zeren.json(find("小城"));
    assertThat(inside.path("features").path(0).path("why").asString()).isEqualTo("city");
    assertThat(inside.path("total").asInt()).isGreaterThan(3);
    assertThat(zeren.json(find("near-east")).path("total").asInt()).isZero();
    assertThat(zeren.json(find("secret mill")).path("total").asInt()).isZero();
  }

  @Test
  void coordinatesAreOfferedInEachDatumWithWhereTheyLie() {
    double[] shifted = CoordinateSystem.parse("gcj02").fromCanonical(113.597, 34.71);
    JsonNode places =
        zeren
            .json(find(String.format(Locale.ROOT, "%.6f,%.6f", shifted[0], shifted[1])))
            .path("places");
    assertThat(places).hasSize(3);
    assertThat(places.path(0).path("crs").asString()).isEqualTo("EPSG:4490");
    assertThat(places.path(0).path("inside").path(0).asString()).isEqualTo("east");
    assertThat(places.path(1).path("crs").asString()).isEqualTo("gcj02");
    assertThat(places.path(1).path("inside").path(0).asString()).isEqualTo("west");
    assertThat(places.path(1).path("lon").asDouble()).isCloseTo(113.597, within(1e-5));
  }

  @Test
  void metresWithoutAZoneAreReadWhereTheDataIs() {
    double[] metres = CoordinateSystem.parse("EPSG:4547").fromCanonical(113.597, 34.71);
    JsonNode places =
        zeren
            .json(find(String.format(Locale.ROOT, "%.2f %.2f", metres[1], metres[0])))
            .path("places");
    assertThat(places).isNotEmpty().hasSizeLessThan(4);
    assertThat(places)
        .anySatisfy(
            place -> {
              assertThat(place.path("crs").asString()).isEqualTo("EPSG:4547");
              assertThat(place.path("inside").path(0).asString()).isEqualTo("west");
            });
  }

  @Test
  void whatIsFoundIsOfTheDay() {
    String moved = find("moved") + "&limit=1";
    assertThat(latitude(zeren.jsonAsAdmin(moved))).isCloseTo(34.61, within(1e-9));
    assertThat(latitude(zeren.jsonAsAdmin(moved + "&at=2020-06-01"))).isCloseTo(34.6, within(1e-9));
    assertThat(zeren.jsonAsAdmin(moved + "&at=2019-12-31").path("total").asInt()).isZero();
    assertThat(zeren.get(moved + "&at=yesterday").body()).contains("\"parameter\":\"at\"");
  }

  private static double latitude(JsonNode found) {
    return found.path("features").path(0).path("lat").asDouble();
  }

  @Test
  void badInputIsNamed() {
    assertThat(zeren.get("/api/find").body()).contains("\"parameter\":\"text\"");
    assertThat(zeren.get(find("x".repeat(201))).statusCode()).isEqualTo(400);
    assertThat(zeren.get(find("x") + "&limit=0").statusCode()).isEqualTo(400);
    assertThat(zeren.get(find("x") + "&q=1").statusCode()).isEqualTo(400);
  }
}

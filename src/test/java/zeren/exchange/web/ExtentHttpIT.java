package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** The extent that an administrator chooses is the one that imports are checked against. */
class ExtentHttpIT {

  private static final String EXTENT = "/api/operation/extent";
  private static final RunningZeren ZEREN = RunningZeren.start("--zeren.reference=false");

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static JsonNode rehearse() {
    return Uploads.run(
        ZEREN,
        "site/import?crs=wgs84&dryRun=true",
        "工地.csv",
        "编号,名称,类型,经度,纬度\nS-1,一号,房屋建筑,113.6,34.75\n");
  }

  @Test
  void importsAreCheckedAgainstWhatWasChosen() {
    assertThat(ZEREN.jsonAsAdmin(EXTENT).path("source").asString()).isEqualTo("china");
    assertThat(rehearse().path("created").asInt()).isEqualTo(1);

    JsonNode far = RunningZeren.json(Uploads.put(ZEREN, EXTENT, "{\"extent\":[120,30,121,31]}"));
    assertThat(far.path("source").asString()).isEqualTo("chosen");
    assertThat(far.path("chosenBy").asString()).isEqualTo("admin");
    JsonNode refused = rehearse();
    assertThat(refused.path("created").asInt()).isZero();
    assertThat(refused.toString()).contains("120.00 to 121.00 east");

    RunningZeren.json(Uploads.put(ZEREN, EXTENT, "{\"extent\":[113,34,114,35]}"));
    assertThat(rehearse().path("created").asInt()).isEqualTo(1);

    JsonNode back = RunningZeren.json(Uploads.delete(ZEREN, EXTENT));
    assertThat(back.path("source").asString()).isEqualTo("china");
    assertThat(back.path("chosenBy").isNull()).isTrue();
    assertThat(ZEREN.jsonAsAdmin("/api/trail?kind=extent_chosen").path("items")).hasSize(3);
  }

  @Test
  void whatIsNoExtentInChinaIsRefused() {
    for (String bad :
        new String[] {
          "{}",
          "{\"extent\":[113,34,114]}",
          "{\"extent\":[114,34,113,35]}",
          "{\"extent\":[113,34,113,35]}",
          "{\"extent\":[113,34,null,35]}",
          "{\"extent\":[2,48,3,49]}"
        }) {
      assertThat(Uploads.put(ZEREN, EXTENT, bad).statusCode()).as(bad).isEqualTo(400);
    }
  }
}

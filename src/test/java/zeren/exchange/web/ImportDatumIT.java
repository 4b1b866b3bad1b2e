package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static zeren.exchange.web.ImportTown.counts;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/**
 * A file whose positions are in another datum than somebody said. The places are rows of {@code
 * golden/chinese_datums.csv}; round each lies a district of 400 m, less than the shift.
 */
class ImportDatumIT {

  /** True, GCJ-02 and BD-09 longitude and latitude. */
  private static final double[][] PLACES = {
    {
      108.1234571,
      33.5654342,
      108.1282897177948,
      33.56396182792204,
      108.1346802083891,
      33.57025049735632
    },
    {
      116.6234572,
      33.5654342,
      116.6285919754253,
      33.56376384118962,
      116.6349905146434,
      33.57004789318599
    },
    {
      116.6234572,
      23.9654335,
      116.6278433635627,
      23.96259385627361,
      116.6342674171653,
      23.96887149541106
    },
    {
      108.1234571,
      23.9654335,
      108.1276477786361,
      23.96286579635777,
      108.1340633969875,
      23.96916048857288
    }
  };

  private static final RunningZeren ZEREN = start();

  private final String prefix = ImportTown.prefix();

  private static RunningZeren start() {
    RunningZeren zeren = RunningZeren.start("--zeren.reference=false");
    StringBuilder csv = new StringBuilder("编号;名称;类型;设区市;WKT\n");
    for (int i = 0; i < PLACES.length; i++) {
      double west = PLACES[i][0] - 0.002;
      double south = PLACES[i][1] - 0.002;
      double east = west + 0.004;
      double north = south + 0.004;
      csv.append(
          String.format(
              Locale.ROOT,
              "d%d;第%d区;开发区;小城;POLYGON ((%f %f, %f %f, %f %f, %f %f, %f %f))\n",
              i,
              i,
              west,
              south,
              east,
              south,
              east,
              north,
              west,
              north,
              west,
              south));
    }
    JsonNode result =
        Uploads.run(
            zeren, "district/import?crs=wgs84&validFrom=2020-01-01", "区.csv", csv.toString());
    assertThat(counts(result)).containsExactly(4, 4, 0, 0, 0, 0);
    return zeren;
  }

  private String sites(int column) {
    StringBuilder csv = new StringBuilder("编号,名称,类型,所属区县,经度,纬度\n");
    for (int i = 0; i < PLACES.length; i++) {
      csv.append(
          "%s%d,工地%d,拆迁,第%d区,%s,%s\n"
              .formatted(prefix, i, i, i, PLACES[i][column], PLACES[i][column + 1]));
    }
    return csv.toString();
  }

  private JsonNode run(String crs, String query, int column) {
    return Uploads.run(ZEREN, "site/import?crs=" + crs + query, "工地.csv", sites(column));
  }

  @Test
  void amapPositionsThatWereCalledWgs84AreNoticedBeforeAnythingIsWritten() {
    JsonNode rehearsed = run("wgs84", "&dryRun=true", 2);
    assertThat(counts(rehearsed)).containsExactly(4, 4, 0, 0, 0, 0);
    assertThat(rehearsed.path("suspectDatum").toString())
        .isEqualTo(
            "{\"named\":\"EPSG:4326\",\"offered\":\"gcj02\",\"rows\":4,\"insideNamed\":0,"
                + "\"insideOffered\":4}");
  }

  @Test
  void theOfferedDatumPutsTheSitesWhereTheyAre() {
    JsonNode done = run("gcj02", "", 2);
    assertThat(done.path("suspectDatum").isNull()).isTrue();
    for (int i = 0; i < PLACES.length; i++) {
      JsonNode at =
          ZEREN
              .jsonAsAdmin("/api/layers/site/features/" + prefix + i)
              .path("geometry")
              .path("coordinates");
      assertThat(at.path(0).asDouble()).isCloseTo(PLACES[i][0], within(1e-8));
      assertThat(at.path(1).asDouble()).isCloseTo(PLACES[i][1], within(1e-8));
    }
  }

  @Test
  void baiduPositionsThatWereCalledAmapsAreNoticed() {
    JsonNode suspect = run("gcj02", "&dryRun=true", 4).path("suspectDatum");
    assertThat(suspect.path("offered").asString()).isEqualTo("bd09");
    assertThat(suspect.path("insideOffered").asInt()).isEqualTo(4);
  }

  @Test
  void aFileThatIsRightRousesNoSuspicion() {
    assertThat(run("wgs84", "&dryRun=true", 0).path("suspectDatum").isNull()).isTrue();
    assertThat(run("bd09", "&dryRun=true", 4).path("suspectDatum").isNull()).isTrue();
  }

  @Test
  void theWrongDatumIsPutRightByImportingAgain() {
    run("wgs84", "&validFrom=2025-01-01", 2);
    JsonNode again = run("gcj02", "&validFrom=2025-01-01", 2);
    assertThat(counts(again)).containsExactly(4, 0, 4, 0, 0, 0);
    JsonNode changes =
        ZEREN.jsonAsAdmin("/api/imports/" + again.path("id").asString() + "/changes?kind=changed");
    assertThat(changes.path("items").path(0).path("fields")).hasSize(1);
    assertThat(changes.path("items").path(0).path("fields").path(0).path("field").asString())
        .isEqualTo("geometry");
  }

  @Test
  void theOfferIsTakenStepByStep() {
    JsonNode uploaded = Uploads.upload(ZEREN, "site", "工地.csv", sites(2));
    String id = uploaded.path("id").asString();
    JsonNode first = Uploads.step(ZEREN, id, "check", "{\"crs\":\"cgcs2000\"}").path("result");
    String offered = first.path("suspectDatum").path("offered").asString();
    JsonNode second = Uploads.step(ZEREN, id, "check", "{\"crs\":\"" + offered + "\"}");
    assertThat(second.path("result").path("suspectDatum").isNull()).isTrue();
    JsonNode committed = Uploads.step(ZEREN, id, "commit", "{}").path("result");
    assertThat(counts(committed)).containsExactly(4, 4, 0, 0, 0, 0);
  }

  @Test
  void theDistrictIsKeptByItsId() {
    run("gcj02", "", 2);
    assertThat(
            ZEREN
                .jsonAsAdmin("/api/layers/site/features/" + prefix + "2")
                .path("properties")
                .path("district_recorded")
                .asString())
        .isEqualTo("d2");
  }
}

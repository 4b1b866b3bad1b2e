package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;
import zeren.geo.CoordinateSystem;

/**
 * The places are those of {@code golden/chinese_datums.csv}, which a program that is not ours has
 * computed; each lies in the middle of a district of about 400 m, less than the shift.
 */
class DatumSuspicionTest {

  /** True, GCJ-02 and BD-09 longitude and latitude of the same places. */
  private static final double[][] PLACES = {
    {
      108.1234571,
      23.9654335,
      108.1276477786361,
      23.96286579635777,
      108.1340633969875,
      23.96916048857288
    },
    {
      108.1234571,
      33.5654342,
      108.1282897177948,
      33.56396182792204,
      108.1346802083891,
      33.57025049735632
    },
    {
      108.1234571,
      43.1654349,
      108.1292479064217,
      43.16763165911224,
      108.1356148591123,
      43.17391139618851
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
      116.6234572,
      33.5654342,
      116.6285919754253,
      33.56376384118962,
      116.6349905146434,
      33.57004790318599
    },
    {
      116.6234572,
      43.1654349,
      116.6296933476583,
      43.16750744436495,
      116.6360636519263,
      43.17380072591757
    },
    {
      125.1234573,
      23.9654335,
      125.1278688323324,
      23.96300831150925,
      125.1343584962007,
      23.96896299767474
    },
    {
      125.1234573,
      33.5654342,
      125.1287077628015,
      33.56425127930258,
      125.1351961219911,
      33.57022095091966
    },
    {
      125.1234573,
      43.1654349,
      125.1299258788233,
      43.16806753545509,
      125.1364075715891,
      43.1740595894512
    }
  };

  private final Map<String, Geometry> districts = new LinkedHashMap<>();
  private final DatumSuspicion suspicion = new DatumSuspicion(this::district);
  private int asked;

  DatumSuspicionTest() {
    for (int i = 0; i < PLACES.length; i++) {
      double lon = PLACES[i][0];
      double lat = PLACES[i][1];
      districts.put("d" + i, Shapes.rectangle(lon - 0.002, lat - 0.002, lon + 0.002, lat + 0.002));
    }
  }

  private @Nullable Geometry district(String id) {
    asked++;
    return districts.get(id);
  }

  private void watch(String crs, double lon, double lat, String district) {
    List<RowFault> faults = new ArrayList<>();
    Place place =
        new PlaceCheck(Extent.CHINA)
            .check(Shapes.point(lon, lat), CoordinateSystem.parse(crs), faults, faults);
    suspicion.watch(Objects.requireNonNull(place, faults::toString), district);
  }

  /** Rows whose file says one system and means the one of these columns. */
  private void watchAll(String crs, int column) {
    for (int i = 0; i < PLACES.length; i++) {
      watch(crs, PLACES[i][column], PLACES[i][column + 1], "d" + i);
    }
  }

  @Test
  void offersGcj02ForPointsThatWereCalledWgs84() {
    watchAll("wgs84", 2);
    assertThat(suspicion.find())
        .isEqualTo(new SuspectDatum("EPSG:4326", "gcj02", PLACES.length, 0, PLACES.length));
  }

  @Test
  void offersBd09ForPointsThatWereCalledWgs84() {
    watchAll("EPSG:4490", 4);
    assertThat(suspicion.find())
        .isEqualTo(new SuspectDatum("EPSG:4490", "bd09", PLACES.length, 0, PLACES.length));
  }

  @Test
  void offersBd09ForPointsThatWereCalledGcj02() {
    watchAll("gcj02", 4);
    assertThat(suspicion.find())
        .isEqualTo(new SuspectDatum("gcj02", "bd09", PLACES.length, 0, PLACES.length));
  }

  @Test
  void offersTheTrueSystemForPointsThatWereShiftedTwice() {
    watchAll("gcj02", 0);
    assertThat(suspicion.find())
        .isEqualTo(new SuspectDatum("gcj02", "EPSG:4490", PLACES.length, 0, PLACES.length));
  }

  @Test
  void pointsInTheirDistrictsRouseNoSuspicion() {
    watchAll("gcj02", 2);
    assertThat(suspicion.find()).isNull();
  }

  @Test
  void theTwoTrueSystemsAreNotOfferedForEachOther() {
    watchAll("wgs84", 0);
    assertThat(suspicion.find()).isNull();
  }

  @Test
  void twoRowsAreTooFew() {
    watch("wgs84", PLACES[0][2], PLACES[0][3], "d0");
    watch("wgs84", PLACES[1][2], PLACES[1][3], "d1");
    assertThat(suspicion.find()).isNull();
    watch("wgs84", PLACES[2][2], PLACES[2][3], "d2");
    assertThat(suspicion.find()).isNotNull();
  }

  @Test
  void wrongDistrictsThatNoShiftExplainsAreNoMatterOfDatum() {
    for (int i = 0; i < PLACES.length; i++) {
      watch("wgs84", PLACES[i][0], PLACES[i][1], "d" + (i + 1) % PLACES.length);
    }
    assertThat(suspicion.find()).isNull();
  }

  /** Three rows that happen to lie across the line must not turn a whole good file. */
  @Test
  void aFewStrayPointsInAGoodFileAreNoMatterOfDatum() {
    for (int round = 0; round < 10; round++) {
      watchAll("wgs84", 0);
    }
    for (int i = 0; i < 3; i++) {
      watch("wgs84", PLACES[i][2], PLACES[i][3], "d" + i);
    }
    assertThat(suspicion.find()).isNull();
  }

  @Test
  void districtsWithoutAnAreaSayNothing() {
    watchAll("wgs84", 2);
    for (int i = 0; i < 50; i++) {
      watch("wgs84", PLACES[0][2], PLACES[0][3], "unknown");
    }
    assertThat(suspicion.find())
        .isNotNull()
        .extracting(SuspectDatum::rows)
        .isEqualTo((long) PLACES.length);
  }

  @Test
  void eachDistrictIsAskedForOnce() {
    watchAll("wgs84", 2);
    watchAll("wgs84", 2);
    assertThat(asked).isEqualTo(PLACES.length);
  }

  @Test
  void metresAreNotWatched() {
    List<RowFault> faults = new ArrayList<>();
    CoordinateSystem metres = CoordinateSystem.parse("EPSG:4547");
    Place place =
        new PlaceCheck(Extent.CHINA)
            .check(Shapes.point(500_000, 3_847_000), metres, faults, faults);
    for (int i = 0; i < 5; i++) {
      suspicion.watch(Objects.requireNonNull(place), "d0");
    }
    assertThat(suspicion.find()).isNull();
  }
}

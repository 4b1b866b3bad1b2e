package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;
import zeren.geo.CoordinateSystem;

class PlaceCheckTest {

  private static final Extent CITY = new Extent(new Envelope(112.7, 114.3, 34.2, 35.0));
  private static final CoordinateSystem WGS84 = CoordinateSystem.parse("wgs84");

  private final List<RowFault> faults = new ArrayList<>();
  private final List<RowFault> repairs = new ArrayList<>();

  private @Nullable Place check(String wkt, String crs) {
    return check(Shapes.wkt(wkt), CoordinateSystem.parse(crs));
  }

  private @Nullable Place check(Geometry given, CoordinateSystem crs) {
    return new PlaceCheck(CITY).check(given, crs, faults, repairs);
  }

  private Place good(@Nullable Place place) {
    assertThat(faults).isEmpty();
    return Objects.requireNonNull(place);
  }

  @Test
  void whatIsInTheCanonicalSystemStaysAsItIs() {
    Place place = good(check("POINT (113.6253 34.7466)", "EPSG:4490"));
    assertThat(place.geometry().toText()).isEqualTo("POINT (113.6253 34.7466)");
    assertThat(place.source()).isNull();
    assertThat(repairs).isEmpty();
  }

  /** The pair is published with the eviltransform libraries: WGS 84 and GCJ-02 of one place. */
  @Test
  void whatIsInAnotherDatumIsConvertedAndKeptAsGiven() {
    Extent beijing = new Extent(new Envelope(115, 118, 39, 41));
    Place place =
        good(
            new PlaceCheck(beijing)
                .check(
                    Shapes.point(116.38404722455657, 39.91334545536069),
                    CoordinateSystem.parse("gcj02"),
                    faults,
                    repairs));
    assertThat(place.geometry().getCoordinate().x).isCloseTo(116.377817, within(1e-8));
    assertThat(place.geometry().getCoordinate().y).isCloseTo(39.911954, within(1e-8));
    assertThat(place.source())
        .isEqualTo(
            new zeren.layer.FeatureDraft.SourcePosition(
                "gcj02", "POINT (116.38404722455657 39.91334545536069)"));
    assertThat(place.givenPoint())
        .isEqualTo(new org.locationtech.jts.geom.Coordinate(116.38404722455657, 39.91334545536069));
  }

  @Test
  void zeroIslandStandsForAMissingPosition() {
    assertThat(check("POINT (0 0)", "wgs84")).isNull();
    assertThat(faults)
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("geometry");
              assertThat(fault.value()).isEqualTo("0.0, 0.0");
              assertThat(fault.reason()).startsWith("0, 0 is a place in the sea");
            });
  }

  @Test
  void swappedAxesAreToldApartFromPlacesElsewhere() {
    check("POINT (34.7466 113.6253)", "wgs84");
    check("POINT (116.4 39.9)", "wgs84");
    assertThat(faults)
        .extracting(RowFault::reason)
        .containsExactly(
            PlaceCheck.SWAPPED,
            "lies outside the extent of this installation, 112.70 to 114.30 east, 34.20 to 35.00"
                + " north");
  }

  @Test
  void metresWithTheWrongAxisFirstAreSwappedToo() {
    check("POINT (3846000 465000)", "EPSG:4547");
    assertThat(faults).extracting(RowFault::reason).containsExactly(PlaceCheck.SWAPPED);
  }

  @Test
  void degreesAreNoMetresAndMetresNoDegrees() {
    assertThat(check("POINT (465000 3846000)", "wgs84")).isNull();
    assertThat(faults).extracting(RowFault::reason).first().asString().contains("has a meaning");
    faults.clear();
    assertThat(check("POINT (113.6 34.7)", "EPSG:4547")).isNull();
    assertThat(faults).hasSize(1);
  }

  @Test
  void onlyWhollyInsideTheExtentIsInside() {
    assertThat(check("LINESTRING (113.6 34.7, 116.4 39.9)", "wgs84")).isNull();
    assertThat(faults).extracting(RowFault::value).containsExactly("LineString");
  }

  @Test
  void aLineWithAPointThatIsNowhereIsRefused() {
    check("LINESTRING (113.6 34.7, 1136 34.8)", "wgs84");
    check("LINESTRING (113.6 34.7, NaN NaN)", "wgs84");
    assertThat(faults)
        .hasSize(2)
        .extracting(RowFault::reason)
        .allMatch(one -> one.contains("meaning"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POLYGON ((113.1 34.3, 113.3 34.5, 113.3 34.3, 113.1 34.5, 113.1 34.3))|self_intersection",
        "POLYGON ((113 34.3, 113.4 34.3, 113.4 34.7, 113 34.7, 113 34.3), (113.1 34.4, 113.1 34.6,"
            + " 113.3 34.6, 113.3 34.4, 113.1 34.4), (113.15 34.45, 113.15 34.5, 113.2 34.5, 113.2"
            + " 34.45, 113.15 34.45))|nested_holes"
      })
  void whatCanBeMendedSafelyIsMendedAndReported(String wkt, String code) {
    Geometry given = Shapes.wkt(wkt);
    Place place = good(check(wkt, "EPSG:4490"));
    assertThat(place.geometry().isValid()).isTrue();
    assertThat(place.geometry().getEnvelopeInternal()).isEqualTo(given.getEnvelopeInternal());
    assertThat(repairs)
        .singleElement()
        .satisfies(
            repair -> {
              assertThat(repair.value()).isEqualTo(code);
              assertThat(repair.reason()).startsWith("repaired: ");
            });
  }

  @Test
  void aMendingThatWouldTakePartOfItAwayIsRefused() {
    assertThat(
            check(
                "POLYGON ((113.1 34.3, 113.5 34.3, 113.9 34.3, 113.5 34.3, 113.5 34.6, 113.1 34.6,"
                    + " 113.1 34.3))",
                "EPSG:4490"))
        .isNull();
    assertThat(repairs).isEmpty();
    assertThat(faults).extracting(RowFault::reason).first().asString().endsWith("part of it");
  }

  @Test
  void whatNothingIsLeftOfIsRefused() {
    assertThat(check("POLYGON ((113 34.3, 113.5 34.6, 113 34.3, 113 34.3))", "EPSG:4490")).isNull();
    assertThat(faults).extracting(RowFault::reason).first().asString().endsWith("cannot be mended");
  }

  @Test
  void anEmptyGeometryIsNoPlace() {
    assertThat(check("POINT EMPTY", "wgs84")).isNull();
    assertThat(check("POLYGON EMPTY", "wgs84")).isNull();
    assertThat(faults).extracting(RowFault::reason).containsOnly("the geometry is empty");
  }

  @Test
  void theExtentIsRoundTheDistrictsOrAsSetOrChina() {
    Envelope districts = new Envelope(112.7, 114.3, 34.2, 35.0);
    assertThat(Extent.of(null, districts).box()).isEqualTo(new Envelope(112.2, 114.8, 33.7, 35.5));
    assertThat(Extent.of("110,31,117,37", districts).box())
        .isEqualTo(new Envelope(110, 117, 31, 37));
    assertThat(Extent.of(" ", null)).isEqualTo(Extent.CHINA);
    assertThat(Extent.of(null, new Envelope())).isEqualTo(Extent.CHINA);
    assertThat(Extent.CHINA.covers(null)).isFalse();
    assertThat(
            new PlaceCheck(Extent.CHINA).check(Shapes.point(121.5, 31.2), WGS84, faults, repairs))
        .isNotNull();
  }
}

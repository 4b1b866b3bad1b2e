package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import zeren.Shapes;
import zeren.geo.CoordinateSystem;
import zeren.layer.GeometryType;

class RowPlacesTest {

  private final List<RowFault> faults = new ArrayList<>();

  private @Nullable Place read(String crs, ColumnPlan plan, @Nullable Object... cells) {
    return new RowPlaces(
            plan,
            CoordinateSystem.parse(crs),
            Map.of("国家2000", "EPSG:4490"),
            GeometryType.POINT,
            Extent.CHINA)
        .read(Rows.row(2, cells), faults, new ArrayList<>());
  }

  private static ColumnPlan plan(String... targets) {
    return Rows.plan("site", false, targets);
  }

  private void assertAt(@Nullable Place place, double lon, double lat) {
    assertThat(faults).isEmpty();
    Coordinate at = Objects.requireNonNull(place).geometry().getCoordinate();
    assertThat(at.x).isCloseTo(lon, within(1e-9));
    assertThat(at.y).isCloseTo(lat, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "113.62,34.75",
        "113.62，34.75",
        "113.62;34.75",
        "113.62、34.75",
        "113.62 / 34.75",
        "113.62 34.75",
        "113.62|34.75",
        "113.62°E 34.75°N",
        "E113.62,N34.75",
        "东经113.62，北纬34.75",
        "东经113.62 北纬34.75",
        "113°37′12″,34°45′0″",
        "113°37′12″ 34°45′0″"
      })
  void oneCellMayHoldBothCoordinates(String text) {
    assertAt(read("EPSG:4490", plan("@lonlat"), text), 113.62, 34.75);
  }

  @Test
  void theOrderInACellIsThatOfItsRole() {
    assertAt(read("EPSG:4490", plan("@latlon"), "34.75,113.62"), 113.62, 34.75);
  }

  @ParameterizedTest
  @ValueSource(strings = {"113.62", "113.62,34.75,120", "一中东侧", "113,62,34,75", "113.62,"})
  void aCellWithoutTwoCoordinatesIsRefused(String text) {
    assertThat(read("EPSG:4490", plan("@lonlat"), text)).isNull();
    assertThat(faults).hasSize(1);
  }

  @Test
  void lettersThatSayTheOtherWayRoundAreBelieved() {
    assertThat(read("EPSG:4490", plan("@lon", "@lat"), "N34.75", "E113.62")).isNull();
    assertThat(faults).extracting(RowFault::reason).containsExactly(PlaceCheck.SWAPPED);
  }

  @Test
  void oneCoordinateAloneIsMissingTheOther() {
    read("EPSG:4490", plan("@lon", "@lat"), 113.62, null);
    read("EPSG:4490", plan("@lon", "@lat"), " ", 34.75);
    assertThat(faults)
        .containsExactly(
            RowFault.of("lat", null, "is missing"), RowFault.of("lon", null, "is missing"));
  }

  @Test
  void noCoordinatesAreNoPlaceAndNoFault() {
    assertThat(read("EPSG:4490", plan("@lon", "@lat"), null, "")).isNull();
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsNoAngleIsNamedWithItsColumn() {
    read("EPSG:4490", plan("@lon", "@lat"), "待定", 34.75);
    assertThat(faults)
        .containsExactly(
            RowFault.of("lon", "待定", "must be degrees, such as 113.6533 or 113°39′12″"));
  }

  /** Central meridian 114 degrees: the place is on it, so its easting is the false one. */
  @Test
  void metresAreReadAsMetres() {
    Place place = read("EPSG:4547", plan("@lon", "@lat"), "500,000 m", 3_847_000.0);
    assertThat(faults).isEmpty();
    Coordinate at = Objects.requireNonNull(place).geometry().getCoordinate();
    assertThat(at.x).isCloseTo(114, within(1e-9));
    assertThat(Shapes.metres(114, 0, 114, at.y)).isCloseTo(3_847_000, within(0.001));
  }

  @Test
  void wktIsRead() {
    assertAt(read("EPSG:4490", plan("@wkt"), "POINT (113.62 34.75)"), 113.62, 34.75);
    read("EPSG:4490", plan("@wkt"), "POINT (113.62)");
    assertThat(faults).extracting(RowFault::reason).first().asString().startsWith("is not WKT");
  }

  @Test
  void aGeometryThatTheLayerDoesNotTakeIsRefused() {
    read("EPSG:4490", plan("@wkt"), "LINESTRING (113.6 34.7, 113.7 34.8)");
    assertThat(faults)
        .containsExactly(
            RowFault.of("geometry", "LineString", "this layer does not take such geometries"));
  }

  @Test
  void eachRowMayNameItsOwnSystem() {
    ColumnPlan plan = plan("@lon", "@lat", "@crs");
    assertAt(read("wgs84", plan, 113.62, 34.75, "国家2000"), 113.62, 34.75);
    Place shifted = Objects.requireNonNull(read("wgs84", plan, 113.62, 34.75, "GCJ02"));
    assertThat(shifted.geometry().getCoordinate().x).isCloseTo(113.614, within(0.001));
    read("wgs84", plan, 113.62, 34.75, "北京54");
    read("wgs84", plan, 113.62, 34.75, null);
    assertThat(faults).extracting(RowFault::field).containsExactly("crs", "crs");
  }

  @Test
  void theFilesOwnGeometryIsTakenWhereNoColumnSaysMore() {
    RowPlaces places =
        new RowPlaces(
            Rows.plan("site", true, "name"),
            CoordinateSystem.CGCS2000,
            Map.of(),
            GeometryType.POINT,
            Extent.CHINA);
    Place place =
        places.read(Rows.shape(1, Shapes.point(113.6, 34.7), "甲"), faults, new ArrayList<>());
    assertAt(place, 113.6, 34.7);
    assertThat(places.read(Rows.row(2, "乙"), faults, new ArrayList<>())).isNull();
    assertThat(faults).isEmpty();
  }
}

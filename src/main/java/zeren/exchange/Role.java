package zeren.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a column can be besides a field of the layer. */
enum Role {
  /** The key of the feature. */
  ID("@id"),
  /** Longitude or easting. */
  LON("@lon"),
  /** Latitude or northing. */
  LAT("@lat"),
  /** Longitude and latitude in one cell, in this order. */
  LONLAT("@lonlat"),
  /** Latitude and longitude in one cell, in this order. */
  LATLON("@latlon"),
  WKT("@wkt"),
  /** The coordinate system of the row. */
  CRS("@crs");

  private final String target;

  Role(String target) {
    this.target = target;
  }

  /** How a mapping writes it. */
  String target() {
    return target;
  }

  static Optional<Role> find(String target) {
    return Arrays.stream(values()).filter(role -> role.target.equals(target)).findFirst();
  }

  static List<String> targets() {
    return Arrays.stream(values()).map(Role::target).toList();
  }
}

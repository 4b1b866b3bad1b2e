package zeren.exchange;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  CRS("@crs"),
  /** First day on which the row is so. */
  VALID_FROM("@valid_from"),
  /** First day on which it is no longer so. */
  VALID_TO("@valid_to"),
  /** Last day on which it is so: the day before {@link #VALID_TO}. */
  LAST_DAY("@last_day");

  /** The roles that say where something is. */
  static final Set<Role> PLACES = EnumSet.of(LON, LAT, LONLAT, LATLON, WKT, CRS);

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

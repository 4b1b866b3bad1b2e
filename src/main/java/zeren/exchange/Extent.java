package zeren.exchange;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import zeren.geo.LonLat;

/**
 * Where features of this installation are expected.
 *
 * @param box in degrees; x is longitude
 */
record Extent(Envelope box) {

  /** China with its seas, roughly. */
  static final Extent CHINA = new Extent(new Envelope(73, 136, 3, 54));

  private static final double AROUND_DISTRICTS_DEGREES = 0.5;

  /**
   * @param setting {@code west,south,east,north}; null or blank: round the districts
   * @param districts the box of all districts; null or empty: China
   */
  static Extent of(@Nullable String setting, @Nullable Envelope districts) {
    if (setting != null && !setting.isBlank()) {
      return parse(setting);
    }
    if (districts == null || districts.isNull()) {
      return CHINA;
    }
    Envelope box = new Envelope(districts);
    box.expandBy(AROUND_DISTRICTS_DEGREES);
    return new Extent(box);
  }

  private static Extent parse(String setting) {
    String[] parts = setting.split(",", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("zeren.extent must be west,south,east,north");
    }
    return new Extent(
        new Envelope(
            Double.parseDouble(parts[0]),
            Double.parseDouble(parts[2]),
            Double.parseDouble(parts[1]),
            Double.parseDouble(parts[3])));
  }

  boolean covers(@Nullable LonLat place) {
    return place != null && box.covers(place.lon(), place.lat());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.2f to %.2f east, %.2f to %.2f north",
        box.getMinX(),
        box.getMaxX(),
        box.getMinY(),
        box.getMaxY());
  }
}

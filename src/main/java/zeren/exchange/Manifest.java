package zeren.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of the files in a data folder, in the order in which they are loaded.
 *
 * @param files what to read, and how
 */
public record Manifest(List<Entry> files) {

  /**
   * One file.
   *
   * @param file its name; what it ends with names the format, {@code .csv} or {@code .geojson}
   * @param layer id of the layer that it belongs to
   * @param crs code of the coordinate system of all rows; null when each row names its own, and in
   *     a table, whose rows have no position
   * @param crsField the column in which each row names its coordinate system; null when {@code crs}
   *     is given
   * @param crsNames what a name in that column stands for where it is not a code itself; null when
   *     all are
   * @param lonField the column with the longitude or easting of a CSV without {@code wkt}; {@code
   *     lon} when null
   * @param latField the column with the latitude or northing of a CSV without {@code wkt}; {@code
   *     lat} when null
   * @param validFrom first day on which the rows were so; a row's own {@code valid_from} goes
   *     before it, and {@code valid_to} says when it ended
   * @param source where the rows are from; a row's own {@code source} goes before it
   * @param licence under which they may be used
   * @param accuracyM how far a position may be off, in metres; a row's own {@code accuracy_m} goes
   *     before it; null when every row has one
   * @param accuracy why that far, for people; null in a table
   */
  public record Entry(
      String file,
      String layer,
      @Nullable String crs,
      @Nullable String crsField,
      @Nullable Map<String, String> crsNames,
      @Nullable String lonField,
      @Nullable String latField,
      LocalDate validFrom,
      String source,
      String licence,
      @Nullable Double accuracyM,
      @Nullable String accuracy) {}
}

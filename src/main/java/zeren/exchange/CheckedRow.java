package zeren.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import zeren.format.TableRow;

/**
 * A row after its own cells were looked at; what is known of its feature was not.
 *
 * @param id the feature's; null when the row does not say it or not rightly
 * @param values by field name, of the fields that have a column; null clears the field
 * @param place null when the row names none
 * @param period when it is so
 * @param faults what keeps it from being imported
 * @param repairs what was wrong and has been put right
 */
record CheckedRow(
    TableRow row,
    @Nullable String id,
    Map<String, @Nullable Object> values,
    @Nullable Place place,
    RowPeriod period,
    List<RowFault> faults,
    List<RowFault> repairs) {

  private static final int OF_A_VERTEX = 10;
  private static final int OF_WHAT_CANNOT_BE_READ = 100_000;

  /** How much memory the row takes, in characters, roughly. */
  long weight() {
    return weight(row);
  }

  static long weight(TableRow row) {
    long weight = row.original() == null ? 0 : OF_WHAT_CANNOT_BE_READ;
    Geometry geometry = row.geometry();
    if (geometry != null) {
      weight += (long) OF_A_VERTEX * geometry.getNumPoints();
    }
    for (Object value : row.values()) {
      weight += value instanceof String text ? text.length() : 1;
    }
    return weight;
  }
}

package zeren.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zeren.format.TableRow;

/** Finds longitudes and latitudes by what stands in the first rows of a file. */
final class CoordinateColumns {

  /** So many of the values must look like it. */
  private static final double MOST = 0.8;

  /** Rounder numbers count something else. */
  private static final double FRACTION = 1e-3;

  private final List<String> columns;
  private final List<TableRow> sample;

  CoordinateColumns(List<String> columns, List<TableRow> sample) {
    this.columns = columns;
    this.sample = sample;
  }

  record Pair(String lon, String lat) {}

  /** A kind of coordinate, told by its range. */
  private enum Range {
    LONGITUDE(73, 136),
    LATITUDE(3, 54),
    /** Gauss-Krüger, with the zone in front or without. */
    EASTING(1e5, 9e5),
    ZONED_EASTING(13e6, 46e6),
    NORTHING(1e6, 6.5e6);

    private final double least;
    private final double most;

    Range(double least, double most) {
      this.least = least;
      this.most = most;
    }

    boolean holds(double value) {
      return value >= least && value <= most;
    }
  }

  /** The nearest two columns that hold longitudes and latitudes, in either order. */
  Optional<Pair> find(Collection<String> without) {
    Pair best = null;
    int nearest = Integer.MAX_VALUE;
    for (int lon = 0; lon < columns.size(); lon++) {
      for (int lat = 0; lat < columns.size(); lat++) {
        boolean fits =
            lon != lat
                && Math.abs(lon - lat) < nearest
                && !without.contains(columns.get(lon))
                && !without.contains(columns.get(lat))
                && mostAre(lon, Range.LONGITUDE)
                && mostAre(lat, Range.LATITUDE)
                && haveFractions(lon)
                && haveFractions(lat);
        if (fits) {
          best = new Pair(columns.get(lon), columns.get(lat));
          nearest = Math.abs(lon - lat);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** A column that holds both in each cell. */
  Optional<String> findCombined(Collection<String> without) {
    for (int column = 0; column < columns.size(); column++) {
      if (!without.contains(columns.get(column))
          && (share(column, 0, Range.LONGITUDE) >= MOST && share(column, 1, Range.LATITUDE) >= MOST
              || share(column, 0, Range.LATITUDE) >= MOST
                  && share(column, 1, Range.LONGITUDE) >= MOST)) {
        return Optional.of(columns.get(column));
      }
    }
    return Optional.empty();
  }

  boolean isLatitudeFirst(String column) {
    int index = columns.indexOf(column);
    return share(index, 0, Range.LATITUDE) >= MOST && share(index, 1, Range.LONGITUDE) >= MOST;
  }

  /** Whether the columns hold the other's values. */
  boolean areSwapped(String lon, String lat) {
    int first = columns.indexOf(lon);
    int second = columns.indexOf(lat);
    boolean degrees = mostAre(first, Range.LATITUDE) && mostAre(second, Range.LONGITUDE);
    boolean metres =
        mostAre(first, Range.NORTHING)
            && (mostAre(second, Range.EASTING) || mostAre(second, Range.ZONED_EASTING));
    return degrees || metres;
  }

  private boolean mostAre(int column, Range range) {
    int all = 0;
    int fitting = 0;
    for (TableRow row : sample) {
      Double value = degrees(cell(row, column));
      all += cell(row, column) == null ? 0 : 1;
      fitting += value != null && range.holds(value) ? 1 : 0;
    }
    return all > 0 && fitting >= MOST * all;
  }

  private boolean haveFractions(int column) {
    int with = 0;
    for (TableRow row : sample) {
      Double value = degrees(cell(row, column));
      with += value != null && Math.abs(value - Math.rint(value)) > FRACTION ? 1 : 0;
    }
    return with * 2 > sample.size();
  }

  private double share(int column, int part, Range range) {
    int all = 0;
    int fitting = 0;
    for (TableRow row : sample) {
      if (cell(row, column) instanceof String text) {
        all++;
        String[] parts = RowPlaces.pairParts(text);
        Double value = parts.length == 2 ? degrees(parts[part]) : null;
        fitting += value != null && range.holds(value) ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) fitting / all;
  }

  private static @Nullable Object cell(TableRow row, int column) {
    Object cell = column < row.values().size() ? row.values().get(column) : null;
    return CellValues.isEmpty(cell) ? null : cell;
  }

  private static @Nullable Double degrees(@Nullable Object cell) {
    try {
      return cell == null ? null : Angles.read(cell).degrees();
    } catch (CellException e) {
      return null;
    }
  }
}

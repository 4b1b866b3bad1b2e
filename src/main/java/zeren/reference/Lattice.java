package zeren.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import zeren.geo.SquareGrid;

/**
 * Squares of about 4 km, each divided into 4 by 4 squares of about 1 km; columns count from the
 * west, rows from the south.
 *
 * @param columns longitudes of the lines between the small squares
 * @param rows latitudes of the lines between the small squares
 */
record Lattice(double[] columns, double[] rows) {

  /** Small squares along the side of a large one. */
  static final int DIVISION = 4;

  /**
   * Steps per degree of the grid on which crossings are rounded. Rounding bends a county line where
   * a cell line crosses it; at 0.01 mm that is less than 1e-9 of the smallest county's area.
   */
  static final double SCALE = 1e10;

  private static final double LARGE_METRES = 4000;

  static Lattice over(Envelope lonLat) {
    List<Polygon> squares = SquareGrid.over(lonLat, LARGE_METRES);
    TreeSet<Double> lons = new TreeSet<>();
    TreeSet<Double> lats = new TreeSet<>();
    for (Polygon square : squares) {
      Envelope box = square.getEnvelopeInternal();
      lons.addAll(List.of(box.getMinX(), box.getMaxX()));
      lats.addAll(List.of(box.getMinY(), box.getMaxY()));
    }
    return new Lattice(divided(lons), divided(lats));
  }

  private static double[] divided(TreeSet<Double> lines) {
    // Squares that touch can state their common side a rounding error apart.
    List<Double> distinct = new ArrayList<>();
    for (double line : lines) {
      if (distinct.isEmpty() || line - distinct.get(distinct.size() - 1) > 1e-6) {
        distinct.add(line);
      }
    }
    double[] divided = new double[(distinct.size() - 1) * DIVISION + 1];
    for (int i = 0; i < divided.length; i++) {
      double from = distinct.get(i / DIVISION);
      double to = i + 1 == divided.length ? from : distinct.get(i / DIVISION + 1);
      double line = from + (to - from) * (i % DIVISION) / DIVISION;
      divided[i] = Math.rint(line * SCALE) / SCALE;
    }
    return divided;
  }

  List<LineString> lines() {
    GeometryFactory geometries = new GeometryFactory();
    List<LineString> lines = new ArrayList<>();
    double west = columns[0];
    double east = columns[columns.length - 1];
    double south = rows[0];
    double north = rows[rows.length - 1];
    for (double lon : columns) {
      lines.add(line(geometries, lon, south, lon, north));
    }
    for (double lat : rows) {
      lines.add(line(geometries, west, lat, east, lat));
    }
    return lines;
  }

  private static LineString line(
      GeometryFactory geometries, double lon1, double lat1, double lon2, double lat2) {
    return geometries.createLineString(
        new Coordinate[] {new Coordinate(lon1, lat1), new Coordinate(lon2, lat2)});
  }

  /** The small square that holds a place. */
  Square squareAt(Coordinate lonLat) {
    return new Square(indexOf(columns, lonLat.x), indexOf(rows, lonLat.y));
  }

  private static int indexOf(double[] lines, double value) {
    int found = Arrays.binarySearch(lines, value);
    int index = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(index, lines.length - 2));
  }

  /** The area of a small square in square degrees; the same for all. */
  double squareArea() {
    return (columns[1] - columns[0]) * (rows[1] - rows[0]);
  }

  /** A small square by its column and row. */
  record Square(int column, int row) {

    /** A number for the large square around it. */
    int large() {
      return row / DIVISION * 100_000 + column / DIVISION;
    }
  }
}

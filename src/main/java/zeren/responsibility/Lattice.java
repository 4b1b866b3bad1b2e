package zeren.responsibility;

import org.locationtech.jts.geom.Envelope;

/**
 * A division of a box into cells of the same size. A cell is by definition what {@link #column} and
 * {@link #line} put into it. Neither ever falls where its argument rises, whatever is rounded, so
 * what lies between two places is in no column and no line but those between theirs.
 */
final class Lattice {

  /** Degrees, about a decimetre. Far more than rounding, so the middle of a cell lies in it. */
  private static final double SMALLEST = 1e-6;

  private final Envelope box;
  private final double west;
  private final double south;
  private final int columns;
  private final int lines;
  private final double columnsPerDegree;
  private final double linesPerDegree;

  /**
   * @param box in degrees, not empty
   * @param cells about how many there shall be; at least 1
   */
  Lattice(Envelope box, int cells) {
    this.box = new Envelope(box);
    this.west = box.getMinX();
    this.south = box.getMinY();
    double square = Math.sqrt(cells * box.getWidth() / box.getHeight());
    this.columns = atMost(Math.min(cells, square), box.getWidth());
    this.lines = atMost((double) cells / columns, box.getHeight());
    this.columnsPerDegree = box.getWidth() > 0 ? columns / box.getWidth() : 0;
    this.linesPerDegree = box.getHeight() > 0 ? lines / box.getHeight() : 0;
  }

  private static int atMost(double wanted, double degrees) {
    return Math.max(1, (int) Math.min(wanted, degrees / SMALLEST));
  }

  int cells() {
    return columns * lines;
  }

  boolean holds(double lon, double lat) {
    return box.covers(lon, lat);
  }

  /** The cell of a place in the box. */
  int cell(double lon, double lat) {
    return cell(column(lon), line(lat));
  }

  /** Cells follow each other from the west to the east, then to the north. */
  int cell(int column, int line) {
    return line * columns + column;
  }

  /** From the west; the last for all that is further east. */
  int column(double lon) {
    return Math.min(columns - 1, (int) ((lon - west) * columnsPerDegree));
  }

  /** From the south; the last for all that is further north. */
  int line(double lat) {
    return Math.min(lines - 1, (int) ((lat - south) * linesPerDegree));
  }

  /** Longitude of the middle of a column, but for rounding. */
  double middleOf(int column) {
    return west + (column + 0.5) / columnsPerDegree;
  }

  /** Latitude of a line's southern border, but for rounding; halves are allowed. */
  double southOf(double line) {
    return south + line / linesPerDegree;
  }

  /** How many cells a box meets that lies in that of the lattice. */
  long met(Envelope part) {
    long across = column(part.getMaxX()) - column(part.getMinX()) + 1;
    return across * (line(part.getMaxY()) - line(part.getMinY()) + 1);
  }
}

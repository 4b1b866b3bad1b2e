package zeren.responsibility;

import org.locationtech.jts.geom.Envelope;

/**
 * Tells of each cell of a lattice over a layer which areas fill it and which may have an edge in
 * it. A place in the cell is in all of the first, and only the second have to be looked at.
 */
final class AreaGrid {

  /**
   * How many cells the boxes of all areas may meet, for each vertex of theirs. It bounds what the
   * grid takes: four bytes each, where a vertex has sixteen.
   */
  private static final int MEETINGS_PER_VERTEX = 8;

  /** Where more areas than this share a cell, a search by their boxes is quicker. */
  private static final int CROWDED = 64;

  private final PackedAreas areas;
  private final Lattice lattice;

  /** Where the entries of each cell begin; the last is where the next would. */
  private final int[] starts;

  /** Twice the number of an area, and one more where it fills the cell. */
  private final int[] entries;

  /**
   * @param extent a box round all areas
   */
  AreaGrid(PackedAreas areas, Envelope extent) {
    this.areas = areas;
    this.lattice = lattice(areas, extent);
    this.starts = new int[lattice.cells() + 1];
    Pairs pairs = new Pairs((int) meetings(areas, lattice));
    AreaRaster raster = new AreaRaster(areas, lattice);
    for (int area = 0; area < areas.size(); area++) {
      int entry = 2 * area;
      raster.meet(area, (cell, whole) -> pairs.add(cell, whole ? entry + 1 : entry));
    }
    this.entries = pairs.byCell(starts);
  }

  /** A cell for each vertex, fewer where areas lie on top of each other. */
  static Lattice lattice(PackedAreas areas, Envelope extent) {
    long most = (long) MEETINGS_PER_VERTEX * areas.vertices();
    int cells = Math.max(1, areas.vertices());
    Lattice lattice = new Lattice(extent, cells);
    while (cells > 1 && meetings(areas, lattice) > most) {
      cells /= 2;
      lattice = new Lattice(extent, cells);
    }
    return lattice;
  }

  private static long meetings(PackedAreas areas, Lattice lattice) {
    long met = 0;
    for (int area = 0; area < areas.size(); area++) {
      Envelope box = areas.box(area);
      met += box.isNull() ? 0 : lattice.met(box);
    }
    return met;
  }

  /** Entries with their cells, as they come. */
  private static final class Pairs {
    private final int[] cells;
    private final int[] entries;
    private int count;

    Pairs(int most) {
      cells = new int[most];
      entries = new int[most];
    }

    void add(int cell, int entry) {
      cells[count] = cell;
      entries[count++] = entry;
    }

    /**
     * The entries, cell by cell.
     *
     * @param starts receives where those of each cell begin
     */
    int[] byCell(int[] starts) {
      for (int i = 0; i < count; i++) {
        starts[cells[i] + 1]++;
      }
      for (int cell = 1; cell < starts.length; cell++) {
        starts[cell] += starts[cell - 1];
      }
      int[] next = starts.clone();
      int[] sorted = new int[count];
      for (int i = 0; i < count; i++) {
        sorted[next[cells[i]]++] = entries[i];
      }
      return sorted;
    }
  }

  /**
   * Hands over the areas that cover a place, those whose edge it lies on among them.
   *
   * @return false when too many areas lie here, and none was handed over
   */
  boolean covering(double lon, double lat, AreaIndex.Covering receiver) {
    if (!lattice.holds(lon, lat)) {
      return true;
    }
    int cell = lattice.cell(lon, lat);
    int end = starts[cell + 1];
    if (end - starts[cell] > CROWDED) {
      return false;
    }
    for (int i = starts[cell]; i < end; i++) {
      int area = entries[i] >> 1;
      if ((entries[i] & 1) != 0) {
        receiver.accept(area, false);
      } else {
        areas.cover(area, lon, lat, receiver);
      }
    }
    return true;
  }
}

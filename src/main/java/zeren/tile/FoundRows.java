package zeren.tile;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Envelope;
import zeren.layer.LayerView;

/**
 * The rows of a layer that may be in a tile, in the order of the layer's index: neighbours on the
 * map follow each other, and their values lie together in memory.
 */
final class FoundRows {

  private int[] rows = new int[256];
  private double[] lons = new double[256];
  private double[] lats = new double[256];
  private int size;

  /** None. */
  FoundRows() {}

  /** Those whose boxes meet a box in degrees. */
  FoundRows(LayerView view, Envelope lonLat, IntPredicate keep) {
    view.scan(
        lonLat,
        (row, lon, lat) -> {
          if (keep.test(row)) {
            add(row, lon, lat);
          }
        });
  }

  private void add(int row, double lon, double lat) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      lons = Arrays.copyOf(lons, 2 * size);
      lats = Arrays.copyOf(lats, 2 * size);
    }
    rows[size] = row;
    lons[size] = lon;
    lats[size++] = lat;
  }

  int size() {
    return size;
  }

  /** The rows, and behind them others that were not found; not to be changed. */
  int[] rows() {
    return rows;
  }

  int row(int index) {
    return rows[index];
  }

  /** Of a point; of another geometry that of the western edge of its box. */
  double lon(int index) {
    return lons[index];
  }

  /** Of a point; of another geometry that of the southern edge of its box. */
  double lat(int index) {
    return lats[index];
  }
}

package zeren.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a file before its values are looked at.
 *
 * @param number counted from 1 without the header
 * @param values by column; text in a CSV, text, number or boolean in GeoJSON; null or empty when
 *     there is none
 * @param geometry as the file has it, or what is wrong with it
 */
record Row(int number, Map<String, @Nullable Object> values, Shape geometry) {

  /**
   * A geometry that is only read when it is asked for, so that its fault is found together with the
   * row's others.
   */
  @FunctionalInterface
  interface Shape {
    Geometry read() throws RowException;
  }
}

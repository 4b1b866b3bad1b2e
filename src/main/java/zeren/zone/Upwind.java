package zeren.zone;

/**
 * The sector from which the wind blows, seen from the middle of a zone.
 *
 * @param from direction the wind comes from, degrees clockwise from north
 * @param spread how far either side of it still counts, degrees, 0 to 180
 */
public record Upwind(double from, double spread) {

  /**
   * @param bearing direction in which something lies, degrees clockwise from north
   */
  boolean covers(double bearing) {
    return Math.abs(Math.IEEEremainder(bearing - from, 360)) <= spread;
  }
}

package zeren.zone;

import zeren.zone.Near.Find;

/**
 * The sector from which the wind blows, seen from the middle of a zone.
 *
 * @param from direction the wind comes from, degrees clockwise from north
 * @param spread how far either side of it still counts, degrees, 0 to 180
 */
public record Upwind(double from, double spread) {

  /** Whether something lies in the sector; the middle itself does. */
  boolean covers(Find find) {
    return find.distance() == 0
        || Math.abs(Math.IEEEremainder(find.bearing() - from, 360)) <= spread;
  }
}

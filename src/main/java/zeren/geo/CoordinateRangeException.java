package zeren.geo;

/**
 * A coordinate lies where its coordinate system has no meaning, for example an easting without the
 * zone prefix in a system that has one. The message says what would be right.
 */
public final class CoordinateRangeException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  CoordinateRangeException(String message) {
    super(message);
  }
}

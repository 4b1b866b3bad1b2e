package zeren.format;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;

/** Positions as KML writes them: {@code lon,lat[,height]}, with white space between. */
final class KmlCoordinates {

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final int SHOWN = 60;

  private KmlCoordinates() {}

  /**
   * Heights are left out.
   *
   * @throws IllegalArgumentException that shows the position which is none
   */
  static Coordinate[] parse(String text) {
    List<Coordinate> positions = new ArrayList<>();
    String tidy = text.indexOf(',') < 0 ? text : COMMA.matcher(text).replaceAll(",");
    StringTokenizer tokens = new StringTokenizer(tidy);
    while (tokens.hasMoreTokens()) {
      positions.add(position(tokens.nextToken()));
    }
    if (positions.isEmpty()) {
      throw new IllegalArgumentException("A geometry has no coordinates");
    }
    return positions.toArray(Coordinate[]::new);
  }

  private static Coordinate position(String token) {
    String[] numbers = token.split(",", -1);
    try {
      if (numbers.length == 2 || numbers.length == 3) {
        double x = Double.parseDouble(numbers[0]);
        double y = Double.parseDouble(numbers[1]);
        if (Double.isFinite(x) && Double.isFinite(y)) {
          return new Coordinate(x, y);
        }
      }
    } catch (NumberFormatException e) {
      // told below, in the same words
    }
    String shown = token.length() > SHOWN ? token.substring(0, SHOWN) + "…" : token;
    throw new IllegalArgumentException(
        "Coordinates are longitude,latitude in degrees with white space between positions; found '"
            + shown
            + "'");
  }
}

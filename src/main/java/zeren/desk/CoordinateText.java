package zeren.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zeren.geo.CoordinateRangeException;
import zeren.geo.CoordinateSystem;
import zeren.geo.LonLat;

/**
 * Coordinates as people write them: two decimal numbers, degrees with minutes and seconds, metres
 * of a projection, in either order, with or without the name of their datum. A text that does not
 * say its datum is read in all that it could be.
 */
final class CoordinateText {

  /** China with its seas, generously: what decides which of two numbers is the longitude. */
  private static final double WEST = 73, EAST = 136, SOUTH = 3, NORTH = 54;

  private static final String CGCS2000 = "EPSG:4490";
  private static final String WEB_MERCATOR = "EPSG:3857";

  /** Datums as people call them. */
  private static final Map<String, String> DATUMS = new LinkedHashMap<>();

  static {
    for (String word : List.of("gcj-02", "gcj02", "高德", "腾讯", "火星")) {
      DATUMS.put(word, "gcj02");
    }
    for (String word : List.of("bd-09", "bd09", "百度")) {
      DATUMS.put(word, "bd09");
    }
    for (String word : List.of("wgs-84", "wgs84", "gps")) {
      DATUMS.put(word, "EPSG:4326");
    }
    for (String word : List.of("cgcs2000", "国家2000", "国家 2000", "天地图")) {
      DATUMS.put(word, CGCS2000);
    }
  }

  private static final Pattern EPSG = Pattern.compile("epsg:(\\d{4,5})");
  private static final String NUMBER = "[-+]?\\d{1,9}(?:\\.\\d{1,15})?";
  private static final String SIDE = "北纬|南纬|东经|西经|[nsew北南东西]";
  private static final Pattern ONE =
      Pattern.compile(
          "(?<before>"
              + SIDE
              + ")?\\s*(?<degrees>"
              + NUMBER
              + ")\\s*(?:[°度]\\s*(?:(?<minutes>\\d{1,2}(?:\\.\\d+)?)\\s*['′’分]\\s*"
              + "(?:(?<seconds>\\d{1,2}(?:\\.\\d+)?)\\s*(?:\"|″|”|''|秒)\\s*)?)?)?"
              + "(?<after>"
              + SIDE
              + ")?(?:米|m\\b)?");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,，;；/、]*");

  private CoordinateText() {}

  /**
   * One way to read a text.
   *
   * @param crs code of the system
   * @param x longitude or easting as written
   * @param y latitude or northing as written
   * @param at the same place in EPSG:4490
   */
  record Reading(String crs, double x, double y, LonLat at) {}

  private record Written(double value, @Nullable String side) {}

  /** All ways to read the text; none when it is no pair of coordinates. */
  static List<Reading> read(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String datum = null;
    Matcher epsg = EPSG.matcher(lower);
    if (epsg.find()) {
      datum = "EPSG:" + epsg.group(1);
      lower = epsg.replaceFirst(" ");
    }
    for (Map.Entry<String, String> word : DATUMS.entrySet()) {
      if (datum == null && lower.contains(word.getKey())) {
        datum = word.getValue();
        lower = lower.replace(word.getKey(), " ");
      }
    }
    List<Written> pair = pair(lower.replaceAll("[()（）\\[\\]:：]", " ").strip());
    return pair.isEmpty() ? List.of() : readings(pair.get(0), pair.get(1), datum);
  }

  private static List<Written> pair(String text) {
    List<Written> pair = new ArrayList<>();
    int end = 0;
    Matcher one = ONE.matcher(text);
    while (end < text.length() && one.find(end)) {
      boolean apart = pair.isEmpty() || !Character.isDigit(text.charAt(one.start() - 1));
      if (!apart || !BETWEEN.matcher(text.substring(end, one.start())).matches()) {
        return List.of();
      }
      pair.add(written(one));
      // A letter after a number that has one before it belongs to the next.
      boolean nextOnes = one.group("before") != null && one.group("after") != null;
      end = nextOnes ? one.start("after") : one.end();
    }
    boolean whole = BETWEEN.matcher(text.substring(end)).matches();
    return whole && pair.size() == 2 ? pair : List.of();
  }

  private static Written written(Matcher one) {
    double value = Double.parseDouble(one.group("degrees"));
    String minutes = one.group("minutes");
    String seconds = one.group("seconds");
    double part =
        (minutes == null ? 0 : Double.parseDouble(minutes) / 60)
            + (seconds == null ? 0 : Double.parseDouble(seconds) / 3600);
    String side = one.group("before") == null ? one.group("after") : one.group("before");
    boolean negative =
        side != null && (side.startsWith("s") || side.startsWith("w") || side.matches("[南西].*"));
    double size = value < 0 ? value - part : value + part;
    return new Written(negative ? -size : size, side);
  }

  private static List<Reading> readings(Written first, Written second, @Nullable String datum) {
    if (first.side() != null && second.side() != null) {
      return isNorthing(first.side()) == isNorthing(second.side())
          ? List.of()
          : isNorthing(first.side())
              ? in(second.value(), first.value(), datum)
              : in(first.value(), second.value(), datum);
    }
    List<Reading> asWritten = in(first.value(), second.value(), datum);
    List<Reading> swapped = in(second.value(), first.value(), datum);
    return asWritten.isEmpty() || (!swapped.isEmpty() && !anyInChina(asWritten))
        ? swapped
        : asWritten;
  }

  private static boolean isNorthing(String side) {
    return side.matches("[ns北南].*");
  }

  private static List<Reading> in(double x, double y, @Nullable String datum) {
    List<Reading> readings = new ArrayList<>();
    for (String code : systems(x, y, datum)) {
      place(code, x, y).ifPresent(at -> readings.add(new Reading(code, x, y, at)));
    }
    return readings;
  }

  private static List<String> systems(double x, double y, @Nullable String datum) {
    if (datum == null) {
      return systems(x, y);
    }
    // People say CGCS2000 of its projections as well, of which Web Mercator is none.
    return datum.equals(CGCS2000) && !areDegrees(x, y)
        ? systems(x, y).stream().filter(code -> !code.equals(WEB_MERCATOR)).toList()
        : List.of(datum);
  }

  private static boolean areDegrees(double x, double y) {
    return Math.abs(x) <= 180 && Math.abs(y) <= 90;
  }

  /** What numbers of this size can be. */
  private static List<String> systems(double x, double y) {
    if (areDegrees(x, y)) {
      return List.of(CGCS2000, "gcj02", "bd09");
    }
    int zone = (int) (x / 1_000_000);
    if (zone >= 25 && zone <= 45) {
      return List.of("EPSG:" + (4513 + zone - 25));
    }
    List<String> systems = new ArrayList<>();
    if (x >= 100_000 && x < 1_000_000) {
      for (int code = 4534; code <= 4554; code++) {
        systems.add("EPSG:" + code);
      }
    }
    systems.add(WEB_MERCATOR);
    return systems;
  }

  private static Optional<LonLat> place(String code, double x, double y) {
    if (!CoordinateSystem.supported().contains(code)) {
      return Optional.empty();
    }
    try {
      LonLat at = CoordinateSystem.parse(code).toCanonical(x, y);
      boolean metres = CoordinateSystem.parse(code).projected();
      return Optional.of(at)
          .filter(place -> Math.abs(place.lon()) <= 180 && Math.abs(place.lat()) <= 90)
          .filter(place -> !metres || isInChina(place));
    } catch (CoordinateRangeException e) {
      return Optional.empty();
    }
  }

  private static boolean anyInChina(List<Reading> readings) {
    return readings.stream().anyMatch(reading -> isInChina(reading.at()));
  }

  private static boolean isInChina(LonLat at) {
    return at.lon() >= WEST && at.lon() <= EAST && at.lat() >= SOUTH && at.lat() <= NORTH;
  }
}

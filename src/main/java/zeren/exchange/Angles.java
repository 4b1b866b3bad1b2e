package zeren.exchange;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Longitudes and latitudes as people write them: decimal, or in degrees, minutes and seconds. */
final class Angles {

  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";

  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?°?");

  /** 113°39′12″, 113度39分12秒, 113°39.2′, 113-39-12, 113 39 12, 113:39:12. */
  private static final Pattern SEXAGESIMAL =
      Pattern.compile(
          "(-?)(\\d{1,3})\\s*[°:\\- ]\\s*"
              + NUMBER
              + "\\s*(?:['′]|[:\\- ](?=\\s*\\d)|$)\\s*(?:"
              + NUMBER
              + "\\s*\"?)?");

  /** The words and letters for east, west, north and south, before the number or behind it. */
  private static final Pattern HEMISPHERE =
      Pattern.compile("^(?:东经|西经|北纬|南纬|[ewns](?![a-z]))|(?:东经|西经|北纬|南纬|(?<![a-z])[ewns])$");

  private static final Pattern LABEL =
      Pattern.compile("^(?:[经纬][度°]|longitude|latitude|lon|lng|lat)[:=]?");

  /** Which way an angle points, where it says so. */
  enum Axis {
    UNKNOWN,
    LONGITUDE,
    LATITUDE
  }

  /**
   * @param degrees west and south are negative
   */
  record Angle(double degrees, Axis axis) {}

  private Angles() {}

  /**
   * @param given a number, or a text
   */
  static Angle read(Object given) throws CellException {
    if (given instanceof Number number) {
      return new Angle(number.doubleValue(), Axis.UNKNOWN);
    }
    String text = LABEL.matcher(signs(given.toString())).replaceFirst("").strip();
    Axis axis = Axis.UNKNOWN;
    int sign = 1;
    Matcher hemisphere = HEMISPHERE.matcher(text);
    if (hemisphere.find()) {
      String word = hemisphere.group();
      axis = "东经西经e w".contains(word) ? Axis.LONGITUDE : Axis.LATITUDE;
      sign = "西经南纬w s".contains(word) ? -1 : 1;
      text = hemisphere.replaceFirst("").strip();
    }
    return new Angle(sign * degrees(text), axis);
  }

  private static double degrees(String text) throws CellException {
    if (DECIMAL.matcher(text).matches()) {
      return Double.parseDouble(text.replace("°", ""));
    }
    Matcher parts = SEXAGESIMAL.matcher(text);
    if (!parts.matches()) {
      throw new CellException("must be degrees, such as 113.6533 or 113°39′12″");
    }
    double minutes = Double.parseDouble(parts.group(3));
    double seconds = parts.group(4) == null ? 0 : Double.parseDouble(parts.group(4));
    if (minutes >= 60 || seconds >= 60) {
      throw new CellException("has minutes or seconds of 60 and more");
    }
    double degrees = Integer.parseInt(parts.group(2)) + minutes / 60 + seconds / 3600;
    return parts.group(1).isEmpty() ? degrees : -degrees;
  }

  /** One sign for each meaning. Before full-width forms are folded: that would split ″ in two. */
  private static String signs(String text) {
    String seconds = text.replaceAll("[″”“＂秒]|′′|''", "\"").replaceAll("[′’‘＇分´`]", "'");
    String plain = Wording.plain(seconds.replaceAll("[º˚度]", "°"));
    return plain.replace('−', '-').replace('–', '-').toLowerCase(Locale.ROOT);
  }
}

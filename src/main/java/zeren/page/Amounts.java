package zeren.page;

import java.util.Locale;

/** Numbers and amounts as the server writes them; {@code web/js/format.js} writes them so too. */
final class Amounts {

  /** Keeps a number with its unit on one line. */
  private static final String SPACE = "\u00a0";

  private Amounts() {}

  /** With commas, which both languages use. */
  static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String area(double squareMetres) {
    return String.format(Locale.ROOT, "%.2f%skm²", squareMetres / 1e6, SPACE);
  }

  /** Metres below one kilometre, and whole kilometres from there on; for round numbers. */
  static String roundDistance(int metres) {
    return metres < 1000 ? metres + SPACE + "m" : metres / 1000 + SPACE + "km";
  }
}

package zeren.filter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What makes texts equal that differ in some way only. */
enum Folding {
  /** Upper and lower case: full case folding of the Unicode Standard. */
  CASEI {
    @Override
    String fold(String text) {
      return text.codePoints().allMatch(Folding::isPlain)
          ? text.toLowerCase(Locale.ROOT)
          : foldCase(text);
    }
  },

  /**
   * Accents: the marks of canonical decomposition are left out, and a Latin letter that is named as
   * another with something is that other. Those marks stay that make another sound of a Japanese
   * letter.
   */
  ACCENTI {
    @Override
    String fold(String text) {
      StringBuilder kept = new StringBuilder(text.length());
      Normalizer.normalize(text, Normalizer.Form.NFD)
          .codePoints()
          .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK || sounds(point))
          .map(point -> point < 128 ? point : LatinLetters.plain(point))
          .forEach(kept::appendCodePoint);
      return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }
  };

  abstract String fold(String text);

  static Optional<Folding> find(String name) {
    return switch (name) {
      case "casei" -> Optional.of(CASEI);
      case "accenti" -> Optional.of(ACCENTI);
      default -> Optional.empty();
    };
  }

  private static boolean sounds(int point) {
    return point == 0x3099 || point == 0x309a;
  }

  /** Whether it has one lower case form wherever it stands. */
  private static boolean isPlain(int point) {
    return point < 128 || Character.isIdeographic(point);
  }

  /**
   * Letter by letter, so that a letter's neighbours do not matter. Up and down again, because some
   * letters have one upper case form and two lower case ones, or none of their own. Only to the
   * dotless i the standard leaves its own form.
   */
  private static String foldCase(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints()
        .mapToObj(Character::toString)
        .map(letter -> letter.equals("\u0131") ? letter : folded(letter))
        .forEach(folded::append);
    return folded.toString();
  }

  private static String folded(String letter) {
    return letter
        .toLowerCase(Locale.ROOT)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .mapToObj(point -> Character.toString(point).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}

package zeren.filter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What makes texts equal that differ in some way only. */
enum Folding {
  /** Upper and lower case: full case folding of the Unicode Standard. */
  CASEI {
    @Override
    String fold(String text) {
      return text.codePoints().allMatch(point -> point < 128)
          ? text.toLowerCase(Locale.ROOT)
          : foldCase(text);
    }
  },

  /**
   * Accents: the marks of canonical decomposition are left out. Those that make another sound of a
   * Japanese letter stay (U+3099, U+309A).
   */
  ACCENTI {
    @Override
    String fold(String text) {
      StringBuilder kept = new StringBuilder(text.length());
      Normalizer.normalize(text, Normalizer.Form.NFD)
          .codePoints()
          .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK || sounds(point))
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

  /**
   * Letter by letter, so that a letter's neighbours do not matter. Up and down again, because some
   * letters have one upper case form and two lower case ones, or none of their own.
   */
  private static String foldCase(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints()
        .mapToObj(Character::toString)
        .map(letter -> letter.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT))
        .flatMapToInt(String::codePoints)
        .mapToObj(point -> Character.toString(point).toLowerCase(Locale.ROOT))
        .forEach(folded::append);
    return folded.toString();
  }
}

package zeren.filter;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Latin letters that canonical decomposition leaves whole, such as ø and ł, by their names. */
final class LatinLetters {

  /** Where the Unicode Standard has Latin letters: the end of its extension E. */
  private static final int LAST = 0xab6f;

  private static final Pattern WITH_SOMETHING =
      Pattern.compile("LATIN (SMALL|CAPITAL) LETTER ([A-Z]) WITH .+");

  private static final Map<Integer, Integer> PLAIN = new HashMap<>();

  static {
    for (int point = 128; point <= LAST; point++) {
      if (Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN) {
        @Nullable String name = Character.getName(point);
        Matcher matcher = WITH_SOMETHING.matcher(name == null ? "" : name);
        if (matcher.matches()) {
          char letter = matcher.group(2).charAt(0);
          boolean small = matcher.group(1).equals("SMALL");
          PLAIN.put(point, (int) (small ? Character.toLowerCase(letter) : letter));
        }
      }
    }
  }

  private LatinLetters() {}

  /** The letter of the alphabet that it is with something; itself when it is none. */
  static int plain(int point) {
    return PLAIN.getOrDefault(point, point);
  }
}

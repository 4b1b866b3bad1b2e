package zeren.exchange;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as people type them, made comparable. */
final class Wording {

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000\\ufeff\\u200b]+");

  /** A unit or remark behind a heading: 面积(m2), Area [m²]. */
  private static final Pattern BRACKETS = Pattern.compile("[(\\[【{〔].*?[)\\]】}〕]");

  private static final Pattern ORNAMENT = Pattern.compile("[*:_\\-./\\\\#\"'“”、，,]+");

  private Wording() {}

  /** Full-width forms and ligatures as their plain ones, without white space at the ends. */
  static String plain(String text) {
    return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ").strip();
  }

  /** The same for two words that differ in case, width or spaces only. */
  static String key(String text) {
    return plain(text).replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /** As {@link #key}, without the stars, units and underscores that headings are decorated with. */
  static String headingKey(String heading) {
    String plain = key(heading);
    String bare = BRACKETS.matcher(plain).replaceAll("");
    String key = ORNAMENT.matcher(bare.isEmpty() ? plain : bare).replaceAll("");
    return key.isEmpty() ? plain : key;
  }
}

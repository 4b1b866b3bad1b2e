package zeren.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of a workbook; cells name them by position. */
final class XlsxStrings {

  static final XlsxStrings NONE = new XlsxStrings();

  /** Memory that they may take, in bytes; with 512 MB, a million and a half different texts. */
  private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 4;

  private static final int BYTES_PER_TEXT = 56;
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final List<String> texts = new ArrayList<>();

  private XlsxStrings() {}

  static XlsxStrings read(XmlReader xml, FormatLimits limits) throws FormatException {
    XlsxStrings strings = new XlsxStrings();
    long bytes = 0;
    while (xml.next()) {
      if (xml.starts("si")) {
        String text = text(xml, "si", limits);
        strings.texts.add(text);
        bytes += BYTES_PER_TEXT + 2L * text.length();
      }
      if (bytes > MOST_BYTES) {
        throw new FormatException(
            "strings-limit",
            "The workbook has more different texts than are read; save the sheet as .csv",
            null);
      }
    }
    return strings;
  }

  /** A text; null when there is none at this position. */
  @Nullable String get(String index) {
    try {
      return texts.get(Integer.parseInt(index.strip()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  /** The runs of a text up to the end of its element; without how it is pronounced. */
  static String text(XmlReader xml, String element, FormatLimits limits) throws FormatException {
    StringBuilder text = new StringBuilder();
    boolean pronunciation = false;
    while (xml.next() && !xml.ends(element)) {
      if (xml.starts("rPh") || xml.ends("rPh")) {
        pronunciation = xml.starts("rPh");
      } else if (xml.starts("t") && !pronunciation) {
        text.append(xml.text());
        if (text.length() > limits.cellCharacters()) {
          throw new FormatException(
              "cell-length",
              "A text has more than " + limits.cellCharacters() + " characters",
              null);
        }
      }
    }
    return unescaped(text.toString());
  }

  /** Excel writes characters that XML cannot as {@code _x000D_}. */
  static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))))
        : text;
  }
}

package zeren.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which cells of a workbook show their number as a date or a time. */
final class XlsxStyles {

  static final XlsxStyles NONE = new XlsxStyles();

  /** How a number is shown. */
  enum Shown {
    NUMBER,
    DATE,
    TIME
  }

  /** What a format shows as it is: quoted, escaped, or a condition, colour or language. */
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^\\]]*]|general|e[+-]");

  private final List<Shown> byStyle = new ArrayList<>();

  private XlsxStyles() {}

  static XlsxStyles read(XmlReader xml) throws FormatException {
    XlsxStyles styles = new XlsxStyles();
    Map<Integer, String> formats = new HashMap<>();
    boolean ofCells = false;
    while (xml.next()) {
      if (xml.starts("numFmt")) {
        String code = xml.attribute("formatCode");
        if (code != null) {
          formats.putIfAbsent(number(xml.attribute("numFmtId")), code);
        }
      } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
        ofCells = xml.starts("cellXfs");
      } else if (ofCells && xml.starts("xf")) {
        int id = number(xml.attribute("numFmtId"));
        String code = formats.get(id);
        styles.byStyle.add(code == null ? builtIn(id) : shown(code));
      }
    }
    return styles;
  }

  /** How a cell of a style shows its number; a cell without one has the first. */
  Shown ofCell(@Nullable String style) {
    int index = number(style);
    return index >= 0 && index < byStyle.size() ? byStyle.get(index) : Shown.NUMBER;
  }

  /** How a number format shows a positive number. */
  static Shown shown(String format) {
    String code = LITERAL.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
    int end = code.indexOf(';');
    String letters = end < 0 ? code : code.substring(0, end);
    boolean time = letters.contains("h") || letters.contains("s");
    if (letters.contains("y") || letters.contains("d") || letters.contains("e")) {
      return Shown.DATE;
    }
    return time ? Shown.TIME : letters.contains("m") ? Shown.DATE : Shown.NUMBER;
  }

  /** Formats that have no text in the file (ECMA-376 part 1, 18.8.30), those for Chinese too. */
  private static Shown builtIn(int id) {
    if (id >= 14 && id <= 17 || id == 22) {
      return Shown.DATE;
    }
    if (id >= 18 && id <= 21 || id >= 45 && id <= 47) {
      return Shown.TIME;
    }
    if (id >= 32 && id <= 35 || id == 55 || id == 56) {
      return Shown.TIME;
    }
    return id >= 27 && id <= 36 || id >= 50 && id <= 58 ? Shown.DATE : Shown.NUMBER;
  }

  private static int number(@Nullable String text) {
    try {
      return text == null ? 0 : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}

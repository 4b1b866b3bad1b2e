package zeren.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a workbook holds. A formula is taken for the value that was last computed; an
 * error such as {@code #REF!} for that text, so that it is refused as a value where it matters.
 */
final class XlsxValues {

  private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})\\d{1,7}");
  private static final double EXACT = 1L << 53;

  private final XlsxStrings strings;
  private final XlsxStyles styles;
  private final boolean from1904;
  private final FormatLimits limits;

  XlsxValues(XlsxStrings strings, XlsxStyles styles, boolean from1904, FormatLimits limits) {
    this.strings = strings;
    this.styles = styles;
    this.from1904 = from1904;
    this.limits = limits;
  }

  /** A value, or what is wrong with it. */
  record Value(@Nullable Object value, @Nullable String fault) {

    private static final Value NONE = new Value(null, null);

    private static Value of(@Nullable Object value) {
      return value == null ? NONE : new Value(value, null);
    }
  }

  /** The column of an address such as {@code C5}, counted from 0; -1 when it is none. */
  static int column(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    return matcher.matches() ? XlsxMerges.column(matcher.group(1)) : -1;
  }

  /** Reads the cell that starts here, up to its end. */
  Value read(XmlReader xml) throws FormatException {
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    String raw = null;
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("v")) {
        raw = xml.text();
      } else if (xml.starts("is")) {
        raw = XlsxStrings.text(xml, "is", limits);
      }
    }
    return raw == null ? Value.NONE : value(type == null ? "n" : type, style, raw);
  }

  private Value value(String type, @Nullable String style, String raw) {
    return switch (type) {
      case "s" -> shared(raw);
      case "str" -> Value.of(CellText.clean(XlsxStrings.unescaped(raw)));
      case "b" -> Value.of(raw.strip().equals("1") || raw.strip().equals("true"));
      case "n" -> number(style, raw);
      case "d" -> Value.of(date(raw.strip()));
      default -> Value.of(CellText.clean(raw));
    };
  }

  private Value shared(String index) {
    String text = strings.get(index);
    return text == null
        ? new Value(null, "refers to text " + index + ", which the workbook does not have")
        : Value.of(CellText.clean(text));
  }

  private Value number(@Nullable String style, String raw) {
    String text = raw.strip();
    if (text.isEmpty()) {
      return Value.NONE;
    }
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return new Value(raw, "says it is a number, but is '" + raw + "'");
    }
    XlsxStyles.Shown shown = styles.ofCell(style);
    if (shown != XlsxStyles.Shown.NUMBER) {
      return Value.of(ExcelDate.of(number, from1904, shown == XlsxStyles.Shown.TIME));
    }
    if (!Double.isFinite(number)) {
      return new Value(raw, "says it is a number, but is '" + raw + "'");
    }
    return Value.of(plain(text, number));
  }

  /** Whole numbers as such, so that nobody sees {@code 4.10103E5}. */
  private static Object plain(String text, double number) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notWhole) {
      boolean whole = number == Math.rint(number) && Math.abs(number) <= EXACT;
      return whole ? (Object) (long) number : (Object) number;
    }
  }

  private static @Nullable Object date(String iso) {
    try {
      if (iso.length() <= 10) {
        return LocalDate.parse(iso);
      }
      LocalDateTime time = LocalDateTime.parse(iso.replace("Z", ""));
      return time.toLocalTime().toSecondOfDay() == 0 ? time.toLocalDate() : iso;
    } catch (DateTimeParseException e) {
      return CellText.clean(iso);
    }
  }
}

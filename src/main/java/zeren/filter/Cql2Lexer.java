package zeren.filter;

import java.util.List;
import zeren.filter.Cql2Tokens.Kind;
import zeren.filter.Cql2Tokens.Token;
import zeren.problem.ProblemException;

/** Cuts the text of a filter into its words, one at a time. */
final class Cql2Lexer {

  private static final List<String> SYMBOLS =
      List.of("<>", "<=", ">=", "<", ">", "=", "(", ")", ",", "+", "-", "*", "/", "%", "^");

  /** What a letter means after a backslash, in a text. */
  private static final String CONTROLS = "a\u0007b\bt\tn\nv\u000bf\fr\r";

  private final String parameter;
  private final String text;
  private int place;

  Cql2Lexer(String parameter, String text) {
    this.parameter = parameter;
    this.text = text;
  }

  /** The next word; at the end, and after it, one that says so. */
  Token next() {
    while (place < text.length() && isSpace(text.codePointAt(place))) {
      place++;
    }
    if (place == text.length()) {
      return new Token(Kind.END, "", "", place);
    }
    int start = place;
    int first = text.codePointAt(place);
    if (first == '\'') {
      return text();
    }
    if (first == '"') {
      return name();
    }
    if (isDigit(place) || (first == '.' && isDigit(place + 1))) {
      return number();
    }
    if (startsName(first)) {
      skipName();
      return token(Kind.WORD, text.substring(start, place), start);
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, place)) {
        place += symbol.length();
        return token(Kind.SYMBOL, symbol, start);
      }
    }
    throw problem(
        start,
        "'"
            + (Character.isISOControl(first)
                ? "\\u%04x".formatted(first)
                : Character.toString(first))
            + "' means nothing here"
            + (first == '!' ? "; unequal is <>" : ""));
  }

  private static Token token(Kind kind, String value, int start) {
    return new Token(kind, value, value, start);
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u0085';
  }

  private static boolean startsName(int character) {
    return Character.isLetter(character) || character == '_' || character == ':';
  }

  private void skipName() {
    while (place < text.length()) {
      int character = text.codePointAt(place);
      if (!Character.isUnicodeIdentifierPart(character)
          && !startsName(character)
          && character != '.') {
        return;
      }
      place += Character.charCount(character);
    }
  }

  /** A name between double quotes; a doubled quote is a quote in it. */
  private Token name() {
    int start = place++;
    StringBuilder value = new StringBuilder();
    while (place < text.length()) {
      char character = text.charAt(place++);
      if (character == '"' && !isAt('"')) {
        return token(Kind.NAME, value.toString(), start);
      }
      place += character == '"' ? 1 : 0;
      value.append(character);
    }
    throw problem(start, "the name that starts here has no closing \"");
  }

  /**
   * A text between quotes. A quote in it is doubled or has a backslash before it, a backslash is
   * doubled, and a letter after one may be a control character; any other backslash is itself.
   */
  private Token text() {
    int start = place++;
    StringBuilder value = new StringBuilder();
    StringBuilder pattern = new StringBuilder();
    while (place < text.length()) {
      char character = text.charAt(place++);
      if (character == '\'' && !isAt('\'')) {
        return new Token(Kind.TEXT, value.toString(), pattern.toString(), start);
      }
      String escaped = "";
      if (character == '\'') {
        place++;
      } else if (character == '\\' && place < text.length()) {
        escaped = escaped(text.charAt(place));
      }
      if (escaped.isEmpty()) {
        value.append(character);
        pattern.append(character);
      } else {
        place++;
        value.append(escaped);
        // LIKE makes one of two backslashes itself: they take the meaning of % and _.
        pattern.append(escaped.equals("\\") ? "\\\\" : escaped);
      }
    }
    throw problem(start, "the text that starts here has no closing '");
  }

  /** What a character means after a backslash; empty when the backslash is itself. */
  private static String escaped(char character) {
    if (character == '\'' || character == '\\') {
      return String.valueOf(character);
    }
    for (int i = 0; i < CONTROLS.length(); i += 2) {
      if (CONTROLS.charAt(i) == character) {
        return CONTROLS.substring(i + 1, i + 2);
      }
    }
    return "";
  }

  private boolean isAt(char character) {
    return place < text.length() && text.charAt(place) == character;
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  /** A number without its sign. */
  private Token number() {
    int start = place;
    skipDigits();
    if (isAt('.')) {
      place++;
      skipDigits();
    }
    if (isAt('e') || isAt('E')) {
      place++;
      if (isAt('+') || isAt('-')) {
        place++;
      }
      if (!isDigit(place)) {
        throw problem(start, "the number that starts here has no digits after its E");
      }
      skipDigits();
    }
    if (place < text.length() && (startsName(text.codePointAt(place)) || isAt('.'))) {
      throw problem(start, "a number and a name stand here without a space between them");
    }
    String written = text.substring(start, place);
    if (Double.isInfinite(Double.parseDouble(written))) {
      throw problem(start, "the number that starts here is too large");
    }
    return token(Kind.NUMBER, written, start);
  }

  private void skipDigits() {
    while (isDigit(place)) {
      place++;
    }
  }

  private ProblemException problem(int index, String message) {
    return new TextPlace(parameter, text, index).problem(message);
  }
}

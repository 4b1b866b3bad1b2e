package zeren.filter;

import java.util.ArrayList;
import java.util.List;
import zeren.filter.WhereTokens.Kind;
import zeren.filter.WhereTokens.Token;
import zeren.problem.ProblemException;

/** Cuts the text of a filter into its words. */
final class WhereLexer {

  private final String text;
  private int place;

  WhereLexer(String text) {
    this.text = text;
  }

  /** All of them, and one that marks the end. */
  List<Token> read() {
    List<Token> tokens = new ArrayList<>();
    while (true) {
      while (place < text.length() && isSpace(text.codePointAt(place))) {
        place++;
      }
      if (place == text.length()) {
        tokens.add(new Token(Kind.END, "", place, place));
        return tokens;
      }
      tokens.add(next());
    }
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  private Token next() {
    int start = place;
    int first = text.codePointAt(place);
    if (first == '\'') {
      return new Token(Kind.TEXT, quoted('\'', "text"), start, place);
    }
    if (first == '"') {
      return new Token(Kind.NAME, quoted('"', "name"), start, place);
    }
    if (startsNumber()) {
      return number();
    }
    if (startsName(first)) {
      skipName();
      return new Token(Kind.WORD, text.substring(start, place), start, place);
    }
    for (String symbol : List.of("<>", "<=", ">=", "<", ">", "=", "(", ")", ",")) {
      if (text.startsWith(symbol, place)) {
        place += symbol.length();
        return new Token(Kind.SYMBOL, symbol, start, place);
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

  /** What stands between the quote here and the next one; a doubled quote is a quote in it. */
  private String quoted(char quote, String what) {
    int start = place++;
    StringBuilder value = new StringBuilder();
    while (place < text.length()) {
      char character = text.charAt(place++);
      char following = place < text.length() ? text.charAt(place) : 0;
      if (character == quote && following != quote) {
        return value.toString();
      }
      if (character == quote) {
        place++;
      } else if (character == '\\' && following == '\'' && quote == '\'') {
        // CQL2 knows this way to write a quote, too.
        value.append('\'');
        place++;
        continue;
      } else if (character == '\\' && following == '\\') {
        // Both stay, for LIKE to make one of; together they hide no quote.
        value.append(following);
        place++;
      }
      value.append(character);
    }
    throw problem(start, "the " + what + " that starts here has no closing " + quote);
  }

  private boolean startsNumber() {
    int digit = place;
    if (text.charAt(digit) == '+' || text.charAt(digit) == '-') {
      digit++;
    }
    if (digit < text.length() && text.charAt(digit) == '.') {
      digit++;
    }
    return isDigit(digit);
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private Token number() {
    int start = place;
    if (!isDigit(place) && text.charAt(place) != '.') {
      place++;
    }
    skipDigits();
    if (place < text.length() && text.charAt(place) == '.') {
      place++;
      skipDigits();
    }
    if (place < text.length() && (text.charAt(place) == 'e' || text.charAt(place) == 'E')) {
      place++;
      if (place < text.length() && (text.charAt(place) == '+' || text.charAt(place) == '-')) {
        place++;
      }
      if (!isDigit(place)) {
        throw problem(start, "the number that starts here has no digits after its E");
      }
      skipDigits();
    }
    if (place < text.length()
        && (startsName(text.codePointAt(place)) || text.charAt(place) == '.')) {
      throw problem(start, "a number and a name stand here without a space between them");
    }
    String written = text.substring(start, place);
    if (Double.isInfinite(Double.parseDouble(written))) {
      throw problem(start, "the number that starts here is too large");
    }
    return new Token(Kind.NUMBER, written, start, place);
  }

  private void skipDigits() {
    while (isDigit(place)) {
      place++;
    }
  }

  private ProblemException problem(int index, String message) {
    return WhereTokens.problem(text, index, message);
  }
}

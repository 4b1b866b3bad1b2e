package zeren.filter;

import java.util.List;
import java.util.Locale;
import zeren.problem.ProblemException;

/** The words of a filter, read from the first to the last. */
final class WhereTokens {

  /** What a token is. */
  enum Kind {
    /** A name or a keyword. */
    WORD,
    /** A name between double quotes, never a keyword. */
    NAME,
    TEXT,
    NUMBER,
    SYMBOL,
    END
  }

  /**
   * @param value the name, the text without its quotes, or the characters themselves
   * @param start index of its first character
   * @param end index after its last character
   */
  record Token(Kind kind, String value, int start, int end) {
    boolean isSymbol(String symbol) {
      return kind == Kind.SYMBOL && value.equals(symbol);
    }

    boolean isWord(String word) {
      return kind == Kind.WORD && value.equalsIgnoreCase(word);
    }
  }

  private final String text;
  private final List<Token> tokens;
  private int place;

  /**
   * @param tokens the last one an {@link Kind#END}
   */
  WhereTokens(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(place);
  }

  Token peekSecond() {
    return tokens.get(Math.min(place + 1, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    if (token.kind() != Kind.END) {
      place++;
    }
    return token;
  }

  /** Takes the symbol if it comes next. */
  boolean takeSymbol(String symbol) {
    boolean here = peek().isSymbol(symbol);
    if (here) {
      place++;
    }
    return here;
  }

  /** Takes the keyword, in any case, if it comes next. */
  boolean takeWord(String word) {
    boolean here = peek().isWord(word);
    if (here) {
      place++;
    }
    return here;
  }

  void expectSymbol(String symbol) {
    if (!takeSymbol(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
  }

  void expectWord(String word) {
    if (!takeWord(word)) {
      throw unexpected(word);
    }
  }

  /** What was written between two places. */
  String written(int start, int end) {
    return text.substring(start, end);
  }

  /** Something else than what comes next should have come. */
  ProblemException unexpected(String expected) {
    Token token = peek();
    return problem(
        token,
        token.kind() == Kind.END
            ? "it ends where " + expected + " is expected"
            : "'" + shortened(token) + "' stands where " + expected + " is expected");
  }

  private String shortened(Token token) {
    String written = written(token.start(), token.end());
    return written.length() <= 40
        ? written
        : written.substring(0, written.offsetByCodePoints(0, 20)) + "…";
  }

  ProblemException problem(Token at, String message) {
    return problem(text, at.start(), message);
  }

  static ProblemException problem(String text, int index, String message) {
    int character = text.codePointCount(0, index) + 1;
    return ProblemException.badParameter(
            Where.PARAMETER,
            String.format(Locale.ROOT, "Parameter 'where', character %d: %s.", character, message))
        .with("position", character);
  }
}

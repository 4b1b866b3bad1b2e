package zeren.filter;

import java.util.Locale;
import zeren.problem.ProblemException;

/** The words of a filter, read from the first to the last. */
final class Cql2Tokens {

  /** What a token is. */
  enum Kind {
    /** A name or a keyword. */
    WORD,
    /** A name between double quotes, never a keyword. */
    NAME,
    TEXT,
    /** Without its sign. */
    NUMBER,
    SYMBOL,
    END
  }

  /**
   * @param value the name, the text without its quotes, or the characters themselves
   * @param pattern a text as LIKE takes it; of others the same as the value
   * @param start index of its first character
   */
  record Token(Kind kind, String value, String pattern, int start) {
    boolean isSymbol(String symbol) {
      return kind == Kind.SYMBOL && value.equals(symbol);
    }

    boolean isWord(String word) {
      return kind == Kind.WORD && value.equalsIgnoreCase(word);
    }

    /** The word in lower case; empty when it is none. */
    String word() {
      return kind == Kind.WORD ? value.toLowerCase(Locale.ROOT) : "";
    }
  }

  private final String parameter;
  private final String text;
  private final Cql2Lexer lexer;
  private Token first;
  private Token second;

  Cql2Tokens(String parameter, String text) {
    this.parameter = parameter;
    this.text = text;
    this.lexer = new Cql2Lexer(parameter, text);
    this.first = lexer.next();
    this.second = first.kind() == Kind.END ? first : lexer.next();
  }

  Token peek() {
    return first;
  }

  Token peekSecond() {
    return second;
  }

  Token next() {
    Token token = first;
    first = second;
    second = first.kind() == Kind.END ? first : lexer.next();
    return token;
  }

  /** Takes the symbol if it comes next. */
  boolean takeSymbol(String symbol) {
    boolean here = first.isSymbol(symbol);
    if (here) {
      next();
    }
    return here;
  }

  /** Takes the keyword, in any case, if it comes next. */
  boolean takeWord(String word) {
    boolean here = first.isWord(word);
    if (here) {
      next();
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

  Place place(Token token) {
    return new TextPlace(parameter, text, token.start());
  }

  /** Something else than what comes next should have come. */
  ProblemException unexpected(String expected) {
    return place(first)
        .problem(
            first.kind() == Kind.END
                ? "it ends where " + expected + " is expected"
                : Place.quoted(first.value()) + " stands where " + expected + " is expected");
  }
}

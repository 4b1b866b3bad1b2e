package zeren.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import zeren.filter.Cql2Tokens.Kind;
import zeren.filter.Cql2Tokens.Token;
import zeren.filter.Expression.Call;

/**
 * Reads CQL2 text (OGC 21-065r2, annex B). OR binds loosest, then AND, NOT, comparisons, sums,
 * products and powers.
 */
final class Cql2TextReader {

  private static final String EXPECTED = "a field, a number, 'text' or DATE('2026-01-31')";

  /** Words that are names of fields between double quotes only. */
  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "is", "null", "like", "between", "in", "true", "false", "div");

  private static final List<String> COMPARATORS = List.of("=", "<>", "<=", ">=", "<", ">");

  private final Cql2Tokens tokens;
  private final WktReader geometries;

  Cql2TextReader(String parameter, String text) {
    this.tokens = new Cql2Tokens(parameter, text);
    this.geometries = new WktReader(tokens);
  }

  Expression read() {
    Expression whole = either(0);
    if (tokens.peek().kind() != Kind.END) {
      throw tokens.unexpected("AND, OR or the end");
    }
    return whole;
  }

  private Expression either(int depth) {
    Expression first = both(depth);
    if (!tokens.peek().isWord("OR")) {
      return first;
    }
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (tokens.takeWord("OR")) {
      parts.add(both(depth));
    }
    return new Call(first.place(), "or", parts);
  }

  private Expression both(int depth) {
    Expression first = factor(depth);
    if (!tokens.peek().isWord("AND")) {
      return first;
    }
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (tokens.takeWord("AND")) {
      parts.add(factor(depth));
    }
    return new Call(first.place(), "and", parts);
  }

  private Expression factor(int depth) {
    Token start = tokens.peek();
    if (depth > Cql2.DEEPEST) {
      throw tokens.place(start).problem(Cql2.TOO_DEEP);
    }
    return tokens.takeWord("NOT")
        ? new Call(tokens.place(start), "not", List.of(factor(depth + 1)))
        : predicate(depth);
  }

  private Expression predicate(int depth) {
    Expression left = sum(depth);
    for (String comparator : COMPARATORS) {
      if (tokens.takeSymbol(comparator)) {
        return new Call(left.place(), comparator, List.of(left, sum(depth)));
      }
    }
    if (tokens.takeWord("IS")) {
      boolean not = tokens.takeWord("NOT");
      tokens.expectWord("NULL");
      return negated(not, new Call(left.place(), "isnull", List.of(left)));
    }
    boolean not = tokens.takeWord("NOT");
    if (tokens.takeWord("LIKE")) {
      return negated(not, new Call(left.place(), "like", List.of(left, primary(depth))));
    }
    if (tokens.takeWord("BETWEEN")) {
      Expression from = sum(depth);
      tokens.expectWord("AND");
      return negated(not, new Call(left.place(), "between", List.of(left, from, sum(depth))));
    }
    if (tokens.takeWord("IN")) {
      return negated(not, new Call(left.place(), "in", List.of(left, items(depth))));
    }
    if (not) {
      throw tokens.unexpected("LIKE, BETWEEN or IN");
    }
    return left;
  }

  private static Expression negated(boolean not, Expression predicate) {
    return not ? new Call(predicate.place(), "not", List.of(predicate)) : predicate;
  }

  private Expression items(int depth) {
    Place place = tokens.place(tokens.peek());
    List<Expression> items = new ArrayList<>();
    tokens.expectSymbol("(");
    do {
      items.add(sum(depth));
    } while (tokens.takeSymbol(","));
    if (!tokens.takeSymbol(")")) {
      throw tokens.unexpected("',' or ')'");
    }
    return new Expression.Items(place, items);
  }

  private Expression sum(int depth) {
    Expression left = product(depth);
    while (tokens.peek().isSymbol("+") || tokens.peek().isSymbol("-")) {
      left = new Call(left.place(), tokens.next().value(), List.of(left, product(depth)));
    }
    return left;
  }

  private Expression product(int depth) {
    Expression left = power(depth);
    while (tokens.peek().isSymbol("*")
        || tokens.peek().isSymbol("/")
        || tokens.peek().isSymbol("%")
        || tokens.peek().isWord("DIV")) {
      String operator = tokens.next().value().toLowerCase(Locale.ROOT);
      left = new Call(left.place(), operator, List.of(left, power(depth)));
    }
    return left;
  }

  private Expression power(int depth) {
    Expression left = signed(depth);
    return tokens.takeSymbol("^")
        ? new Call(left.place(), "^", List.of(left, signed(depth)))
        : left;
  }

  private Expression signed(int depth) {
    Token sign = tokens.peek();
    if (sign.isSymbol("+") || sign.isSymbol("-")) {
      boolean minus = tokens.next().isSymbol("-");
      if (tokens.peek().kind() == Kind.NUMBER) {
        return new Expression.Figure(
            tokens.place(sign), number((minus ? "-" : "") + tokens.next().value()));
      }
      if (!minus) {
        throw tokens.unexpected("a number");
      }
      Place place = tokens.place(sign);
      return new Call(place, "*", List.of(new Expression.Figure(place, -1L), primary(depth)));
    }
    return primary(depth);
  }

  private static Object number(String written) {
    try {
      return Long.parseLong(written);
    } catch (NumberFormatException e) {
      return Double.parseDouble(written);
    }
  }

  private Expression primary(int depth) {
    Token token = tokens.peek();
    Place place = tokens.place(token);
    return switch (token.kind()) {
      case TEXT -> {
        tokens.next();
        yield new Expression.Text(place, token.value(), token.pattern());
      }
      case NUMBER -> new Expression.Figure(place, number(tokens.next().value()));
      case NAME -> new Expression.Name(place, tokens.next().value());
      case WORD -> word(token, place, depth);
      default -> {
        if (!tokens.takeSymbol("(")) {
          throw tokens.unexpected(EXPECTED);
        }
        Expression inner = either(depth + 1);
        tokens.expectSymbol(")");
        yield inner;
      }
    };
  }

  private Expression word(Token token, Place place, int depth) {
    String word = token.word();
    if (word.equals("true") || word.equals("false")) {
      tokens.next();
      return new Expression.Truth(place, word.equals("true"));
    }
    if (KEYWORDS.contains(word)) {
      throw tokens.unexpected(EXPECTED);
    }
    if (WktReader.starts(token, tokens.peekSecond())) {
      return geometries.read();
    }
    if (!tokens.peekSecond().isSymbol("(")) {
      return new Expression.Name(place, tokens.next().value());
    }
    tokens.next();
    return switch (word) {
      case "date", "timestamp" -> moment(word, place);
      case "interval" -> interval(place);
      default -> call(token, place, depth + 1);
    };
  }

  private Expression call(Token token, Place place, int depth) {
    if (depth > Cql2.DEEPEST) {
      throw place.problem(Cql2.TOO_DEEP);
    }
    List<Expression> arguments = new ArrayList<>();
    tokens.expectSymbol("(");
    if (!tokens.takeSymbol(")")) {
      do {
        arguments.add(either(depth));
      } while (tokens.takeSymbol(","));
      if (!tokens.takeSymbol(")")) {
        throw tokens.unexpected("',' or ')'");
      }
    }
    return new Call(place, token.word(), arguments);
  }

  private Expression moment(String word, Place start) {
    tokens.expectSymbol("(");
    Token token = tokens.peek();
    if (token.kind() != Kind.TEXT) {
      throw tokens.unexpected(
          word.equals("date") ? "a day such as '2026-01-31'" : "a time such as " + Moments.EXAMPLE);
    }
    tokens.next();
    Place place = tokens.place(token);
    tokens.expectSymbol(")");
    return new Expression.Moment(
        start,
        word.equals("date")
            ? Moments.day(place, token.value())
            : Moments.timestamp(place, token.value()));
  }

  private Expression interval(Place place) {
    tokens.expectSymbol("(");
    Expression start = bound();
    tokens.expectSymbol(",");
    Expression end = bound();
    tokens.expectSymbol(")");
    return new Expression.Interval(place, start, end);
  }

  private Expression bound() {
    Token token = tokens.peek();
    Place place = tokens.place(token);
    if (token.kind() == Kind.TEXT) {
      tokens.next();
      return Moments.bound(place, token.value());
    }
    if (token.kind() == Kind.NAME
        || (token.kind() == Kind.WORD && !tokens.peekSecond().isSymbol("("))) {
      return new Expression.Name(place, tokens.next().value());
    }
    throw tokens.unexpected("a day, a time, '..' or a field");
  }
}

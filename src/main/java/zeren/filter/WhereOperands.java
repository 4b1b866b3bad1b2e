package zeren.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zeren.filter.Operand.Kind;
import zeren.filter.WhereTokens.Token;
import zeren.layer.Column;
import zeren.layer.FieldType;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.problem.ProblemException;

/** Reads the sides of comparisons, and sees to it that they can be compared. */
final class WhereOperands {

  private static final String EXPECTED = "a field, a number, 'text' or DATE('2026-01-31')";

  private final LayerView view;
  private final WhereTokens tokens;

  WhereOperands(LayerView view, WhereTokens tokens) {
    this.view = view;
    this.tokens = tokens;
  }

  Operand read() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case TEXT -> new Operand.Literal(Kind.TEXT, tokens.next().value());
      case NUMBER -> new Operand.Literal(Kind.NUMBER, number(tokens.next().value()));
      case NAME -> property(tokens.next());
      case WORD -> word(token);
      default -> throw tokens.unexpected(EXPECTED);
    };
  }

  private Operand word(Token token) {
    if (tokens.peekSecond().isSymbol("(")) {
      return function(token);
    }
    if (token.isWord("TRUE") || token.isWord("FALSE")) {
      return new Operand.Literal(Kind.BOOLEAN, tokens.next().isWord("TRUE"));
    }
    if (WhereParser.KEYWORDS.stream().anyMatch(token::isWord)) {
      throw tokens.unexpected(EXPECTED);
    }
    return property(tokens.next());
  }

  private Operand function(Token token) {
    if (token.isWord("CASEI")) {
      tokens.next();
      return folded();
    }
    if (token.isWord("DATE")) {
      tokens.next();
      return date();
    }
    throw tokens.problem(
        token, "there is no function '" + token.value() + "' here; " + WhereParser.FUNCTIONS);
  }

  /** Inner ones change nothing, so one is enough however many there are. */
  private Operand folded() {
    int brackets = 0;
    do {
      tokens.expectSymbol("(");
      brackets++;
    } while (tokens.peekSecond().isSymbol("(") && tokens.takeWord("CASEI"));
    Token inner = tokens.peek();
    Operand operand = read();
    if (operand.kind() != Kind.TEXT) {
      throw tokens.problem(inner, "CASEI takes text, and this is " + operand.kind().words);
    }
    for (; brackets > 0; brackets--) {
      tokens.expectSymbol(")");
    }
    return operand instanceof Operand.Literal literal
        ? new Operand.Literal(Kind.TEXT, Operand.Folded.fold(literal.value()))
        : new Operand.Folded(operand);
  }

  private Operand date() {
    tokens.expectSymbol("(");
    Token token = tokens.peek();
    if (token.kind() != WhereTokens.Kind.TEXT) {
      throw tokens.unexpected("a day such as '2026-01-31'");
    }
    Operand day = new Operand.Literal(Kind.DATE, tokens.next().value());
    if (!FieldType.DATE.accepts(token.value())) {
      throw tokens.problem(token, "this is no day that exists, written like '2026-01-31'");
    }
    tokens.expectSymbol(")");
    return day;
  }

  private static Object number(String written) {
    try {
      return Long.parseLong(written);
    } catch (NumberFormatException e) {
      return Double.parseDouble(written);
    }
  }

  private Operand property(Token token) {
    String name = token.value();
    Column column = view.findColumn(name);
    if (column != null) {
      for (LayerField field : view.fields()) {
        if (field.name().equals(name)) {
          return new Operand.Property(Kind.of(field.type()), name, column);
        }
      }
    }
    if (name.equals("id")) {
      return new Operand.Property(Kind.TEXT, name, view.ids());
    }
    List<String> known = new ArrayList<>(List.of("id"));
    view.fields().forEach(field -> known.add(field.name()));
    throw tokens
        .problem(
            token,
            "there is no field '%s'; fields here: %s".formatted(name, String.join(", ", known)))
        .with("allowed", known);
  }

  /**
   * @param at where to point when they cannot be compared
   */
  void checkComparable(Token at, Operand left, Operand right) {
    if (left.kind() != right.kind() && !isDay(left, right) && !isDay(right, left)) {
      throw tokens.problem(
          at,
          "%s is %s and cannot be compared with %s%s"
              .formatted(
                  described(left),
                  left.kind().words,
                  right.kind().words,
                  right instanceof Operand.Property property ? ", '" + property.name() + "'" : ""));
    }
  }

  /** Text that can only mean a day may stand for one. */
  private static boolean isDay(Operand date, Operand text) {
    return date.kind() == Kind.DATE
        && text instanceof Operand.Literal literal
        && FieldType.DATE.accepts(literal.value());
  }

  private static String described(Operand operand) {
    return operand instanceof Operand.Property property ? "'" + property.name() + "'" : "this";
  }

  ProblemException problem(Token at, @Nullable Operand operand, String message) {
    return tokens.problem(at, (operand == null ? "this" : described(operand)) + " " + message);
  }
}

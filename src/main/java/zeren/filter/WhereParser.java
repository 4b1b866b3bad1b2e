package zeren.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zeren.filter.Condition.Comparator;
import zeren.filter.Operand.Kind;
import zeren.filter.WhereTokens.Token;
import zeren.layer.LayerView;

/** Reads a filter from its words: OR binds loosest, then AND, then NOT. */
final class WhereParser {

  static final List<String> KEYWORDS =
      List.of("AND", "OR", "NOT", "IS", "NULL", "LIKE", "BETWEEN", "IN", "TRUE", "FALSE");
  static final String FUNCTIONS =
      "known are CASEI, DATE, S_INTERSECTS, S_DISJOINT, S_WITHIN, S_CONTAINS, S_EQUALS, S_TOUCHES,"
          + " S_CROSSES and S_OVERLAPS";

  /** Brackets and NOTs inside each other. */
  static final int DEEPEST = 50;

  /** Comparisons and functions: each may have to be tried on every row. */
  static final int MOST_CONDITIONS = 200;

  private final WhereTokens tokens;
  private final WhereOperands operands;
  private final WherePlaces places;
  private int conditions;

  WhereParser(LayerView view, WhereTokens tokens) {
    this.tokens = tokens;
    this.operands = new WhereOperands(view, tokens);
    this.places = new WherePlaces(view, tokens);
  }

  Condition parse() {
    Condition condition = either(0);
    if (tokens.peek().kind() != WhereTokens.Kind.END) {
      throw tokens.unexpected("AND, OR or the end");
    }
    return condition;
  }

  private Condition either(int depth) {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(both(depth));
    } while (tokens.takeWord("OR"));
    return parts.size() == 1 ? parts.get(0) : new Condition.Several(parts, false);
  }

  private Condition both(int depth) {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(factor(depth));
    } while (tokens.takeWord("AND"));
    return parts.size() == 1 ? parts.get(0) : new Condition.Several(parts, true);
  }

  private Condition factor(int depth) {
    if (depth > DEEPEST) {
      throw tokens.problem(
          tokens.peek(), "more than " + DEEPEST + " brackets or NOTs stand inside each other");
    }
    if (tokens.takeWord("NOT")) {
      return new Condition.Not(factor(depth + 1));
    }
    if (tokens.takeSymbol("(")) {
      Condition inner = either(depth + 1);
      tokens.expectSymbol(")");
      return inner;
    }
    countCondition();
    Condition spatial = spatial();
    return spatial == null ? predicate() : spatial;
  }

  private void countCondition() {
    if (++conditions > MOST_CONDITIONS) {
      throw tokens.problem(
          tokens.peek(), "only " + MOST_CONDITIONS + " conditions are taken; IN can join many");
    }
  }

  private @Nullable Condition spatial() {
    Token token = tokens.peek();
    if (token.kind() == WhereTokens.Kind.WORD && tokens.peekSecond().isSymbol("(")) {
      for (SpatialCondition.Relation relation : SpatialCondition.Relation.values()) {
        if (token.isWord(relation.name())) {
          tokens.next();
          return places.read(relation);
        }
      }
    }
    return null;
  }

  private Condition predicate() {
    Token start = tokens.peek();
    Operand left = operands.read();
    for (Comparator comparator : Comparator.values()) {
      if (tokens.takeSymbol(comparator.symbol)) {
        return comparison(start, left, comparator);
      }
    }
    if (tokens.takeWord("IS")) {
      boolean not = tokens.takeWord("NOT");
      tokens.expectWord("NULL");
      return negated(not, new Condition.Missing(left));
    }
    boolean not = tokens.takeWord("NOT");
    if (tokens.takeWord("LIKE")) {
      return negated(not, like(start, left));
    }
    if (tokens.takeWord("BETWEEN")) {
      return negated(not, between(start, left));
    }
    if (tokens.takeWord("IN")) {
      return negated(not, in(left));
    }
    if (not) {
      throw tokens.unexpected("LIKE, BETWEEN or IN");
    }
    if (left.kind() != Kind.BOOLEAN) {
      throw tokens.unexpected("a comparison: =, <>, <, <=, >, >=, IS, LIKE, BETWEEN or IN");
    }
    return left instanceof Operand.Literal literal
        ? new Condition.Constant((Boolean) literal.value())
        : new Condition.Flag(left);
  }

  private static Condition negated(boolean not, Condition condition) {
    return not ? new Condition.Not(condition) : condition;
  }

  private Condition comparison(Token start, Operand left, Comparator comparator) {
    Token at = tokens.peek();
    Operand right = operands.read();
    operands.checkComparable(at, right, left);
    if (left.kind() == Kind.BOOLEAN
        && comparator != Comparator.EQUAL
        && comparator != Comparator.UNEQUAL) {
      throw operands.problem(start, left, "is true or false and has no order; use = or <>");
    }
    return new Condition.Comparison(left, comparator, right);
  }

  private Condition like(Token start, Operand left) {
    if (left.kind() != Kind.TEXT) {
      throw operands.problem(start, left, "is " + left.kind().words + "; LIKE takes text");
    }
    Token at = tokens.peek();
    Operand right = operands.read();
    if (right instanceof Operand.Literal literal && literal.kind() == Kind.TEXT) {
      return new Condition.Like(left, new LikePattern((String) literal.value()));
    }
    throw tokens.problem(at, "LIKE needs a pattern in quotes, such as '%road%'");
  }

  private Condition between(Token start, Operand middle) {
    if (middle.kind() == Kind.BOOLEAN) {
      throw operands.problem(start, middle, "is true or false and has no order");
    }
    Condition from = bound(middle, Comparator.AT_LEAST);
    tokens.expectWord("AND");
    Condition to = bound(middle, Comparator.AT_MOST);
    return new Condition.Several(List.of(from, to), true);
  }

  private Condition bound(Operand middle, Comparator comparator) {
    Token at = tokens.peek();
    Operand bound = operands.read();
    operands.checkComparable(at, bound, middle);
    return new Condition.Comparison(middle, comparator, bound);
  }

  private Condition in(Operand left) {
    List<Operand.Literal> literals = new ArrayList<>();
    List<Condition> parts = new ArrayList<>();
    tokens.expectSymbol("(");
    do {
      Token at = tokens.peek();
      Operand item = operands.read();
      operands.checkComparable(at, item, left);
      if (item instanceof Operand.Literal literal) {
        literals.add(literal);
      } else {
        countCondition();
        parts.add(new Condition.Comparison(left, Comparator.EQUAL, item));
      }
    } while (tokens.takeSymbol(","));
    if (!tokens.takeSymbol(")")) {
      throw tokens.unexpected("',' or ')'");
    }
    if (!literals.isEmpty()) {
      parts.add(new Condition.OneOf(left, literals));
    }
    return new Condition.Several(parts, false);
  }
}

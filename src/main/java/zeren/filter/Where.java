package zeren.filter;

import java.util.List;
import java.util.function.IntPredicate;
import zeren.layer.LayerView;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/**
 * Filters written as CQL2 text (OGC 21-065r2, Basic CQL2 with case-insensitive comparison, LIKE,
 * BETWEEN, IN, dates and spatial functions), such as {@code kind = 'pipe' AND pipes > 2}.
 *
 * <p>A comparison with a field that has no value is neither true nor false, and a row is kept when
 * the whole is true. Besides its fields a feature has its {@code id} and, in spatial functions, its
 * {@code geometry}.
 */
public final class Where {

  static final String PARAMETER = "where";

  /** Characters that a filter may have. */
  static final int LONGEST = 10_000;

  private Where() {}

  /**
   * Each layer has its own fields, so the parameter {@code where} is for questions about one layer.
   *
   * @throws ProblemException when it is given, and there are several
   */
  public static void allowForOneOf(List<LayerView> views, QueryParameters parameters) {
    if (views.size() > 1 && parameters.has(PARAMETER)) {
      throw ProblemException.badParameter(
          PARAMETER,
          "Parameter 'where' filters one layer, and here are %d: ask for one, or filter by"
                  .formatted(views.size())
              + " parameters such as '%s.field'.".formatted(views.get(0).declaration().id()));
    }
  }

  /** The filter in the parameter {@code where}; keeps all rows when it is missing. */
  public static IntPredicate compile(LayerView view, QueryParameters parameters) {
    String text = parameters.findText(PARAMETER);
    return text == null ? row -> true : compile(view, text);
  }

  /**
   * @return which rows of the view to keep
   * @throws ProblemException when the text is not such a filter, names a field that the view does
   *     not show, or compares what cannot be compared; it says at which character
   */
  public static IntPredicate compile(LayerView view, String cql2Text) {
    if (cql2Text.length() > LONGEST) {
      throw ProblemException.badParameter(
          PARAMETER,
          "Parameter 'where' has %,d characters; at most %,d are read."
              .formatted(cql2Text.length(), LONGEST));
    }
    WhereTokens tokens = new WhereTokens(cql2Text, new WhereLexer(cql2Text).read());
    return new WhereParser(view, tokens).parse().keeping(true);
  }
}

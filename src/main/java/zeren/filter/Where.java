package zeren.filter;

import java.util.List;
import java.util.function.IntPredicate;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerView;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** The parameter {@code where}: {@link Cql2} text with longitudes and latitudes. */
public final class Where {

  private static final String PARAMETER = "where";

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

  /** Which rows of the view to keep; all when the parameter is missing. */
  public static IntPredicate compile(LayerView view, QueryParameters parameters) {
    String text = parameters.findText(PARAMETER);
    return text == null ? row -> true : Cql2.text(view, PARAMETER, text, CoordinateSystem.CGCS2000);
  }
}

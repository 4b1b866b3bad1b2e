package zeren.ogc.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import zeren.filter.FieldFilter;
import zeren.filter.Queryables;
import zeren.filter.Queryables.Queryable;
import zeren.layer.Column;
import zeren.layer.LayerView;
import zeren.problem.QueryParameters;

/**
 * Filters written as query parameters: the fields as {@link FieldFilter} has them, the {@code id},
 * and in tables the first and the last day of a row.
 */
final class QueryableFilter {

  static final String ID = "id";

  private QueryableFilter() {}

  /** Names of the parameters besides the id. */
  static List<String> names(LayerView view) {
    List<String> names = new ArrayList<>(FieldFilter.parameterNames(view, ""));
    periods(view).forEach(period -> names.add(period.name()));
    return names;
  }

  /** The days of a table's rows, as far as no field has their names. */
  static List<Queryable> periods(LayerView view) {
    return Queryables.of(view).stream()
        .filter(one -> view.findPeriodColumn(one.name()) != null)
        .filter(one -> view.findColumn(one.name()) == null)
        .toList();
  }

  /**
   * @param ignored parameters that mean something else, though a field has the same name
   * @return which rows have the values asked for
   */
  static IntPredicate compile(LayerView view, QueryParameters parameters, Set<String> ignored) {
    IntPredicate keep = FieldFilter.compile(view, parameters, "", ignored);
    if (parameters.has(ID)) {
      keep = keep.and(having(view.ids(), parameters.list(ID)));
    }
    for (Queryable period : periods(view)) {
      Column days = view.findPeriodColumn(period.name());
      if (days != null && parameters.has(period.name())) {
        keep = keep.and(having(days, parameters.list(period.name())));
      }
    }
    return keep;
  }

  private static IntPredicate having(Column column, List<String> wanted) {
    Set<String> values = new HashSet<>(wanted);
    return column.having(value -> values.contains(value.toString()));
  }
}

package zeren.filter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import zeren.layer.Column;
import zeren.layer.FieldType;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.ManyValues;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/**
 * Filters written as query parameters: {@code field=value,value} keeps the rows that have one of
 * the values, or has one of them among its several; several parameters must all hold. A prefix such
 * as {@code site.} tells apart the fields of several layers.
 */
public final class FieldFilter {

  private FieldFilter() {}

  /** Names of the parameters that can filter this view. */
  public static List<String> parameterNames(LayerView view, String prefix) {
    return view.fields().stream()
        .filter(field -> field.type() != FieldType.NUMBER)
        .map(field -> prefix + field.name())
        .toList();
  }

  /**
   * @param ignored parameters that mean something else on this path, though a field has the same
   *     name
   * @return which rows of the view to keep
   * @throws ProblemException when a value is not one of those that the field may have
   */
  public static IntPredicate compile(
      LayerView view, QueryParameters parameters, String prefix, Set<String> ignored) {
    IntPredicate keep = row -> true;
    for (LayerField field : view.fields()) {
      String parameter = prefix + field.name();
      if (parameters.has(parameter)
          && !ignored.contains(parameter)
          && field.type() != FieldType.NUMBER) {
        keep = keep.and(compile(view, field, parameter, parameters.list(parameter)));
      }
    }
    return keep;
  }

  private static IntPredicate compile(
      LayerView view, LayerField field, String parameter, List<String> wanted) {
    Set<String> allowed = allowed(field);
    for (String value : wanted) {
      if (!allowed.isEmpty() && !allowed.contains(value)) {
        throw ProblemException.badParameter(
            parameter,
            "Parameter '%s' is '%s'; it must be one or more of %s."
                .formatted(parameter, value, String.join(", ", allowed)),
            allowed);
      }
    }
    Column column = view.findColumn(field.name());
    if (column == null) {
      return row -> false;
    }
    Set<String> values = new HashSet<>(wanted);
    return field.many()
        ? column.having(
            value -> ManyValues.split(value.toString()).stream().anyMatch(values::contains))
        : column.having(value -> values.contains(value.toString()));
  }

  /** The values a field can have; empty when any will do. */
  private static Set<String> allowed(LayerField field) {
    if (field.type() == FieldType.BOOLEAN) {
      return new TreeSet<>(List.of("false", "true"));
    }
    return field.values() == null ? Set.of() : field.values().keySet();
  }
}

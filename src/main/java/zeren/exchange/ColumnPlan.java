package zeren.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.format.TableRow;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.problem.ProblemException;

/**
 * Where the values of a row are found.
 *
 * @param roles position of the column of each role that a column has
 * @param fields the columns that are fields of the layer
 * @param ownGeometry whether rows bring a geometry of their own
 */
record ColumnPlan(Map<Role, Integer> roles, List<FieldColumn> fields, boolean ownGeometry) {

  /**
   * @param column its position in the row
   */
  record FieldColumn(LayerField field, int column, CellValues values) {

    static FieldColumn of(LayerField field, int column) {
      return new FieldColumn(field, column, new CellValues(field));
    }
  }

  /**
   * @param columns the columns of the file
   * @throws ProblemException when the mapping does not fit the file or the layer
   */
  static ColumnPlan of(
      Mapping mapping, List<String> columns, boolean ownGeometry, LayerDeclaration layer) {
    Map<Role, Integer> roles = new EnumMap<>(Role.class);
    List<FieldColumn> fields = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    mapping
        .columns()
        .forEach(
            (name, target) -> {
              int column = columns.indexOf(name);
              if (column < 0) {
                throw refusal("The file has no column '" + name + "'.", columns);
              }
              if (target == null || !taken.add(target)) {
                throw refusal("Two columns are mapped to '" + target + "'.", null);
              }
              Role.find(target)
                  .ifPresentOrElse(
                      role -> roles.put(role, column),
                      () -> fields.add(FieldColumn.of(field(layer, target), column)));
            });
    boolean isTable = layer.geometry() == GeometryType.NONE;
    ColumnPlan plan = new ColumnPlan(roles, fields, ownGeometry && !isTable);
    plan.checkPlaces();
    if (isTable && Role.PLACES.stream().anyMatch(plan::has)) {
      throw refusal(
          "Layer '%s' is a table: its rows have no position.".formatted(layer.id()), null);
    }
    if (plan.has(Role.VALID_TO) && plan.has(Role.LAST_DAY)) {
      throw refusal("'@valid_to' and '@last_day' both say the end: map one of them.", null);
    }
    return plan;
  }

  private static LayerField field(LayerDeclaration layer, String target) {
    return layer
        .findField(target)
        .orElseThrow(
            () -> {
              List<String> allowed = new ArrayList<>(Role.targets());
              layer.fields().forEach(field -> allowed.add(field.name()));
              return refusal(
                  "Layer '%s' has no field '%s'.".formatted(layer.id(), target), allowed);
            });
  }

  private void checkPlaces() {
    if (has(Role.LON) != has(Role.LAT)) {
      throw refusal("'@lon' and '@lat' belong together: map both or none.", null);
    }
    int ways = 0;
    for (Role role : List.of(Role.LON, Role.LONLAT, Role.LATLON, Role.WKT)) {
      ways += has(role) ? 1 : 0;
    }
    if (ways > 1) {
      throw refusal("The position is mapped in " + ways + " ways; leave one of them.", null);
    }
  }

  private static ProblemException refusal(String detail, @Nullable List<String> allowed) {
    return allowed == null
        ? ProblemException.badParameter("mapping", detail)
        : ProblemException.badParameter("mapping", detail, allowed);
  }

  boolean has(Role role) {
    return roles.containsKey(role);
  }

  /** Whether rows can say where something is. */
  boolean hasPlaces() {
    return ownGeometry || has(Role.LON) || has(Role.LONLAT) || has(Role.LATLON) || has(Role.WKT);
  }

  /** The cell of the role's column; null when there is no such column or nothing in it. */
  @Nullable Object cell(TableRow row, Role role) {
    Integer column = roles.get(role);
    return column == null ? null : cell(row, column);
  }

  /** What stands in the column of a field; null when there is no such column or nothing in it. */
  @Nullable String findText(TableRow row, String field) {
    for (FieldColumn column : fields) {
      if (column.field().name().equals(field)) {
        Object cell = cell(row, column.column());
        return cell == null ? null : CellValues.text(cell);
      }
    }
    return null;
  }

  @Nullable Object cell(TableRow row, int column) {
    Object cell = column < row.values().size() ? row.values().get(column) : null;
    return CellValues.isEmpty(cell) ? null : cell;
  }
}

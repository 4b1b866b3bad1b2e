package zeren.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import zeren.format.FormatException;
import zeren.format.Table;
import zeren.format.TableRow;
import zeren.layer.GeometryType;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Viewer;

/** The features that rows may name in fields which refer to other layers. */
final class References {

  /** Fields with further names of a feature. */
  private static final List<String> ALIASES = List.of("aliases", "short_name");

  private final Map<String, NameIndex> indexes = new HashMap<>();

  /** The index of a layer; empty when it is not known here. */
  Optional<NameIndex> find(String layer) {
    return Optional.ofNullable(indexes.get(layer));
  }

  void put(String layer, NameIndex index) {
    indexes.put(layer, index);
  }

  /**
   * Reads the names of the layers as they are on the day, and what the same features were called a
   * year earlier.
   */
  static References read(
      LayerCatalog catalog, Iterable<String> layers, Viewer viewer, @Nullable LocalDate day) {
    References references = new References();
    for (String layer : layers) {
      if (layer.equals(LayerField.LAYERS)) {
        references.put(layer, NameIndex.of(catalog.list(viewer)));
        continue;
      }
      NameIndex index = new NameIndex(layer);
      LayerView view = catalog.get(layer, viewer, day);
      enter(view, view, index);
      if (day != null) {
        enter(catalog.get(layer, viewer, day.minusYears(1)), view, index);
      }
      references.put(layer, index);
    }
    return references;
  }

  private static void enter(LayerView view, LayerView current, NameIndex index) {
    for (int row = 0; row < view.size(); row++) {
      if (current.findRow(view.id(row)).isPresent()) {
        int of = row;
        index.add(view.id(row), view.name(row), aliases(field -> view.value(of, field)));
      }
    }
  }

  /**
   * Further names of a feature, with semicolons between; null for none.
   *
   * @param values its values by field
   */
  static @Nullable String aliases(Function<String, @Nullable Object> values) {
    List<String> names = new ArrayList<>();
    for (String field : ALIASES) {
      Object value = values.apply(field);
      if (value != null) {
        names.add(value.toString());
      }
    }
    return names.isEmpty() ? null : String.join(";", names);
  }

  /**
   * Enters what the rows of a file are called themselves, so that one may name another one further
   * down. A row without an id is known here only in a table.
   */
  static void enterRows(Table table, ColumnPlan plan, LayerDeclaration layer, NameIndex index)
      throws FormatException {
    for (TableRow row = table.next(); row != null; row = table.next()) {
      TableRow one = row;
      String name = plan.findText(row, layer.name());
      String id = id(plan.cell(row, Role.ID), name, layer);
      if (id != null) {
        index.add(id, name == null ? id : name, aliases(field -> plan.findText(one, field)));
      }
    }
  }

  private static @Nullable String id(
      @Nullable Object given, @Nullable String name, LayerDeclaration layer) {
    if (given != null) {
      return CellValues.text(given);
    }
    return name != null && layer.geometry() == GeometryType.NONE
        ? DerivedId.of(layer.id(), name)
        : null;
  }

  /** The layers that the fields of a mapping refer to. */
  static List<String> layersOf(ColumnPlan plan) {
    return plan.fields().stream()
        .map(column -> column.field().refersTo())
        .flatMap(layer -> Optional.ofNullable(layer).stream())
        .distinct()
        .toList();
  }
}

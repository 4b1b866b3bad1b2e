package zeren.exchange;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;

/** The features that rows may name in fields which refer to other layers. */
final class References {

  static final String ALIASES = "aliases";

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
        Object aliases = view.value(row, ALIASES);
        index.add(view.id(row), view.name(row), aliases == null ? null : aliases.toString());
      }
    }
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

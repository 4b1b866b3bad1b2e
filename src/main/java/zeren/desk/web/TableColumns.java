package zeren.desk.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zeren.desk.TableColumn;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Viewer;

/**
 * Columns by their names. One that none of the layers of a table has, but another on the map, is
 * not refused: it stays and is empty.
 *
 * @param possible the layers that the table can be of
 * @param day null means today
 */
record TableColumns(
    Collection<LayerView> possible, LayerCatalog catalog, Viewer viewer, @Nullable LocalDate day) {

  List<TableColumn> named(List<@Nullable String> names) {
    if (names.isEmpty()) {
      throw TableBody.bad("columns", "'columns' must name one or more").with("allowed", allowed());
    }
    List<TableColumn> columns = new ArrayList<>();
    for (String name : names.stream().distinct().toList()) {
      columns.add(named(String.valueOf(name)));
    }
    return columns;
  }

  private TableColumn named(String name) {
    TableColumn.Known known = TableColumn.Known.find(name).orElse(null);
    if (known != null) {
      return new TableColumn(name, known, List.of());
    }
    List<LayerField> fields = fields(name, possible);
    if (fields.isEmpty()) {
      fields = fields(name, onMap());
    }
    if (fields.isEmpty()) {
      throw TableBody.bad("columns", "there is no column '%s'".formatted(name))
          .with("allowed", allowed());
    }
    return new TableColumn(name, null, fields);
  }

  private static List<LayerField> fields(String name, Collection<LayerView> views) {
    return views.stream()
        .flatMap(view -> view.fields().stream())
        .filter(field -> field.name().equals(name))
        .toList();
  }

  private List<LayerView> onMap() {
    return catalog.idsOnMap(viewer).stream().map(id -> catalog.get(id, viewer, day)).toList();
  }

  private List<String> allowed() {
    return Stream.concat(
            Arrays.stream(TableColumn.Known.values()).map(TableColumn.Known::word),
            onMap().stream().flatMap(view -> view.fields().stream()).map(LayerField::name))
        .distinct()
        .toList();
  }
}

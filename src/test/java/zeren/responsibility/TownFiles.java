package zeren.responsibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;
import zeren.exchange.Readers;
import zeren.layer.FeatureDraft;
import zeren.layer.FieldType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Views;

/** The hand-made town of {@code src/test/resources/responsibility}, one table a layer. */
public final class TownFiles {

  public static final Path FOLDER = Path.of("src/test/resources/responsibility");

  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("行政区", "district"),
          Map.entry("网格", "grid_cell"),
          Map.entry("道路", "road"),
          Map.entry("河段", "reach"),
          Map.entry("站点", "station"),
          Map.entry("工地", "site"),
          Map.entry("地块", "plot"),
          Map.entry("企业", "enterprise"),
          Map.entry("断面", "section"),
          Map.entry("单位", "unit"),
          Map.entry("人员", "person"),
          Map.entry("责任分工", "assignment"),
          Map.entry("必设责任", "required_role"));

  /** Columns whose words are those of the layer in another column. */
  private static final String SCOPE_LAYER = "范围图层";

  private record Row(Views.Item item, LocalDate from, LocalDate to) {}

  private final Map<String, LayerDeclaration> layers = new LinkedHashMap<>();
  private final Map<String, List<Row>> rows = new LinkedHashMap<>();

  public TownFiles() {
    Collection<LayerDeclaration> declared = Readers.declarations().all();
    declared.forEach(layer -> layers.put(layer.id(), layer));
    LayerDeclaration plot = Views.declare(read("地块.yml"));
    layers.put(plot.id(), plot);
    FILES.forEach((file, layer) -> rows.put(layer, readRows(file, declaration(layer))));
  }

  /** The id of the layer that a file is about. */
  static String layerOf(String file) {
    return Optional.ofNullable(FILES.get(file))
        .orElseThrow(() -> new IllegalArgumentException(file));
  }

  /** All rows as drafts to record, in this order: of two versions of a feature the later after. */
  public List<List<FeatureDraft>> drafts() {
    List<List<FeatureDraft>> waves = new ArrayList<>();
    rows.forEach(
        (layer, ofLayer) -> {
          Map<String, Integer> versions = new HashMap<>();
          for (Row row : ofLayer) {
            int wave = versions.merge(row.item().id(), 1, Integer::sum);
            while (waves.size() < wave) {
              waves.add(new ArrayList<>());
            }
            waves.get(wave - 1).add(draft(layer, row));
          }
        });
    return waves;
  }

  private static FeatureDraft draft(String layer, Row row) {
    Geometry geometry = row.item().geometry();
    return new FeatureDraft(
        layer,
        row.item().id(),
        geometry.isEmpty() ? FeatureDraft.nowhere() : geometry,
        row.item().properties(),
        row.from(),
        row.to().equals(LocalDate.MAX) ? null : row.to().plusDays(1),
        null);
  }

  List<LayerView> on(LocalDate day) {
    List<LayerView> views = new ArrayList<>();
    for (LayerDeclaration layer : layers.values()) {
      List<Views.Item> items =
          rows.getOrDefault(layer.id(), List.of()).stream()
              .filter(row -> !day.isBefore(row.from) && !day.isAfter(row.to))
              .map(Row::item)
              .toList();
      views.add(Views.of(layer, Views.OFFICIAL, items));
    }
    return views;
  }

  /** The map of a day. */
  public ResponsibilityMap map(LocalDate day) {
    return ResponsibilityMap.of(on(day));
  }

  /** Names and phones of persons and contractors that the public must not read. */
  public List<String> secrets() {
    List<String> secrets = new ArrayList<>(column("person", "name", "published", false));
    secrets.addAll(column("person", "phone", "published", false));
    secrets.addAll(column("plot", "operator_phone", "source", "地块台账"));
    secrets.addAll(column("site", "operator", "source", "工地台账"));
    return secrets;
  }

  /** What a column says in the rows in which another column has a value, on whatever day. */
  private List<String> column(String layer, String field, String where, Object value) {
    return rows.getOrDefault(layer, List.of()).stream()
        .map(row -> row.item().properties())
        .filter(values -> value.equals(values.get(where)) && values.get(field) != null)
        .map(values -> String.valueOf(values.get(field)))
        .toList();
  }

  private LayerDeclaration declaration(String layer) {
    return Optional.ofNullable(layers.get(layer)).orElseThrow();
  }

  static String read(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Row> readRows(String file, LayerDeclaration layer) {
    List<Map<String, String>> table = TownTable.parse(read(file + ".csv"));
    return table.stream().map(cells -> row(layer, cells)).toList();
  }

  private Row row(LayerDeclaration layer, Map<String, String> cells) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    LayerDeclaration scope =
        cells.containsKey(SCOPE_LAYER) ? byTitle(cells.get(SCOPE_LAYER)).orElseThrow() : null;
    cells.forEach(
        (heading, cell) -> {
          if (!List.of("编号", "起", "止", "图形").contains(heading)) {
            LayerField field = field(layer, heading);
            values.put(field.name(), value(layer, field, cell, cells, scope));
          }
        });
    String id = cells.getOrDefault("编号", cells.values().iterator().next());
    String wkt = cells.get("图形");
    Geometry geometry = Shapes.wkt(wkt == null ? "POINT EMPTY" : wkt);
    return new Row(
        new Views.Item(id, geometry, values),
        LocalDate.parse(cells.getOrDefault("起", "")),
        Optional.ofNullable(cells.get("止")).map(LocalDate::parse).orElse(LocalDate.MAX));
  }

  /** The words of the tables are those of the declarations, which store codes. */
  private Object value(
      LayerDeclaration layer,
      LayerField field,
      String cell,
      Map<String, String> cells,
      @Nullable LayerDeclaration scope) {
    if (field.name().equals("scope_layer")
        || (layer.id().equals("required_role") && field.name().equals("layer"))) {
      return byTitle(cell).orElseThrow().id();
    }
    if (scope != null && field.name().equals("scope_field")) {
      return field(scope, cell).name();
    }
    if (scope != null && field.name().equals("scope_value")) {
      return code(field(scope, cells.getOrDefault("范围字段", "")), cell);
    }
    if (field.type() == FieldType.BOOLEAN) {
      return cell.equals("是");
    }
    if (field.type() == FieldType.INTEGER) {
      return Long.valueOf(cell);
    }
    return field.type() == FieldType.NUMBER ? (Object) Double.valueOf(cell) : code(field, cell);
  }

  private Optional<LayerDeclaration> byTitle(@Nullable String title) {
    return layers.values().stream().filter(layer -> layer.title().zh().equals(title)).findFirst();
  }

  private static LayerField field(LayerDeclaration layer, String title) {
    return layer.fields().stream()
        .filter(field -> field.title().zh().equals(title))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(layer.id() + ": " + title));
  }

  private static String code(LayerField field, String word) {
    return field.values() == null
        ? word
        : field.values().entrySet().stream()
            .filter(value -> value.getValue().zh().equals(word))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(field.name() + ": " + word));
  }
}

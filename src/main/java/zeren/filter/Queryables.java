package zeren.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zeren.layer.FieldType;
import zeren.layer.GeometryType;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Title;

/** What a filter may name in a layer, as far as the viewer may see it. */
public final class Queryables {

  static final String ID = "id";
  static final String GEOMETRY = "geometry";
  private static final String VALID_FROM = "valid_from";
  private static final String VALID_TO = "valid_to";

  private Queryables() {}

  /**
   * Something that a filter may name.
   *
   * @param type of JSON Schema: {@code string}, {@code number}, {@code integer} or {@code boolean};
   *     null of a geometry
   * @param format of JSON Schema: {@code date}, or of a geometry such as {@code geometry-point};
   *     null when it has none
   * @param values the values that there are, with their titles; null when any will do
   * @param unit of a number; null when it has none
   */
  public record Queryable(
      String name,
      Title title,
      @Nullable String type,
      @Nullable String format,
      @Nullable Map<String, Title> values,
      @Nullable String unit) {}

  /** The id, the fields in their order, then the geometry, or the period of a table's row. */
  public static List<Queryable> of(LayerView view) {
    Map<String, Queryable> byName = new LinkedHashMap<>();
    byName.put(ID, text(ID, new Title("编号", "Id"), null));
    // A field hides what else has its name.
    view.fields().forEach(field -> byName.put(field.name(), of(field)));
    if (view.declaration().geometry() == GeometryType.NONE) {
      byName.putIfAbsent(VALID_FROM, text(VALID_FROM, new Title("起", "Valid from"), "date"));
      byName.putIfAbsent(VALID_TO, text(VALID_TO, new Title("止（不含）", "Valid before"), "date"));
    } else {
      byName.putIfAbsent(GEOMETRY, geometry(view.declaration().geometry()));
    }
    return List.copyOf(byName.values());
  }

  /** The one of this name; empty when there is none for this viewer. */
  static Optional<Queryable> find(LayerView view, String name) {
    return of(view).stream().filter(queryable -> queryable.name().equals(name)).findFirst();
  }

  private static Queryable text(String name, Title title, @Nullable String format) {
    return new Queryable(name, title, "string", format, null, null);
  }

  private static Queryable geometry(GeometryType type) {
    String name = type.geoJsonName().toLowerCase(Locale.ROOT);
    // A layer of multi-geometries takes the single ones as well.
    String format =
        name.startsWith("multi")
            ? "geometry-" + name.substring("multi".length()) + "-or-" + name
            : "geometry-" + name;
    return new Queryable(GEOMETRY, new Title("几何", "Geometry"), null, format, null, null);
  }

  /** A field of a layer. */
  public static Queryable of(LayerField field) {
    String type =
        switch (field.type()) {
          case TEXT, DATE -> "string";
          case INTEGER -> "integer";
          case NUMBER -> "number";
          case BOOLEAN -> "boolean";
        };
    return new Queryable(
        field.name(),
        field.title(),
        type,
        field.type() == FieldType.DATE ? "date" : null,
        // A field of several has them joined, so that they are no list of what it can be.
        field.many() ? null : field.values(),
        field.unit());
  }
}

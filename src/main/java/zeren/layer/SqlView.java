package zeren.layer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zeren.database.Dialect;

/**
 * A layer as a table for SQL and QGIS: the SQL of its view, with what is known and so today, and of
 * the index that finds its features in a box.
 *
 * @param layer id of the layer, and name of the view in {@link #SCHEMA}
 * @param select what the view shows
 * @param index of its features by place; null for a table, which has no geometry
 */
record SqlView(String layer, String select, @Nullable Index index) {

  /**
   * An index by place.
   *
   * @param name another one when the layer gets another type of geometry
   * @param indexed the indexed expression, the very one that the view shows as the geometry
   */
  record Index(String name, String indexed) {}

  /** Where all views are: apart from the tables, so that a layer may be called what it likes. */
  static final String SCHEMA = "layer";

  static final String INDEX_PREFIX = "layer_geometry_";

  private static final int LONGEST_PART_OF_ID = 39;

  private static final Set<String> OWN_COLUMNS =
      Set.of("id", "geometry", "valid_from", "valid_to", "recorded_at", "recorded_by");

  private static final String SELECT =
      """
      SELECT id,
        %s,
        valid_from, valid_to, recorded_at, recorded_by%s
      FROM public.feature_version
      WHERE %s
        AND valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date
        AND (valid_to IS NULL OR (now() AT TIME ZONE 'Asia/Shanghai')::date < valid_to)""";

  static SqlView of(LayerDeclaration layer) {
    if (layer.geometry() == GeometryType.NONE) {
      return new SqlView(
          layer.id(), SELECT.formatted(columns(layer.fields()), "", known(layer.id())), null);
    }
    String geometry = geometry(layer.geometry());
    String column = ",\n  " + geometry + " AS geometry";
    return new SqlView(
        layer.id(),
        SELECT.formatted(columns(layer.fields()), column, known(layer.id())),
        new Index(indexName(layer.id(), geometry), geometry));
  }

  /** Which rows the index holds. */
  String indexedRows() {
    return known(layer);
  }

  /** The name of the view in a statement. */
  String name() {
    return SCHEMA + '.' + quoted(layer);
  }

  /** Changes with whatever the view shows. */
  String fingerprint() {
    return Integer.toHexString(select.hashCode());
  }

  static String quoted(String identifier) {
    return '"' + identifier + '"';
  }

  /**
   * The layer twice, the second time so that only views find the index: without statistics
   * PostgreSQL would take it, too, to find a feature by its id, and read all of it.
   */
  private static String known(String layer) {
    return "layer = '%1$s' AND layer || '' = '%1$s' AND superseded_at IS NULL".formatted(layer);
  }

  /**
   * Of the declared type, also where a single geometry is stored; null where a layer had another
   * type when the feature was recorded.
   */
  private static String geometry(GeometryType type) {
    String multi = type == GeometryType.POINT ? "geometry" : "ST_Multi(geometry)";
    String accepted =
        type.accepted().stream()
            .map(name -> "'" + name.toUpperCase(Locale.ROOT) + "'")
            .collect(Collectors.joining(", "));
    String declared = type.geoJsonName();
    return "(CASE WHEN GeometryType(geometry) IN (%s) THEN %s END)::geometry(%s,%d)"
        .formatted(accepted, multi, declared, Dialect.SRID);
  }

  private static String columns(List<LayerField> fields) {
    Set<String> taken = new HashSet<>(OWN_COLUMNS);
    fields.forEach(field -> taken.add(field.name()));
    List<String> columns = new ArrayList<>();
    for (LayerField field : fields) {
      columns.add(value(field) + " AS " + quoted(columnName(field.name(), taken)));
    }
    return String.join(",\n  ", columns);
  }

  /** The view has columns of its own; a field that is called like one of them steps aside. */
  private static String columnName(String field, Set<String> taken) {
    String name = field;
    if (OWN_COLUMNS.contains(field)) {
      do {
        name += "_";
      } while (!taken.add(name));
    }
    return name;
  }

  /** A value of another type than the declared one, from before the declaration, is null. */
  private static String value(LayerField field) {
    String json = "properties -> '" + field.name() + "'";
    String text = "properties ->> '" + field.name() + "'";
    return switch (field.type()) {
      case TEXT -> "(" + text + ")";
      case INTEGER -> typed(json, "number", "trunc((" + text + ")::numeric)::bigint");
      case NUMBER -> typed(json, "number", "(" + text + ")::double precision");
      case BOOLEAN -> typed(json, "boolean", "(" + text + ")::boolean");
      case DATE ->
          "(CASE WHEN %s ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN (%s)::date END)"
              .formatted(text, text);
    };
  }

  private static String typed(String json, String type, String value) {
    return "(CASE WHEN json_typeof(%s) = '%s' THEN %s END)".formatted(json, type, value);
  }

  /** No longer than PostgreSQL takes. */
  private static String indexName(String layer, String geometry) {
    String part = layer.substring(0, Math.min(layer.length(), LONGEST_PART_OF_ID));
    return INDEX_PREFIX + part + "_" + Integer.toHexString((layer + geometry).hashCode());
  }
}

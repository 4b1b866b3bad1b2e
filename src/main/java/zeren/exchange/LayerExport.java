package zeren.exchange;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import zeren.format.TableRow;
import zeren.format.TableWriter;
import zeren.format.TableWriter.Column;
import zeren.format.TableWriter.Type;
import zeren.geo.CoordinateRangeException;
import zeren.geo.CoordinateSystem;
import zeren.layer.FieldType;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Title;

/**
 * Features of a layer as a table: their ids, then the fields that the viewer may see.
 *
 * @param rows which rows of the view go out
 * @param crs the system to write geometries in
 * @param language {@code zh} or {@code en} for headings and values as people call them; null for
 *     names as programs do, which is what is imported again
 */
public record LayerExport(
    LayerView view, IntPredicate rows, CoordinateSystem crs, @Nullable String language) {

  private static final Title ID = new Title("编号", "Id");

  /** What to tell a writer. */
  public TableWriter.Plan plan(boolean byteOrderMark) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(language == null ? "id" : ID.in(language), Type.TEXT));
    for (LayerField field : view.fields()) {
      columns.add(new Column(heading(field), type(field)));
    }
    return new TableWriter.Plan(
        language == null ? view.declaration().id() : view.declaration().title().in(language),
        columns,
        true,
        view.declaration().geometry().geoJsonName(),
        crs.code(),
        byteOrderMark);
  }

  private String heading(LayerField field) {
    if (language == null) {
      return field.name();
    }
    String unit = field.unit() == null ? "" : " (" + field.unit() + ")";
    return field.title().in(language) + unit;
  }

  private Type type(LayerField field) {
    return switch (field.type()) {
      case TEXT -> Type.TEXT;
      case INTEGER -> Type.INTEGER;
      case NUMBER -> Type.NUMBER;
      // For people yes and no are words.
      case BOOLEAN -> language == null ? Type.BOOLEAN : Type.TEXT;
      case DATE -> Type.DATE;
    };
  }

  /**
   * The first feature with its coordinates outside of the reach of the system, and why; null when
   * all can be written.
   */
  public @Nullable String findUnreachable() {
    for (int row = 0; row < view.size(); row++) {
      if (rows.test(row)) {
        try {
          Envelope box = view.geometry(row).getEnvelopeInternal();
          crs.fromCanonical(box.getMinX(), box.getMinY());
          crs.fromCanonical(box.getMaxX(), box.getMaxY());
        } catch (CoordinateRangeException e) {
          return "Feature '%s': %s".formatted(view.id(row), e.getMessage());
        }
      }
    }
    return null;
  }

  /** Writes all rows, in the order of their ids. */
  public void writeTo(TableWriter writer) throws IOException {
    long number = 0;
    for (int row = 0; row < view.size(); row++) {
      if (rows.test(row)) {
        Geometry geometry = crs.fromCanonical(view.geometry(row));
        writer.write(new TableRow(++number, values(row), geometry, null, null));
      }
    }
  }

  private List<@Nullable Object> values(int row) {
    Map<String, Object> properties = view.properties(row);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(view.id(row));
    for (LayerField field : view.fields()) {
      values.add(value(field, properties.get(field.name())));
    }
    return values;
  }

  private @Nullable Object value(LayerField field, @Nullable Object stored) {
    if (stored instanceof String day && field.type() == FieldType.DATE) {
      return LocalDate.parse(day);
    }
    if (language == null || stored == null) {
      return stored;
    }
    if (stored instanceof Boolean yes) {
      return language.equals("en") ? (yes ? "yes" : "no") : (yes ? "是" : "否");
    }
    Title title = field.values() == null ? null : field.values().get(stored.toString());
    return title == null ? stored : title.in(language);
  }
}

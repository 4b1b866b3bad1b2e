package zeren.exchange;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import zeren.layer.GeometryType;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Title;

/**
 * Features of a layer as a table: their ids, then the fields that the viewer may see, in the order
 * of their ids. Which of them go out is decided once, at the start.
 */
public final class LayerExport {

  private static final Title ID = new Title("编号", "Id");
  private static final Title FROM = new Title("起始日期", "Valid from");

  /** For people it is the last day, for programs the first one without. */
  private static final Title LAST = new Title("终止日期", "Last day");

  private final LayerView view;
  private final BitSet rows;
  private final CoordinateSystem crs;
  private final @Nullable String language;
  private final Names names;

  /** What the feature is called that a value of a field refers to. */
  @FunctionalInterface
  public interface Names {
    Optional<String> find(LayerField field, Object value);
  }

  /**
   * @param keep which rows of the view go out
   * @param crs the system to write geometries in
   * @param language {@code zh} or {@code en} for headings and values as people call them; null for
   *     names as programs do, which is what is imported again
   * @param names asked with a language only
   */
  public LayerExport(
      LayerView view,
      IntPredicate keep,
      CoordinateSystem crs,
      @Nullable String language,
      Names names) {
    this.names = names;
    this.view = view;
    this.crs = crs;
    this.language = language;
    this.rows = view.select(keep);
  }

  /** What to tell a writer. */
  public TableWriter.Plan plan(boolean byteOrderMark) {
    Set<String> taken = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    columns.add(
        new Column(unique(language == null ? "id" : ID.in(language), "", taken), Type.TEXT));
    for (LayerField field : view.fields()) {
      columns.add(new Column(unique(heading(field), field.name(), taken), type(field)));
    }
    if (isTable()) {
      columns.add(
          new Column(
              unique(language == null ? RowPeriod.FROM : FROM.in(language), "", taken), Type.DATE));
      columns.add(
          new Column(
              unique(language == null ? RowPeriod.TO : LAST.in(language), "", taken), Type.DATE));
    }
    return new TableWriter.Plan(
        language == null ? view.declaration().id() : view.declaration().title().in(language),
        columns,
        !isTable(),
        isTable() ? null : view.declaration().geometry().geoJsonName(),
        crs.code(),
        byteOrderMark);
  }

  private boolean isTable() {
    return view.declaration().geometry() == GeometryType.NONE;
  }

  private String heading(LayerField field) {
    if (language == null) {
      return field.name();
    }
    String unit = field.unit() == null ? "" : " (" + field.unit() + ")";
    return field.title().in(language) + unit;
  }

  /** Two fields may have one title; their names tell them apart. */
  private static String unique(String heading, String name, Set<String> taken) {
    return taken.add(heading) ? heading : heading + " [" + name + "]";
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
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      // The reach of every system is a range of degrees: it holds the corners or not the whole.
      Envelope box = view.box(row);
      if (box.isNull()) {
        continue;
      }
      try {
        crs.fromCanonical(box.getMinX(), box.getMinY());
        crs.fromCanonical(box.getMaxX(), box.getMaxY());
      } catch (CoordinateRangeException e) {
        return "Feature '%s': %s".formatted(view.id(row), e.getMessage());
      }
    }
    return null;
  }

  /** Writes all rows. */
  public void writeTo(TableWriter writer) throws IOException {
    long number = 0;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      Geometry geometry = isTable() ? null : crs.fromCanonical(view.geometry(row));
      writer.write(new TableRow(++number, values(row), geometry, null, null));
    }
  }

  private List<@Nullable Object> values(int row) {
    Map<String, Object> properties = view.properties(row);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(view.id(row));
    for (LayerField field : view.fields()) {
      values.add(value(field, properties.get(field.name())));
    }
    if (isTable()) {
      LocalDate end = view.validTo(row);
      values.add(view.validFrom(row));
      values.add(end == null || language == null ? end : end.minusDays(1));
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
    return names
        .find(field, stored)
        .map(Object.class::cast)
        .orElseGet(() -> field.shown(stored, language));
  }
}

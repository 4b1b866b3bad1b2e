package zeren.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zeren.format.FileFormat;
import zeren.format.TableFiles;
import zeren.format.TableRow;
import zeren.format.TableWriter;
import zeren.geo.CoordinateSystem;
import zeren.layer.FeatureNames;
import zeren.layer.FieldType;
import zeren.layer.LayerField;
import zeren.layer.LayerView;

/**
 * A file of rows that somebody sees before them: these rows, these columns, in this order. What
 * stands in them is read anew from the layers, as this viewer may see them.
 */
public final class TableFile {

  private final String language;
  private final List<TableColumn> columns;
  private final List<TableLine> lines;
  private final FeatureNames names;

  /**
   * @param names of the features that values refer to, as the viewer may see them
   */
  public TableFile(
      String language, List<TableColumn> columns, List<TableLine> lines, FeatureNames names) {
    this.language = language;
    this.columns = List.copyOf(columns);
    this.lines = List.copyOf(lines);
    this.names = names;
  }

  /** Writes all of it; the stream is left open. */
  public void writeTo(FileFormat format, OutputStream out) throws IOException {
    TableWriter writer = TableFiles.create(format, plan(), out);
    long number = 0;
    for (TableLine line : lines) {
      List<@Nullable Object> values = new ArrayList<>();
      for (TableColumn column : columns) {
        values.add(value(column, line));
      }
      writer.write(new TableRow(++number, values, null, null, null));
    }
    writer.close();
  }

  private TableWriter.Plan plan() {
    Map<String, TableWriter.Column> all = new LinkedHashMap<>();
    for (TableColumn column : columns) {
      String heading = heading(column);
      String own = all.containsKey(heading) ? heading + " [" + column.name() + "]" : heading;
      all.put(own, new TableWriter.Column(own, type(column)));
    }
    return new TableWriter.Plan(
        language.equals("en") ? "Desk" : "工作台",
        List.copyOf(all.values()),
        false,
        null,
        CoordinateSystem.CGCS2000.code(),
        true);
  }

  /** Layers may call a field of the same name differently. */
  private String heading(TableColumn column) {
    if (column.known() != null) {
      return column.known().title().in(language);
    }
    List<String> titles = new ArrayList<>();
    for (LayerField field : column.fields()) {
      String unit = field.unit() == null ? "" : " (" + field.unit() + ")";
      String title = field.title().in(language) + unit;
      if (!titles.contains(title)) {
        titles.add(title);
      }
    }
    return String.join(" / ", titles);
  }

  private static TableWriter.Type type(TableColumn column) {
    if (column.known() != null) {
      return column.known().type();
    }
    List<FieldType> types = column.fields().stream().map(LayerField::type).distinct().toList();
    return types.size() > 1
        ? TableWriter.Type.TEXT
        : switch (types.get(0)) {
          case INTEGER -> TableWriter.Type.INTEGER;
          case NUMBER -> TableWriter.Type.NUMBER;
          case DATE -> TableWriter.Type.DATE;
          case TEXT, BOOLEAN -> TableWriter.Type.TEXT;
        };
  }

  private @Nullable Object value(TableColumn column, TableLine line) {
    if (column.known() != null) {
      return column.known().value(line, language);
    }
    LayerView view = line.view();
    Optional<LayerField> field =
        view.fields().stream().filter(one -> one.name().equals(column.name())).findFirst();
    Object value = view.value(line.row(), column.name());
    if (field.isEmpty() || value == null) {
      return null;
    }
    Object shown =
        names
            .find(field.get(), value)
            .map(Object.class::cast)
            .orElseGet(() -> field.get().shown(value, language));
    if (type(column) == TableWriter.Type.TEXT) {
      return shown.toString();
    }
    return shown instanceof String day && field.get().type() == FieldType.DATE
        ? LocalDate.parse(day)
        : shown;
  }
}

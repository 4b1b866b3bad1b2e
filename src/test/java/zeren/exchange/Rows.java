package zeren.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import zeren.format.FormatException;
import zeren.format.FormatLimits;
import zeren.format.Table;
import zeren.format.TableDescription;
import zeren.format.TableFiles;
import zeren.format.TableRow;
import zeren.layer.LayerDeclaration;

/** Rows and mappings for tests of what is done with them. */
final class Rows {

  private Rows() {}

  /** A file as the reader of its format gives it. */
  record Sheet(TableDescription description, List<TableRow> rows) {

    Mapping guess(String layer) {
      return MappingGuess.guess(Rows.layer(layer), description, rows);
    }
  }

  /** What the reader of CSV makes of the text. */
  static Sheet csv(String text) {
    try {
      Path file = Files.createTempFile("rows", ".csv");
      try {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return read(file, "rows.csv");
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sheet read(Path file, String name) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    try (Table table = TableFiles.open(file, name, null, FormatLimits.DEFAULT)) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        rows.add(row);
      }
      return new Sheet(table.description(), rows);
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  static LayerDeclaration layer(String id) {
    return Declared.ALL.find(id).orElseThrow();
  }

  private static final class Declared {
    static final zeren.layer.Declarations ALL = Readers.declarations();
  }

  static TableRow row(long number, @Nullable Object... values) {
    return new TableRow(number, Arrays.asList(values), null, null, null);
  }

  static TableRow shape(long number, Geometry geometry, @Nullable Object... values) {
    return new TableRow(number, Arrays.asList(values), geometry, null, null);
  }

  /** A column and its target in turn. */
  static Mapping mapping(String... columnsAndTargets) {
    Map<String, @Nullable String> columns = new LinkedHashMap<>();
    for (int i = 0; i < columnsAndTargets.length; i += 2) {
      columns.put(columnsAndTargets[i], columnsAndTargets[i + 1]);
    }
    return new Mapping(columns);
  }

  /** A plan for rows that have a value for each of the targets, in this order. */
  static ColumnPlan plan(String layer, boolean ownGeometry, String... targets) {
    Map<String, @Nullable String> columns = new LinkedHashMap<>();
    for (String target : targets) {
      columns.put("column " + target, target);
    }
    return ColumnPlan.of(
        new Mapping(columns), List.copyOf(columns.keySet()), ownGeometry, layer(layer));
  }
}

package zeren.zone.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Title;
import zeren.zone.Near.Find;
import zeren.zone.Near.Sought;
import zeren.zone.NearGroup;

/**
 * The finds as a table for a spreadsheet: UTF-8 with a byte order mark, headings and values in the
 * reader's language, all pages at once.
 */
final class NearCsv {

  private static final List<Title> FIXED =
      List.of(
          new Title("中心编号", "Centre id"),
          new Title("中心名称", "Centre"),
          new Title("图层", "Layer"),
          new Title("编号", "Id"),
          new Title("距离(m)", "Distance (m)"),
          new Title("方位(°)", "Bearing (°)"),
          new Title("经度", "Longitude"),
          new Title("纬度", "Latitude"));

  private NearCsv() {}

  /** What the feature is called that a value of a field refers to. */
  @FunctionalInterface
  interface Names {
    Optional<String> find(LayerField field, Object value);
  }

  static String write(NearQuestion question, List<NearGroup> groups, Names names) {
    String language = question.language();
    Map<String, String> headings = headings(question);
    StringBuilder out = new StringBuilder("\uFEFF");
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      List<String> first = new ArrayList<>();
      FIXED.forEach(title -> first.add(title.in(language)));
      first.addAll(headings.values());
      csv.printRecord(first);
      for (NearGroup group : groups) {
        for (Find find : group.found()) {
          csv.printRecord(row(group, find, headings.keySet(), language, names));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** The fields of all layers looked for, one column a name. */
  private static Map<String, String> headings(NearQuestion question) {
    Map<String, String> headings = new LinkedHashMap<>();
    for (Sought sought : question.sought()) {
      for (LayerField field : sought.view().fields()) {
        String unit = field.unit() == null ? "" : "(" + field.unit() + ")";
        headings.merge(
            field.name(),
            field.title().in(question.language()) + unit,
            (one, other) -> one.contains(other) ? one : one + "/" + other);
      }
    }
    return headings;
  }

  private static List<Object> row(
      NearGroup group, Find find, Iterable<String> fields, String language, Names names) {
    LayerView view = find.view();
    List<Object> row = new ArrayList<>();
    row.add(harmless(group.around().id()));
    row.add(harmless(group.around().name()));
    row.add(view.declaration().title().in(language));
    row.add(harmless(view.id(find.row())));
    row.add(NearBody.millimetres(find.distance()));
    row.add(NearBody.hundredths(find.bearing()));
    row.add(NearBody.nanodegrees(find.at().lon()));
    row.add(NearBody.nanodegrees(find.at().lat()));
    for (String field : fields) {
      row.add(harmless(shown(view, find.row(), field, language, names)));
    }
    return row;
  }

  private static @Nullable Object shown(
      LayerView view, int row, String name, String language, Names names) {
    Object value = view.value(row, name);
    LayerField field =
        view.fields().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElse(null);
    if (value == null || field == null) {
      return value;
    }
    return names
        .find(field, value)
        .map(Object.class::cast)
        .orElseGet(() -> field.shown(value, language));
  }

  /**
   * A spreadsheet would run text that starts like a formula, in some languages also with the wide
   * forms of the signs; a leading apostrophe keeps it text.
   */
  private static Object harmless(@Nullable Object value) {
    if (value instanceof String text
        && !text.isEmpty()
        && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0) {
      return "'" + text;
    }
    return value == null ? "" : value;
  }
}

package zeren.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a KML, which says nowhere what they all are. */
final class KmlColumns {

  private final List<String> names = new ArrayList<>();
  private final Map<String, String> types = new LinkedHashMap<>();

  private KmlColumns() {}

  /** Goes through a whole document. */
  static KmlColumns of(XmlReader xml, FormatLimits limits, List<String> notes)
      throws FormatException {
    KmlDocument document = new KmlDocument(xml);
    Map<String, String> found = document.types();
    boolean named = false;
    boolean described = false;
    boolean foldered = false;
    long rows = 0;
    for (KmlPlacemark one = document.next(); one != null; one = document.next()) {
      if (++rows > limits.rows()) {
        throw new FormatException(
            "rows-limit",
            "The KML has more than " + limits.rows() + " Placemarks; split it into several files",
            "row " + rows);
      }
      one.data().keySet().forEach(name -> found.putIfAbsent(name, "string"));
      if (found.size() > limits.columns()) {
        throw new FormatException(
            "columns-limit",
            "The Placemarks have more than " + limits.columns() + " different values",
            "row " + rows);
      }
      named |= one.name() != null && !one.data().containsValue(one.name());
      described |= one.description() != null;
      foldered |= one.folder() != null;
    }
    if (rows == 0) {
      throw new FormatException(
          "no-rows",
          document.linked()
              ? "The KML only links to another; open that and save it with its places"
              : "The KML has no Placemark",
          null);
    }
    if (document.linked()) {
      notes.add("Links to other KML (NetworkLink) are not followed");
    }
    KmlColumns columns = new KmlColumns();
    columns.add("name", named, found);
    columns.add("description", described, found);
    columns.add("folder", foldered, found);
    found.forEach(columns::add);
    return columns;
  }

  private void add(String name, boolean wanted, Map<String, String> found) {
    if (wanted && !found.containsKey(name)) {
      add(name, "string");
    }
  }

  private void add(String name, String type) {
    names.add(name);
    types.put(name, type);
  }

  List<String> names() {
    return names;
  }

  List<@Nullable Object> values(KmlPlacemark placemark) {
    List<@Nullable Object> values = new ArrayList<>(names.size());
    for (String name : names) {
      String text = placemark.data().get(name);
      if (text == null) {
        values.add(
            switch (name) {
              case "name" -> placemark.name();
              case "description" -> placemark.description();
              case "folder" -> placemark.folder();
              default -> null;
            });
      } else {
        values.add(typed(text, types.getOrDefault(name, "string")));
      }
    }
    return values;
  }

  /** Text when it is not what its type says. */
  private static Object typed(String text, String type) {
    try {
      return switch (type) {
        case "int", "uint", "short", "ushort" -> Long.valueOf(text);
        case "float", "double" -> {
          double number = Double.parseDouble(text);
          yield Double.isFinite(number) ? (Object) number : text;
        }
        case "bool" ->
            switch (text) {
              case "1", "true" -> true;
              case "0", "false" -> false;
              default -> text;
            };
        default -> text;
      };
    } catch (NumberFormatException e) {
      return text;
    }
  }
}

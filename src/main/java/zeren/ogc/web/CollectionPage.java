package zeren.ogc.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import zeren.layer.GeometryType;
import zeren.layer.LayerField;
import zeren.layer.LayerView;

/** What stands on the pages about collections. */
final class CollectionPage {

  private CollectionPage() {}

  /** A line of the list. */
  static Map<String, Object> summary(LayerView view, String language) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", view.declaration().id());
    values.put("title", view.declaration().title().in(language));
    values.put("address", path(view));
    values.put("count", view.size());
    values.put("geometry", view.declaration().geometry().geoJsonName().toLowerCase(Locale.ROOT));
    values.put("onMap", view.declaration().geometry() != GeometryType.NONE);
    return values;
  }

  private static String path(LayerView view) {
    return "/ogc/collections/" + Addresses.encoded(view.declaration().id());
  }

  static Map<String, Object> of(LayerView view, String language) {
    Map<String, Object> values = summary(view, language);
    values.put("fields", fields(view, language));
    values.put("systems", Systems.of(view));
    Envelope box = view.extent();
    values.put(
        "extent",
        box.isNull()
            ? ""
            : String.format(
                Locale.ROOT,
                "%.5f,%.5f,%.5f,%.5f",
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY()));
    return values;
  }

  static Map<String, Object> queryables(LayerView view, String language) {
    Map<String, Object> values = summary(view, language);
    values.put("fields", fields(view, language));
    return values;
  }

  private static List<Map<String, Object>> fields(LayerView view, String language) {
    List<Map<String, Object>> fields = new ArrayList<>();
    for (LayerField field : view.fields()) {
      List<String> values = new ArrayList<>();
      if (field.values() != null) {
        field.values().forEach((value, title) -> values.add(value + " " + title.in(language)));
      }
      fields.add(
          Map.of(
              "name", field.name(),
              "title", field.title().in(language),
              "type", field.type().name().toLowerCase(Locale.ROOT),
              "unit", field.unit() == null ? "" : field.unit(),
              "values", values));
    }
    return fields;
  }
}

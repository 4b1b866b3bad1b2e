package zeren.ogc.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zeren.layer.FeatureVersion;
import zeren.layer.FieldTexts;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;

/** What stands on the page of one feature. */
final class ItemPage {

  private ItemPage() {}

  /**
   * @param view of its layer, on any day
   */
  static Map<String, Object> of(
      FeatureVersion feature, LayerView view, FieldTexts texts, String language) {
    LayerDeclaration layer = view.declaration();
    List<Map<String, Object>> facts = new ArrayList<>();
    for (LayerField field : view.fields()) {
      String text = texts.of(field, feature.properties().get(field.name()));
      if (!text.isEmpty()) {
        facts.add(Map.of("title", FieldTexts.heading(field, language), "text", text));
      }
    }
    LocalDate end = feature.validTo();
    Object name = feature.properties().get(layer.name());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", feature.id());
    values.put("name", name == null ? feature.id() : name);
    values.put("title", layer.title().in(language));
    values.put("address", "/ogc/collections/" + Addresses.encoded(layer.id()));
    values.put("onMap", layer.geometry() != GeometryType.NONE);
    values.put("facts", facts);
    values.put("validFrom", feature.validFrom().toString());
    values.put("validTo", end == null ? "" : end.toString());
    values.put("version", feature.version());
    return values;
  }
}

package zeren.ogc.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zeren.layer.FieldTexts;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.problem.QueryParameters;

/** What stands on the page that lists features. */
final class ItemsTable {

  private ItemsTable() {}

  static Map<String, Object> of(
      ItemsQuestion.Asked asked, FieldTexts texts, QueryParameters parameters, String language) {
    OrderedFeatures features = asked.features();
    LayerView first = features.views().get(0);
    LayerDeclaration layer = first.declaration();
    ItemsPage page = asked.page();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("title", layer.title().in(language));
    String address = "/ogc/collections/" + Addresses.encoded(layer.id());
    values.put("address", address);
    values.put("onMap", layer.geometry() != GeometryType.NONE);
    values.put("matched", page.matched());
    values.put("returned", page.shown().length);
    values.put("search", or(parameters.findText("q"), ""));
    values.put("next", page(ItemsPage.AFTER, page.after()));
    values.put("prev", page(ItemsPage.BEFORE, page.before()));
    List<LayerField> fields = first.fields();
    values.put(
        "headings", fields.stream().map(field -> FieldTexts.heading(field, language)).toList());
    String question = question(parameters, language);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int feature : page.shown()) {
      LayerView view = features.view(feature);
      int row = features.rowOf(feature);
      rows.add(
          Map.of(
              "id", view.id(row),
              "address", address + "/items/" + Addresses.encoded(view.id(row)) + question,
              "cells",
                  fields.stream()
                      .map(field -> texts.of(field, view.value(row, field.name())))
                      .toList()));
    }
    values.put("rows", rows);
    return values;
  }

  private static String page(String parameter, @Nullable String id) {
    return id == null ? "" : Addresses.ofPage(parameter, id);
  }

  /** The part of the question that a feature by itself is asked with as well. */
  private static String question(QueryParameters parameters, String language) {
    StringBuilder question = new StringBuilder();
    for (String name : List.of("datetime", "at")) {
      String value = parameters.findText(name);
      if (value != null) {
        question.append(question.isEmpty() ? '?' : '&').append(name).append('=');
        question.append(Addresses.encoded(value));
      }
    }
    if (language.equals("en")) {
      question.append(question.isEmpty() ? '?' : '&').append("lang=en");
    }
    return question.toString();
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}

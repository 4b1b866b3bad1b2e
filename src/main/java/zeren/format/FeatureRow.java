package zeren.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import zeren.geo.GeoJson;
import zeren.geo.GeoJsonException;

/** Makes a row of a GeoJSON feature. */
final class FeatureRow {

  private FeatureRow() {}

  /** The row; with a fault when it is no feature, or its geometry is none. */
  static TableRow of(long number, JsonNode feature, List<String> columns) {
    String problem = problem(feature);
    if (problem != null) {
      return broken(number, columns.size(), problem, feature.toString());
    }
    List<@Nullable Object> values = new ArrayList<>(columns.size());
    String fault = null;
    for (int i = 0; i < columns.size(); i++) {
      JsonNode value = value(feature, columns, i);
      values.add(cell(value));
      if (value.isNumber() && !value.isIntegralNumber() && !Double.isFinite(value.doubleValue())) {
        fault = "The number in " + columns.get(i) + " is too large";
      } else if (value.isString() && value.stringValue().indexOf('\0') >= 0) {
        fault = "The text in " + columns.get(i) + " has zero characters";
      }
    }
    JsonNode geometry = feature.path("geometry");
    if (geometry.isNull() || geometry.isMissingNode()) {
      return new TableRow(number, values, null, fault, null);
    }
    try {
      Geometry read = GeoJson.read(geometry);
      return new TableRow(number, values, read, fault, null);
    } catch (GeoJsonException e) {
      return new TableRow(
          number,
          values,
          null,
          "The geometry cannot be read: " + e.jsonPath() + " " + e.problem(),
          new JsonOriginal(geometry.toString(), false));
    }
  }

  /** A row of which nothing could be read. */
  static TableRow broken(long number, int columns, String fault, String original) {
    return new TableRow(
        number,
        new ArrayList<>(Collections.<@Nullable Object>nCopies(columns, null)),
        null,
        fault,
        new JsonOriginal(original, true));
  }

  private static @Nullable String problem(JsonNode feature) {
    if (!feature.isObject()) {
      return "Expected a feature, an object with the type Feature";
    }
    if (!feature.path("type").asString("").equals("Feature")) {
      return "Expected the type Feature, got '" + feature.path("type").asString("") + "'";
    }
    JsonNode properties = feature.path("properties");
    return properties.isObject() || properties.isNull() || properties.isMissingNode()
        ? null
        : "Its properties are no object";
  }

  private static JsonNode value(JsonNode feature, List<String> columns, int column) {
    String name = columns.get(column);
    JsonNode property = feature.path("properties").path(name);
    boolean ownId =
        column == 0
            && property.isMissingNode()
            && (name.equals(FeatureColumns.ID) || name.equals(FeatureColumns.OTHER_ID));
    return ownId ? feature.path(FeatureColumns.ID) : property;
  }

  private static @Nullable Object cell(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    if (value.isString()) {
      return CellText.clean(value.stringValue());
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    if (value.isNumber() && !value.isIntegralNumber()) {
      return value.doubleValue();
    }
    // Objects and lists as their JSON, and whole numbers with more digits than a long has.
    return value.toString();
  }
}

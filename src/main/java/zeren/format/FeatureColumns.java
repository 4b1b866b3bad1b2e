package zeren.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The columns of a GeoJSON, which are known when all features were seen: their properties, in the
 * order in which they first appear. Before them stands the {@code id} of the features. It is left
 * out when it only repeats a property {@code id}, and called {@code @id} when it does not.
 */
final class FeatureColumns {

  static final String ID = "id";
  static final String OTHER_ID = "@id";

  private final FormatLimits limits;
  private final Set<String> properties = new LinkedHashSet<>();
  private boolean ids;
  private boolean idsDiffer;
  private boolean geometries;
  private long features;

  FeatureColumns(FormatLimits limits) {
    this.limits = limits;
  }

  /**
   * Looks at the next feature.
   *
   * @param row its number, for messages
   */
  void add(JsonNode feature, long row) throws FormatException {
    if (++features > limits.rows()) {
      throw new FormatException(
          "rows-limit",
          "The file has more than " + limits.rows() + " features; split it into several files",
          "row " + row);
    }
    JsonNode own = feature.path("properties");
    properties.addAll(own.propertyNames());
    if (properties.size() >= limits.columns()) {
      throw new FormatException(
          "columns-limit",
          "Up to feature %d there are %d different properties; fewer than %d are read"
              .formatted(row, properties.size(), limits.columns()),
          "row " + row);
    }
    if (feature.path(ID).isValueNode() && !feature.path(ID).isNull()) {
      ids = true;
      idsDiffer |= !own.path(ID).asString("").equals(feature.path(ID).asString(""));
    }
    geometries |= feature.path("geometry").isObject();
  }

  boolean anyFeature() {
    return features > 0;
  }

  boolean anyGeometry() {
    return geometries;
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    if (ids && !properties.contains(ID)) {
      names.add(ID);
    } else if (ids && idsDiffer && !properties.contains(OTHER_ID)) {
      names.add(OTHER_ID);
    }
    names.addAll(properties);
    return names;
  }
}

package zeren.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeren.geo.GeoJson;
import zeren.geo.GeoJsonException;

/** A GeoJSON FeatureCollection; the id of a feature is its column {@code id}. */
final class GeoJsonFormat implements RowFormat {

  private final JsonMapper json = new JsonMapper();

  @Override
  public List<Row> read(InputStream in, Manifest.Entry entry) throws IOException, RowException {
    JsonNode collection;
    try {
      collection = json.readTree(in);
    } catch (JacksonException e) {
      throw new RowException(null, null, "is not JSON: " + e.getOriginalMessage());
    }
    JsonNode features = collection.path("features");
    if (!collection.path("type").asString("").equals("FeatureCollection") || !features.isArray()) {
      throw new RowException(null, null, "is not a GeoJSON FeatureCollection");
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode feature : features) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("id", value(feature.path("id")));
      feature
          .path("properties")
          .properties()
          .forEach(property -> values.put(property.getKey(), value(property.getValue())));
      JsonNode geometry = feature.path("geometry");
      rows.add(new Row(rows.size() + 1, values, () -> geometry(geometry)));
    }
    return rows;
  }

  @Override
  public Set<String> geometryColumns(Manifest.Entry entry) {
    return Set.of();
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return null;
    }
    return node.isValueNode() ? node.asString() : node.toString();
  }

  private static Geometry geometry(JsonNode geometry) throws RowException {
    try {
      return GeoJson.read(geometry);
    } catch (GeoJsonException e) {
      throw new RowException("geometry", e.jsonPath(), e.problem());
    }
  }
}

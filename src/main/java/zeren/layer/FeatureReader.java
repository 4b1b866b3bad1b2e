package zeren.layer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import zeren.geo.CoordinateRangeException;
import zeren.geo.CoordinateSystem;
import zeren.geo.GeoJson;
import zeren.geo.GeoJsonException;
import zeren.geo.UnknownCoordinateSystemException;
import zeren.problem.ProblemException;

/** Reads GeoJSON features as drafts, and says what is wrong with them in words for their author. */
@Component
public class FeatureReader {

  private static final Set<String> MEMBERS =
      Set.of("type", "id", "geometry", "properties", "valid_from", "valid_to", "bbox", "links");

  private final Declarations declarations;

  FeatureReader(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * @param id of the feature; the one in the feature itself, if it has one, must be the same
   * @param crs of the coordinates; EPSG:4490 when null
   * @param today from when it is so unless the feature says it
   * @throws ProblemException 400 that names the member or field
   */
  public FeatureDraft read(
      LayerDeclaration layer, String id, @Nullable String crs, JsonNode feature, LocalDate today) {
    return read(layer, id, system(crs), feature, today);
  }

  /**
   * @param system of the coordinates, in its axis order
   * @throws ProblemException 400 that names the member or field
   */
  public FeatureDraft read(
      LayerDeclaration layer,
      String id,
      CoordinateSystem system,
      JsonNode feature,
      LocalDate today) {
    for (Map.Entry<String, JsonNode> member : feature.properties()) {
      if (!MEMBERS.contains(member.getKey())) {
        throw bad("member '" + member.getKey() + "' is not known here", member.getKey());
      }
    }
    if (!feature.path("type").asString("").equals("Feature")) {
      throw bad("the body must be a GeoJSON Feature", "type");
    }
    JsonNode named = feature.path("id");
    if (!named.isMissingNode() && !named.isNull() && !named.asString().equals(id)) {
      throw bad("its id is '" + named.asString() + "', the address says '" + id + "'", "id");
    }
    Geometry given = geometry(layer, feature.path("geometry"));
    LocalDate from = findDay(feature, "valid_from");
    return new FeatureDraft(
        layer.id(),
        id,
        given.isEmpty() ? given : canonical(given, system),
        properties(layer, feature.path("properties")),
        from == null ? today : from,
        findDay(feature, "valid_to"),
        given.isEmpty() || system.code().equals(CoordinateSystem.CGCS2000.code())
            ? null
            : new FeatureDraft.SourcePosition(
                system.code(), new WKTWriter().write(system.eastFirst(given))));
  }

  /**
   * @throws ProblemException 400 when a draft does not fit its layer
   */
  public void check(String layer, Collection<FeatureDraft> drafts) {
    try {
      new DraftCheck(declarations, layer).check(drafts);
    } catch (DraftException e) {
      throw refused(e);
    }
  }

  private static CoordinateSystem system(@Nullable String crs) {
    try {
      return crs == null ? CoordinateSystem.CGCS2000 : CoordinateSystem.parse(crs);
    } catch (UnknownCoordinateSystemException e) {
      throw ProblemException.badParameter(
          "crs",
          "Parameter 'crs' is '%s', which is not supported.".formatted(crs),
          CoordinateSystem.supported());
    }
  }

  /** In a table it may be missing. */
  private static Geometry geometry(LayerDeclaration layer, JsonNode geometry) {
    if (layer.geometry() == GeometryType.NONE && (geometry.isMissingNode() || geometry.isNull())) {
      return FeatureDraft.nowhere();
    }
    try {
      return GeoJson.read(geometry);
    } catch (GeoJsonException e) {
      throw bad("geometry at " + e.jsonPath() + ": " + e.problem(), "geometry");
    }
  }

  private static Geometry canonical(Geometry given, CoordinateSystem system) {
    try {
      return system.toCanonical(given);
    } catch (CoordinateRangeException e) {
      throw bad("geometry lies outside of where " + system + " has a meaning", "geometry");
    }
  }

  private static @Nullable LocalDate findDay(JsonNode feature, String member) {
    JsonNode given = feature.path(member);
    if (given.isMissingNode() || given.isNull()) {
      return null;
    }
    try {
      return LocalDate.parse(given.asString(""));
    } catch (DateTimeException e) {
      throw bad(
          "'" + given.asString("") + "' must be a day that exists, such as 2026-11-22", member);
    }
  }

  private Map<String, @Nullable Object> properties(LayerDeclaration layer, JsonNode given) {
    if (!given.isObject()) {
      throw bad("'properties' must be an object", "properties");
    }
    return values(layer, given);
  }

  /**
   * The members of an object as values of the layer's fields: a number takes the type of its field.
   * Whether they fit is looked at with everything else.
   */
  public Map<String, @Nullable Object> values(LayerDeclaration layer, JsonNode given) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : given.properties()) {
      LayerField field = layer.findField(property.getKey()).orElse(null);
      values.put(
          property.getKey(),
          field != null && field.many()
              ? several(property.getValue(), field)
              : value(property.getValue(), field == null ? null : field.type()));
    }
    return values;
  }

  /** Several values in a list or a text, in any order. */
  private static @Nullable Object several(JsonNode node, LayerField field) {
    if (!node.isArray() && !node.isString()) {
      return value(node, FieldType.TEXT);
    }
    List<String> values = new ArrayList<>();
    if (node.isArray()) {
      node.values().forEach(one -> values.add(one.asString("")));
    } else {
      values.addAll(ManyValues.split(node.stringValue()));
    }
    return values.isEmpty() ? null : ManyValues.join(field, values);
  }

  private static @Nullable Object value(JsonNode node, @Nullable FieldType type) {
    if (node.isNull()) {
      return null;
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isNumber()) {
      boolean whole =
          type != FieldType.NUMBER && node.canConvertToLong() && node.isIntegralNumber();
      return whole ? (Object) node.longValue() : (Object) node.doubleValue();
    }
    return node.isString() ? node.stringValue() : node.toString();
  }

  /** What is wrong with a draft, as a problem for whoever sent it. */
  public static ProblemException refused(DraftException refused) {
    DraftException.Refusal first = refused.refusals().get(0);
    List<Map<String, String>> errors =
        refused.refusals().stream()
            .map(one -> Map.of("field", one.field(), "reason", one.reason()))
            .toList();
    return bad("field '" + first.field() + "' " + first.reason(), first.field())
        .with("errors", errors);
  }

  private static ProblemException bad(String reason, String field) {
    return new ProblemException(
            HttpStatus.BAD_REQUEST,
            "bad-feature",
            "The feature cannot be recorded",
            "Nothing was recorded: " + reason + ".")
        .with("field", field);
  }
}

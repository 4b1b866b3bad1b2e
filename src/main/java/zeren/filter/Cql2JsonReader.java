package zeren.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeren.filter.Expression.Call;
import zeren.geo.GeoJson;
import zeren.geo.GeoJsonException;

/** Reads CQL2 JSON (OGC 21-065r2, annex C). */
final class Cql2JsonReader {

  /** Each operator takes two levels, an object and an array, and a geometry some more. */
  private static final int DEEPEST_JSON = 2 * Cql2.DEEPEST + 10;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST_JSON).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private final String parameter;
  private int vertices;

  Cql2JsonReader(String parameter) {
    this.parameter = parameter;
  }

  Expression read(String json) {
    JsonPlace root = JsonPlace.root(parameter);
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw root.problem("this is not JSON that can be read: " + e.getOriginalMessage());
    }
    return expression(tree, root);
  }

  private Expression expression(JsonNode node, JsonPlace place) {
    if (node.isString()) {
      return new Expression.Text(place, node.stringValue(), node.stringValue());
    }
    if (node.isNumber()) {
      return new Expression.Figure(place, number(node, place));
    }
    if (node.isBoolean()) {
      return new Expression.Truth(place, node.booleanValue());
    }
    if (node.isArray()) {
      return new Expression.Items(place, expressions(node, place));
    }
    if (!node.isObject()) {
      throw place.problem(
          "nothing can be compared with null here; the operator isNull asks for it");
    }
    return object(node, place);
  }

  private static Object number(JsonNode node, JsonPlace place) {
    if (node.canConvertToLong() && node.isIntegralNumber()) {
      return node.longValue();
    }
    double number = node.asDouble();
    if (!Double.isFinite(number)) {
      throw place.problem("this number is too large");
    }
    return number;
  }

  private List<Expression> expressions(JsonNode array, JsonPlace place) {
    List<Expression> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      items.add(expression(array.get(i), place.at(i)));
    }
    return items;
  }

  private Expression object(JsonNode node, JsonPlace place) {
    if (node.has("op")) {
      return call(node, place);
    }
    if (node.has("property")) {
      return new Expression.Name(place, text(node, "property", place));
    }
    if (node.has("date")) {
      return new Expression.Moment(place, Moments.day(place.at("date"), text(node, "date", place)));
    }
    if (node.has("timestamp")) {
      return new Expression.Moment(
          place, Moments.timestamp(place.at("timestamp"), text(node, "timestamp", place)));
    }
    if (node.has("interval")) {
      return interval(node.get("interval"), place);
    }
    if (node.has("type")) {
      return shape(node, place);
    }
    if (node.has("bbox")) {
      return box(node.get("bbox"), place);
    }
    throw place.problem(
        "an object here has op, property, date, timestamp, interval, bbox, or the type of a"
            + " geometry");
  }

  private Expression call(JsonNode node, JsonPlace place) {
    String name = text(node, "op", place).toLowerCase(Locale.ROOT);
    JsonNode arguments = node.get("args");
    if (arguments == null || !arguments.isArray()) {
      throw place
          .at("args")
          .problem("an array of the arguments of " + Place.quoted(name) + " is expected");
    }
    return new Call(place, name, expressions(arguments, place.at("args")));
  }

  private static String text(JsonNode node, String member, JsonPlace place) {
    JsonNode value = node.get(member);
    if (!value.isString()) {
      throw place.at(member).problem("text is expected");
    }
    return value.stringValue();
  }

  private static Expression interval(JsonNode bounds, JsonPlace place) {
    JsonPlace at = place.at("interval");
    if (!bounds.isArray() || bounds.size() != 2) {
      throw at.problem("an array of two is expected: a start and an end");
    }
    return new Expression.Interval(
        place, bound(bounds.get(0), at.at(0)), bound(bounds.get(1), at.at(1)));
  }

  private static Expression bound(JsonNode node, JsonPlace place) {
    if (node.isString()) {
      return Moments.bound(place, node.stringValue());
    }
    if (node.isObject() && node.has("property")) {
      return new Expression.Name(place, text(node, "property", place));
    }
    throw place.problem("a day, a time, '..' or a property is expected");
  }

  private Expression shape(JsonNode node, JsonPlace place) {
    Geometry geometry;
    try {
      geometry = GeoJson.read(node);
    } catch (GeoJsonException e) {
      throw place.problem("this geometry cannot be read, " + e.jsonPath() + ": " + e.problem());
    }
    vertices += geometry.getNumPoints();
    if (vertices > Cql2.MOST_VERTICES) {
      throw place.problem(Cql2.TOO_MANY_VERTICES);
    }
    return new Expression.Shape(place, geometry);
  }

  private static Expression box(JsonNode sides, JsonPlace place) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode side : sides) {
      if (!sides.isArray() || !side.isNumber()) {
        throw place.at("bbox").problem("an array of four or six numbers is expected");
      }
      numbers.add(((Number) number(side, place.at("bbox"))).doubleValue());
    }
    return new Expression.Box(place, numbers);
  }
}

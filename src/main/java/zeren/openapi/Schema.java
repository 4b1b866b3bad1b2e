package zeren.openapi;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON Schema of the draft 2020-12, which OpenAPI 3.1 uses.
 *
 * @param members as they are written
 */
public record Schema(@JsonValue Map<String, Object> members) {

  /** Any value at all. */
  public static final Schema ANY = new Schema(Map.of());

  /** What is no JSON, such as a file. */
  public static final Schema BINARY = type("string").with("format", "binary");

  static Schema type(String name) {
    return new Schema(Map.of("type", name));
  }

  public static Schema text() {
    return type("string");
  }

  /** One of a closed list of words. */
  public static Schema words(Collection<String> allowed) {
    return text().with("enum", List.copyOf(allowed));
  }

  public static Schema words(String... allowed) {
    return words(Arrays.asList(allowed));
  }

  /** A day as ISO 8601 has it. */
  public static Schema day() {
    return text().with("format", "date");
  }

  public static Schema number() {
    return type("number");
  }

  /** A number within bounds, both included. */
  public static Schema number(double least, double most) {
    return number().with("minimum", plain(least)).with("maximum", plain(most));
  }

  /** A whole number within bounds, both included. */
  public static Schema wholeNumber(int least, int most) {
    return type("integer").with("minimum", least).with("maximum", most);
  }

  public static Schema list(Schema of) {
    return type("array").with("items", of);
  }

  /** An object whose members all have the same schema. */
  public static Schema map(Schema of) {
    return type("object").with("additionalProperties", of);
  }

  /**
   * An object.
   *
   * @param required names of the members that are always there
   */
  public static Schema object(Map<String, Schema> properties, Collection<String> required) {
    Schema object = type("object").with("properties", properties);
    return required.isEmpty() ? object : object.with("required", List.copyOf(required));
  }

  /** One of the schemas that the document has a name for. */
  public static Schema named(String name) {
    return new Schema(Map.of("$ref", "#/components/schemas/" + name));
  }

  /** What counts when nothing is given. */
  public Schema otherwise(Object value) {
    return with("default", value);
  }

  /** The same with one more member. */
  public Schema with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Schema(more);
  }

  /** The same, or null. */
  public Schema orNull() {
    if (members.get("type") instanceof String type) {
      Schema both = with("type", List.of(type, "null"));
      if (members.get("enum") instanceof Collection<?> words) {
        List<Object> allowed = new ArrayList<>(words);
        allowed.add(null);
        return both.with("enum", allowed);
      }
      return both;
    }
    return members.isEmpty() ? this : new Schema(Map.of("anyOf", List.of(this, type("null"))));
  }

  /** Whole numbers without a decimal point. */
  private static Number plain(double value) {
    if (value == Math.rint(value)) {
      return (long) value;
    }
    return value;
  }
}

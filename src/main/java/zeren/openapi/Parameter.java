package zeren.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A parameter of an address.
 *
 * @param in {@code path}, {@code query} or {@code header}
 * @param says what it means, with its unit
 * @param schema what it may be
 */
public record Parameter(String name, String in, String says, boolean required, Schema schema) {

  /** Of whatever reads or writes positions. */
  public static final Parameter CRS =
      query(
          "crs",
          Schema.text().otherwise("EPSG:4490"),
          "Coordinate system of the positions: EPSG:nnnn, wgs84, cgcs2000, gcj02 or bd09.");

  /** A day on which something is asked for. */
  public static final Parameter AT =
      query("at", Schema.day(), "The day as of which is answered; today when left out.");

  /** Of a page of a list. */
  public static final Parameter OFFSET =
      query(
          "offset",
          Schema.wholeNumber(0, Integer.MAX_VALUE).otherwise(0),
          "How many entries are left out before the first.");

  /** Of files and pages for people. */
  public static final Parameter LANG =
      query("lang", Schema.words("zh", "en").otherwise("zh"), "Language of headings and words.");

  /** Of a page of a list. */
  public static Parameter limit(int most, int otherwise) {
    return query(
        "limit", Schema.wholeNumber(1, most).otherwise(otherwise), "How many entries at most.");
  }

  public static Parameter query(String name, Schema schema, String says) {
    return new Parameter(name, "query", says, false, schema);
  }

  public static Parameter path(String name, String says) {
    return new Parameter(name, "path", says, true, Schema.text());
  }

  public static Parameter header(String name, String says) {
    return new Parameter(name, "header", says, false, Schema.text());
  }

  /**
   * Parameters that are called as fields are, whatever these are.
   *
   * @param of which layer
   */
  public static Parameter fields(String of) {
    return query(
        "fields",
        Schema.map(Schema.text()),
        "Filters such as field=value,value: only features that have one of the values. The fields are those of "
            + of
            + ", as /api/layers tells them, except those of numbers.");
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("in", in);
    json.put("description", says);
    if (required) {
      json.put("required", true);
    }
    if (in.equals("query") && !"object".equals(schema.members().get("type"))) {
      json.put("style", "form");
      json.put("explode", false);
    }
    json.put("schema", schema);
    return json;
  }

  /** The same, and there must be one. */
  public Parameter must() {
    return new Parameter(name, in, says, true, schema);
  }
}

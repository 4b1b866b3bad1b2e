package zeren.format;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The coordinate system of newline-delimited GeoJSON: named in a member {@code crs} of every
 * feature, as there is no collection that could name it.
 */
final class LineCrs {

  private @Nullable JsonNode crs;
  private boolean started;

  /**
   * @param line what a line holds; it counts when it is a feature
   * @throws FormatException when it names another system than the features before, or none where
   *     they do
   */
  void add(JsonNode line, long number) throws FormatException {
    if (!line.path("type").asString("").equals("Feature")) {
      return;
    }
    JsonNode named = line.path("crs").isObject() ? line.path("crs") : null;
    if (started && !java.util.Objects.equals(crs, named)) {
      throw new FormatException(
          "mixed-crs",
          "Line %d names %s as its coordinate system and the lines before it %s; all must name the same"
              .formatted(number, name(named), name(crs)),
          "line " + number);
    }
    started = true;
    crs = named;
  }

  /** The member; null when there is none. */
  @Nullable JsonNode crs() {
    return crs;
  }

  private static String name(@Nullable JsonNode crs) {
    String name = crs == null ? "" : crs.path("properties").path("name").asString("");
    return name.isEmpty() ? "none" : "'" + name + "'";
  }
}

package zeren.layer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How a layer is drawn. Styles are maps of {@code shape}, {@code size}, {@code fill}, {@code
 * stroke}, {@code width}, {@code dash} and {@code letter}; a colour is a hex value or the name of a
 * design token.
 *
 * @param order layers of higher order lie above
 * @param label field that names a feature on the map
 * @param groupBelowZoom below this zoom nearby points become one point with their {@code count}
 * @param style how a feature looks unless {@code by} says more
 * @param by style overrides by the value of one field
 * @param fromZoom the lowest zoom at which a feature is in a tile, by the value of one field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Drawing(
    int order,
    @Nullable String label,
    @Nullable Integer groupBelowZoom,
    Map<String, Object> style,
    @Nullable StyleByValue by,
    @Nullable ZoomByValue fromZoom) {

  /** Of a table that says nothing of it. */
  static final Drawing NONE = new Drawing(1_000_000, null, null, Map.of(), null, null);

  /** Style overrides by the value of a field. */
  public record StyleByValue(String field, Map<String, Map<String, Object>> values) {}

  /** Zoom levels by the value of a field. */
  public record ZoomByValue(String field, Map<String, Integer> values) {}
}

package zeren.geo;

import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GeoJSON geometries (RFC 7946) as text. All seven types; x is longitude. Objects that hold
 * geometries are bound with {@link GeoJsonModule} instead.
 */
public final class GeoJson {

  /** Decimals of degrees that are written: 0.1 mm. */
  static final int DECIMALS_OF_DEGREES = 9;

  /** Decimals of metres on a plane that are written: 0.1 mm. */
  private static final int DECIMALS_OF_METRES = 4;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().addModule(new GeoJsonModule()).build();

  private GeoJson() {}

  /**
   * A geometry as GeoJSON; coordinates rounded to 9 decimals (0.1 mm), outer rings
   * counter-clockwise, altitudes left out.
   *
   * @throws GeoJsonException if a coordinate is not finite
   */
  public static String write(Geometry geometry) {
    return MAPPER.writeValueAsString(geometry);
  }

  /**
   * Writes a geometry like {@link #write(Geometry)}, but with coordinates that are read again as
   * the same doubles.
   *
   * @throws GeoJsonException if a coordinate is not finite
   */
  public static void writeExact(Geometry geometry, JsonGenerator json) {
    new GeoJsonWriter(json, GeoJsonWriter.EXACT).write(geometry);
  }

  /**
   * Writes geometries in EPSG:4490 in another system, in the axis order of that system; coordinates
   * rounded to 0.1 mm.
   */
  public static GeoJsonOutput output(JsonGenerator json, CoordinateSystem system) {
    return new GeoJsonOutput(
        new GeoJsonWriter(json, system.projected() ? DECIMALS_OF_METRES : DECIMALS_OF_DEGREES),
        system);
  }

  /**
   * The geometry of a GeoJSON text. Altitudes are not kept. Rings may run either way round.
   *
   * @throws GeoJsonException with the JSON path, if the text is no GeoJSON geometry
   */
  public static Geometry read(String json) {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new GeoJsonException(null, "$", "not JSON: " + e.getOriginalMessage());
    }
    return read(tree);
  }

  /**
   * The geometry of a GeoJSON object.
   *
   * @throws GeoJsonException with the JSON path, if it is no GeoJSON geometry
   */
  public static Geometry read(JsonNode json) {
    return new GeoJsonReader(null).read(json);
  }
}

package zeren.geo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate system in which data may arrive or leave. Immutable; one instance per system.
 *
 * <p>x is longitude or easting and y latitude or northing, whatever the axis order of the
 * authority's definition; only the systems of {@link CoordinateSystemUri} keep to that order.
 * EPSG:4326 is treated as equal to EPSG:4490: the two agree to centimetres.
 */
public final class CoordinateSystem {

  private static final Projection DEGREES = new Degrees();
  private static final Map<String, CoordinateSystem> BY_NAME = new LinkedHashMap<>();

  static {
    register("EPSG:4490", false, DEGREES);
    register("EPSG:4326", false, DEGREES);
    register("EPSG:3857", true, new WebMercatorProjection());
    for (GaussKruger zone : GaussKruger.zones()) {
      register(zone.code(), true, zone);
    }
    register("gcj02", false, new ShiftProjection(Gcj02::forward, Gcj02::inverse));
    register("bd09", false, new ShiftProjection(Bd09::forward, Bd09::inverse));
    alias("wgs84", "EPSG:4326");
    alias("cgcs2000", "EPSG:4490");
  }

  /** The system everything is stored and served in: CGCS2000 degrees, EPSG:4490. */
  public static final CoordinateSystem CGCS2000 = parse("EPSG:4490");

  private final String code;
  private final boolean projected;
  private final boolean northFirst;
  private final Projection projection;

  private CoordinateSystem(
      String code, boolean projected, boolean northFirst, Projection projection) {
    this.code = code;
    this.projected = projected;
    this.northFirst = northFirst;
    this.projection = projection;
  }

  private static void register(String code, boolean projected, Projection projection) {
    BY_NAME.put(key(code), new CoordinateSystem(code, projected, false, projection));
  }

  /** The same system with latitude or northing as x, for those whose authority has them first. */
  CoordinateSystem withNorthFirst() {
    return new CoordinateSystem(code, projected, true, new NorthFirst(projection));
  }

  private static void alias(String name, String code) {
    CoordinateSystem system = BY_NAME.get(key(code));
    if (system != null) {
      BY_NAME.put(key(name), system);
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The system of a code; upper and lower case are the same.
   *
   * @throws UnknownCoordinateSystemException if the code is none of {@link #supported()}
   */
  public static CoordinateSystem parse(String code) {
    CoordinateSystem system = BY_NAME.get(key(code));
    if (system == null) {
      throw new UnknownCoordinateSystemException(code, supported());
    }
    return system;
  }

  /** The codes and names that {@link #parse} accepts. */
  public static List<String> supported() {
    return BY_NAME.keySet().stream().map(name -> name.replace("epsg", "EPSG")).toList();
  }

  /** The code, such as {@code EPSG:4526} or {@code gcj02}. */
  public String code() {
    return code;
  }

  /** Whether x is latitude or northing. */
  public boolean northFirst() {
    return northFirst;
  }

  /** A copy of a geometry of this system with longitude or easting as x. */
  public Geometry eastFirst(Geometry geometry) {
    return northFirst
        ? VertexMapping.apply(geometry, (north, east) -> new double[] {east, north})
        : geometry.copy();
  }

  /** Whether coordinates are metres on a plane rather than degrees. */
  public boolean projected() {
    return projected;
  }

  /**
   * The place of a coordinate of this system.
   *
   * @throws CoordinateRangeException if a projected coordinate lies far outside its zone
   */
  public LonLat toCanonical(double x, double y) {
    return projection.toCanonical(x, y);
  }

  /**
   * The coordinate {x, y} of a place in this system.
   *
   * @throws CoordinateRangeException if the place lies far outside the zone of a projected system
   */
  public double[] fromCanonical(double lon, double lat) {
    return projection.fromCanonical(lon, lat);
  }

  /** Whether {@link #fromCanonical} has an answer everywhere in the box, in degrees; not null. */
  public boolean reaches(Envelope lonLat) {
    return projection.reaches(lonLat.getMinX(), lonLat.getMinY())
        && projection.reaches(lonLat.getMaxX(), lonLat.getMaxY());
  }

  /**
   * A copy of a geometry of this system in EPSG:4490, vertex by vertex; z and m stay as they are.
   */
  public Geometry toCanonical(Geometry geometry) {
    return VertexMapping.apply(
        geometry,
        (x, y) -> {
          LonLat place = toCanonical(x, y);
          return new double[] {place.lon(), place.lat()};
        });
  }

  /**
   * A copy of a geometry in EPSG:4490 in this system, vertex by vertex; z and m stay as they are.
   */
  public Geometry fromCanonical(Geometry geometry) {
    return VertexMapping.apply(geometry, this::fromCanonical);
  }

  @Override
  public String toString() {
    return code;
  }

  private record NorthFirst(Projection eastFirst) implements Projection {

    @Override
    public LonLat toCanonical(double north, double east) {
      return eastFirst.toCanonical(east, north);
    }

    @Override
    public double[] fromCanonical(double lon, double lat) {
      double[] eastNorth = eastFirst.fromCanonical(lon, lat);
      return new double[] {eastNorth[1], eastNorth[0]};
    }

    @Override
    public boolean reaches(double lon, double lat) {
      return eastFirst.reaches(lon, lat);
    }
  }

  private static final class Degrees implements Projection {

    @Override
    public LonLat toCanonical(double x, double y) {
      return new LonLat(x, y);
    }

    @Override
    public double[] fromCanonical(double lon, double lat) {
      return new double[] {lon, lat};
    }
  }

  private static final class WebMercatorProjection implements Projection {

    @Override
    public LonLat toCanonical(double x, double y) {
      // A metre more than the plane: rounding must not cost its edge.
      double edge = WebMercator.WORLD_METRES / 2 + 1;
      if (!(Math.abs(x) <= edge && Math.abs(y) <= edge)) {
        throw new CoordinateRangeException(
            "EPSG:3857 reaches %.0f m from its origin, got %s, %s".formatted(edge - 1, x, y));
      }
      return new LonLat(Math.max(-180, Math.min(180, WebMercator.lon(x))), WebMercator.lat(y));
    }

    @Override
    public boolean reaches(double lon, double lat) {
      return Math.abs(lon) <= 180 && Math.abs(lat) <= WebMercator.MAX_LATITUDE + 1e-5;
    }

    @Override
    public double[] fromCanonical(double lon, double lat) {
      if (!reaches(lon, lat)) {
        throw new CoordinateRangeException(
            "EPSG:3857 reaches from -180 to 180 and from %.4f to %.4f degrees, got %s, %s"
                .formatted(-WebMercator.MAX_LATITUDE, WebMercator.MAX_LATITUDE, lon, lat));
      }
      return new double[] {WebMercator.x(lon), WebMercator.y(lat)};
    }
  }
}

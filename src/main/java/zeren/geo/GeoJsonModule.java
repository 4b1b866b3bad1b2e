package zeren.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Teaches Jackson to write and read JTS geometries as GeoJSON; as a bean, every mapper of the
 * service.
 */
@Component
public class GeoJsonModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  /** A module for all geometry types. */
  public GeoJsonModule() {
    super("zeren.geo.GeoJson");
    addSerializer(Geometry.class, new Writer());
    register(Geometry.class);
    register(Point.class);
    register(LineString.class);
    register(Polygon.class);
    register(MultiPoint.class);
    register(MultiLineString.class);
    register(MultiPolygon.class);
    register(GeometryCollection.class);
  }

  private <T extends Geometry> void register(Class<T> type) {
    addDeserializer(type, new Reader<>(type));
  }

  private static final class Writer extends ValueSerializer<Geometry> {

    @Override
    public void serialize(Geometry value, JsonGenerator json, SerializationContext context) {
      new GeoJsonWriter(json, GeoJson.DECIMALS_OF_DEGREES).write(value);
    }
  }

  private static final class Reader<T extends Geometry> extends ValueDeserializer<T> {

    private final Class<T> type;

    Reader(Class<T> type) {
      this.type = type;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      Geometry geometry = new GeoJsonReader(parser).read(context.readTree(parser));
      if (!type.isInstance(geometry)) {
        throw new GeoJsonException(
            parser,
            "$.type",
            "expected " + type.getSimpleName() + ", got " + geometry.getGeometryType());
      }
      return type.cast(geometry);
    }
  }
}

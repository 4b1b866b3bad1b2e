package zeren.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Contents of records of a {@code .shp} as geometries; heights and measures are left out. */
final class ShapeDecoder {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int BOX_BYTES = 32;

  private ShapeDecoder() {}

  /**
   * The geometry of a record; null for a shape without one.
   *
   * @throws IllegalArgumentException with what is wrong with it
   */
  static @Nullable Geometry decode(byte[] content) {
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    need(in, 4);
    int code = in.getInt();
    ShapeType type =
        ShapeType.find(code)
            .orElseThrow(() -> new IllegalArgumentException("is of the unknown kind " + code));
    return switch (type.plane()) {
      case POINT -> point(in);
      case POINTS -> points(in);
      case LINES -> lines(in);
      case POLYGONS -> RingAssembly.assemble(parts(in));
      default -> null;
    };
  }

  private static void need(ByteBuffer in, long bytes) {
    if (bytes < 0 || in.remaining() < bytes) {
      throw new IllegalArgumentException("is shorter than it says");
    }
  }

  private static Coordinate coordinate(ByteBuffer in) {
    Coordinate c = new Coordinate(in.getDouble(), in.getDouble());
    if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
      throw new IllegalArgumentException(
          "has a coordinate that is not a number: " + c.x + ", " + c.y);
    }
    return c;
  }

  private static Geometry point(ByteBuffer in) {
    need(in, 16);
    return GEOMETRIES.createPoint(coordinate(in));
  }

  private static @Nullable Geometry points(ByteBuffer in) {
    need(in, BOX_BYTES + 4);
    int count = in.position(in.position() + BOX_BYTES).getInt();
    need(in, 16L * count);
    return count == 0 ? null : GEOMETRIES.createMultiPointFromCoords(coordinates(in, count));
  }

  private static Coordinate[] coordinates(ByteBuffer in, int count) {
    Coordinate[] coordinates = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      coordinates[i] = coordinate(in);
    }
    return coordinates;
  }

  /** The parts of lines or polygons; none without vertices. */
  private static List<Coordinate[]> parts(ByteBuffer in) {
    need(in, BOX_BYTES + 8);
    in.position(in.position() + BOX_BYTES);
    int count = in.getInt();
    int vertices = in.getInt();
    if (count < 0 || vertices < 0 || count > vertices) {
      throw new IllegalArgumentException(
          "says that it has %d parts of %d vertices".formatted(count, vertices));
    }
    need(in, 4L * count + 16L * vertices);
    int[] starts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      starts[i] = in.getInt();
    }
    starts[count] = vertices;
    for (int i = 0; i < count; i++) {
      if (starts[i] > starts[i + 1] || starts[0] != 0) {
        throw new IllegalArgumentException("has parts that start where none can");
      }
    }
    List<Coordinate[]> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (starts[i] < starts[i + 1]) {
        parts.add(coordinates(in, starts[i + 1] - starts[i]));
      }
    }
    return parts;
  }

  private static @Nullable Geometry lines(ByteBuffer in) {
    List<Coordinate[]> parts = parts(in);
    for (Coordinate[] part : parts) {
      if (part.length < 2) {
        throw new IllegalArgumentException("has a line of a single vertex");
      }
    }
    LineString[] lines =
        parts.stream().map(GEOMETRIES::createLineString).toArray(LineString[]::new);
    return switch (lines.length) {
      case 0 -> null;
      case 1 -> lines[0];
      default -> GEOMETRIES.createMultiLineString(lines);
    };
  }
}

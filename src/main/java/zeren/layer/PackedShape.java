package zeren.layer;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A geometry of any kind as two arrays: its coordinates in order, x and y by turns, and what they
 * make up. A third of the room that the same geometry takes as objects.
 */
final class PackedShape {

  private final double[] coordinates;

  /**
   * The kind of each geometry, followed by a number: of its coordinates when it is a point or a
   * line, of its rings when it is a polygon, which then stand here with the kind of a ring, or of
   * its parts, which follow in the same way.
   */
  private final int[] structure;

  private PackedShape(double[] coordinates, int[] structure) {
    this.coordinates = coordinates;
    this.structure = structure;
  }

  private enum Kind {
    POINT,
    LINE,
    RING,
    POLYGON,
    MULTI_POINT,
    MULTI_LINE,
    MULTI_POLYGON,
    COLLECTION;

    private static final Kind[] ALL = values();

    static Kind of(Geometry geometry) {
      return switch (geometry.getGeometryType()) {
        case Geometry.TYPENAME_POINT -> POINT;
        case Geometry.TYPENAME_LINESTRING -> LINE;
        case Geometry.TYPENAME_LINEARRING -> RING;
        case Geometry.TYPENAME_POLYGON -> POLYGON;
        case Geometry.TYPENAME_MULTIPOINT -> MULTI_POINT;
        case Geometry.TYPENAME_MULTILINESTRING -> MULTI_LINE;
        case Geometry.TYPENAME_MULTIPOLYGON -> MULTI_POLYGON;
        default -> COLLECTION;
      };
    }
  }

  static PackedShape of(Geometry geometry) {
    Writer writer = new Writer(geometry.getNumPoints());
    writer.write(geometry);
    return new PackedShape(
        writer.coordinates, java.util.Arrays.copyOf(writer.structure, writer.structureSize));
  }

  /** The same geometry as a new object, without third coordinates. */
  Geometry toGeometry(GeometryFactory factory) {
    return new Reader(factory).read();
  }

  void corners(Corners receiver) {
    int used = 0;
    int rings = 0;
    int ring = 0;
    for (int place = 0; place < structure.length; place += 2) {
      Kind kind = Kind.ALL[structure[place]];
      int number = structure[place + 1];
      if (kind == Kind.POLYGON) {
        rings = number;
        ring = 0;
      } else if (kind == Kind.POINT || kind == Kind.LINE || kind == Kind.RING) {
        Corners.Part part =
            kind == Kind.POINT
                ? Corners.Part.POINT
                : ring >= rings
                    ? Corners.Part.LINE
                    : ring == 0 ? Corners.Part.SHELL : Corners.Part.HOLE;
        if (number > 0) {
          receiver.part(part, coordinates, used, number);
        }
        ring++;
        used += 2 * number;
      }
    }
  }

  double firstX() {
    return coordinates.length == 0 ? Double.NaN : coordinates[0];
  }

  double firstY() {
    return coordinates.length == 0 ? Double.NaN : coordinates[1];
  }

  private static final class Writer {
    private final double[] coordinates;
    private int used;
    private int[] structure = new int[16];
    private int structureSize;

    Writer(int points) {
      coordinates = new double[2 * points];
    }

    void write(Geometry geometry) {
      Kind kind = Kind.of(geometry);
      if (geometry instanceof Point point) {
        enter(kind, point.getCoordinateSequence());
      } else if (geometry instanceof LineString line) {
        enter(kind, line.getCoordinateSequence());
      } else if (geometry instanceof Polygon polygon) {
        int rings = polygon.isEmpty() ? 0 : 1 + polygon.getNumInteriorRing();
        enter(kind, rings);
        for (int i = 0; i < rings; i++) {
          write(i == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i - 1));
        }
      } else {
        enter(kind, geometry.getNumGeometries());
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
          write(geometry.getGeometryN(i));
        }
      }
    }

    private void enter(Kind kind, CoordinateSequence sequence) {
      enter(kind, sequence.size());
      for (int i = 0; i < sequence.size(); i++) {
        coordinates[used++] = sequence.getX(i);
        coordinates[used++] = sequence.getY(i);
      }
    }

    private void enter(Kind kind, int number) {
      if (structureSize + 2 > structure.length) {
        structure = java.util.Arrays.copyOf(structure, structureSize * 2);
      }
      structure[structureSize++] = kind.ordinal();
      structure[structureSize++] = number;
    }
  }

  private final class Reader {
    private final GeometryFactory factory;
    private int place;
    private int used;

    Reader(GeometryFactory factory) {
      this.factory = factory;
    }

    Geometry read() {
      Kind kind = Kind.ALL[structure[place++]];
      int number = structure[place++];
      return switch (kind) {
        case POINT -> number == 0 ? factory.createPoint() : factory.createPoint(next(1)[0]);
        case LINE -> factory.createLineString(next(number));
        case RING -> factory.createLinearRing(next(number));
        case POLYGON -> polygon(number);
        case MULTI_POINT -> factory.createMultiPoint(parts(new Point[number]));
        case MULTI_LINE -> factory.createMultiLineString(parts(new LineString[number]));
        case MULTI_POLYGON -> factory.createMultiPolygon(parts(new Polygon[number]));
        case COLLECTION -> factory.createGeometryCollection(parts(new Geometry[number]));
      };
    }

    private Geometry polygon(int rings) {
      if (rings == 0) {
        return factory.createPolygon();
      }
      LinearRing shell = (LinearRing) read();
      return factory.createPolygon(shell, parts(new LinearRing[rings - 1]));
    }

    @SuppressWarnings("unchecked") // what was written as a part of this kind is read as one
    private <G extends Geometry> G[] parts(G[] empty) {
      for (int i = 0; i < empty.length; i++) {
        empty[i] = (G) read();
      }
      return empty;
    }

    private Coordinate[] next(int number) {
      Coordinate[] next = new Coordinate[number];
      for (int i = 0; i < number; i++) {
        next[i] = new Coordinate(coordinates[used++], coordinates[used++]);
      }
      return next;
    }
  }
}

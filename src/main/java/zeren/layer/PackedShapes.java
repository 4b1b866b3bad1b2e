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
 * A growing list of geometries of any kind as bare numbers: their coordinates one behind the other,
 * x and y by turns, and what they make up. A third of the room that the same geometries take as
 * objects, and no object for any of them.
 */
final class PackedShapes {

  private static final int KIND_BITS = 3;

  private final Longs coordinates = new Longs();

  /**
   * Of each geometry its kind, and a number: of its coordinates when it is a point or a line, of
   * its rings when it is a polygon, which then stand here with the kind of a ring, or of its parts,
   * which follow in the same way.
   */
  private final Longs structure = new Longs();

  /** Where each geometry begins: in {@link #structure}, and by the upper half in coordinates. */
  private final Longs starts = new Longs();

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

  void add(Geometry geometry) {
    starts.add((long) coordinates.size() << Integer.SIZE | structure.size());
    write(geometry);
  }

  private void write(Geometry geometry) {
    Kind kind = Kind.of(geometry);
    if (geometry instanceof Point point) {
      write(kind, point.getCoordinateSequence());
    } else if (geometry instanceof LineString line) {
      write(kind, line.getCoordinateSequence());
    } else if (geometry instanceof Polygon polygon) {
      int rings = polygon.isEmpty() ? 0 : 1 + polygon.getNumInteriorRing();
      write(kind, rings);
      for (int i = 0; i < rings; i++) {
        write(i == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i - 1));
      }
    } else {
      write(kind, geometry.getNumGeometries());
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        write(geometry.getGeometryN(i));
      }
    }
  }

  private void write(Kind kind, CoordinateSequence sequence) {
    write(kind, sequence.size());
    for (int i = 0; i < sequence.size(); i++) {
      coordinates.addDouble(sequence.getX(i));
      coordinates.addDouble(sequence.getY(i));
    }
  }

  private void write(Kind kind, int number) {
    structure.add((long) number << KIND_BITS | kind.ordinal());
  }

  /** Ends the adding. */
  void close() {
    coordinates.trim();
    structure.trim();
    starts.trim();
  }

  int size() {
    return starts.size();
  }

  /** A new object, without third coordinates. */
  Geometry geometry(int index, GeometryFactory factory) {
    return new Reader(factory, (int) starts.get(index), firstCoordinate(index)).read();
  }

  /** Hands over the corners of a geometry, part by part; nothing when it is empty. */
  void corners(int index, Corners receiver) {
    int end = index + 1 < size() ? (int) starts.get(index + 1) : structure.size();
    int used = firstCoordinate(index);
    int ringsLeft = 0;
    boolean shell = false;
    for (int place = (int) starts.get(index); place < end; place++) {
      Kind kind = kind(structure.get(place));
      int number = number(structure.get(place));
      if (kind == Kind.POLYGON) {
        ringsLeft = number;
        shell = true;
      } else if (kind == Kind.POINT || kind == Kind.LINE || kind == Kind.RING) {
        Corners.Part part = Corners.Part.HOLE;
        if (kind == Kind.POINT) {
          part = Corners.Part.POINT;
        } else if (ringsLeft-- <= 0) {
          part = Corners.Part.LINE;
        } else if (shell) {
          part = Corners.Part.SHELL;
          shell = false;
        }
        if (number > 0) {
          receiver.part(part, coordinates.doubles(used, 2 * number), 0, number);
        }
        used += 2 * number;
      }
    }
  }

  private static Kind kind(long entry) {
    return Kind.ALL[(int) entry & ((1 << KIND_BITS) - 1)];
  }

  private static int number(long entry) {
    return (int) (entry >>> KIND_BITS);
  }

  /** X of the first coordinate; not a number when the geometry is empty. */
  double firstX(int index) {
    return isEmpty(index) ? Double.NaN : coordinates.getDouble(firstCoordinate(index));
  }

  /** Y of the first coordinate; not a number when the geometry is empty. */
  double firstY(int index) {
    return isEmpty(index) ? Double.NaN : coordinates.getDouble(firstCoordinate(index) + 1);
  }

  private boolean isEmpty(int index) {
    int end = index + 1 < size() ? firstCoordinate(index + 1) : coordinates.size();
    return firstCoordinate(index) == end;
  }

  private int firstCoordinate(int index) {
    return (int) (starts.get(index) >>> Integer.SIZE);
  }

  private final class Reader {
    private final GeometryFactory factory;
    private int place;
    private int used;

    Reader(GeometryFactory factory, int place, int used) {
      this.factory = factory;
      this.place = place;
      this.used = used;
    }

    Geometry read() {
      long next = structure.get(place++);
      Kind kind = kind(next);
      int number = number(next);
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
        next[i] = new Coordinate(coordinates.getDouble(used++), coordinates.getDouble(used++));
      }
      return next;
    }
  }
}

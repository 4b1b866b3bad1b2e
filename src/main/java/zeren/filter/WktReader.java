package zeren.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import zeren.filter.Cql2Tokens.Kind;
import zeren.filter.Cql2Tokens.Token;

/** Reads the geometries of CQL2 text: WKT, whose heights are left out, and BBOX. */
final class WktReader {

  private static final Set<String> TYPES =
      Set.of(
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Cql2Tokens tokens;
  private int vertices;

  WktReader(Cql2Tokens tokens) {
    this.tokens = tokens;
  }

  /** Whether the two tokens begin a geometry. */
  static boolean starts(Token first, Token second) {
    return first.isWord("BBOX")
        ? second.isSymbol("(")
        : TYPES.contains(first.word())
            && (second.isSymbol("(") || second.isWord("Z") || second.isWord("EMPTY"));
  }

  /** The geometry that starts at the next token. */
  Expression read() {
    Token start = tokens.peek();
    Place place = tokens.place(start);
    return start.isWord("BBOX") ? box(place) : new Expression.Shape(place, tagged(true));
  }

  private Expression box(Place place) {
    tokens.next();
    return new Expression.Box(place, list(this::number));
  }

  private Geometry tagged(boolean collections) {
    Token start = tokens.peek();
    if (!TYPES.contains(start.word()) || (!collections && start.isWord("GEOMETRYCOLLECTION"))) {
      throw tokens.unexpected("a POINT, LINESTRING or POLYGON");
    }
    tokens.next();
    tokens.takeWord("Z");
    return switch (start.word()) {
      case "point" -> point();
      case "linestring" -> line(start, GEOMETRIES::createLineString);
      case "polygon" -> polygon(start);
      case "multipoint" ->
          GEOMETRIES.createMultiPoint(list(this::memberPoint).toArray(Point[]::new));
      case "multilinestring" ->
          GEOMETRIES.createMultiLineString(
              list(() -> line(start, GEOMETRIES::createLineString)).toArray(LineString[]::new));
      case "multipolygon" ->
          GEOMETRIES.createMultiPolygon(list(() -> polygon(start)).toArray(Polygon[]::new));
      default ->
          GEOMETRIES.createGeometryCollection(list(() -> tagged(false)).toArray(Geometry[]::new));
    };
  }

  private <T> List<T> list(Supplier<T> part) {
    List<T> parts = new ArrayList<>();
    tokens.expectSymbol("(");
    do {
      parts.add(part.get());
    } while (tokens.takeSymbol(","));
    if (!tokens.takeSymbol(")")) {
      throw tokens.unexpected("',' or ')'");
    }
    return parts;
  }

  private Point point() {
    tokens.expectSymbol("(");
    Coordinate coordinate = coordinate();
    tokens.expectSymbol(")");
    return GEOMETRIES.createPoint(coordinate);
  }

  /** With brackets or, as older WKT has it, without. */
  private Point memberPoint() {
    return tokens.peek().isSymbol("(") ? point() : GEOMETRIES.createPoint(coordinate());
  }

  private <T> T line(Token start, Function<Coordinate[], T> maker) {
    try {
      return maker.apply(list(this::coordinate).toArray(Coordinate[]::new));
    } catch (IllegalArgumentException e) {
      throw tokens
          .place(start)
          .problem(
              "this "
                  + start.value()
                  + " cannot be read; right is, for example, POLYGON ((113 34, 114 34, 114 35,"
                  + " 113 34)), longitude first, the last corner the same as the first");
    }
  }

  private Polygon polygon(Token start) {
    List<LinearRing> rings = list(() -> line(start, GEOMETRIES::createLinearRing));
    return GEOMETRIES.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private Coordinate coordinate() {
    if (++vertices > Cql2.MOST_VERTICES) {
      throw tokens.place(tokens.peek()).problem(Cql2.TOO_MANY_VERTICES);
    }
    Coordinate coordinate = new Coordinate(number(), number());
    if (tokens.peek().kind() == Kind.NUMBER || startsSigned()) {
      number();
    }
    return coordinate;
  }

  private boolean startsSigned() {
    return (tokens.peek().isSymbol("-") || tokens.peek().isSymbol("+"))
        && tokens.peekSecond().kind() == Kind.NUMBER;
  }

  private double number() {
    boolean minus = tokens.peek().isSymbol("-");
    if (startsSigned()) {
      tokens.next();
    }
    if (tokens.peek().kind() != Kind.NUMBER) {
      throw tokens.unexpected("a coordinate");
    }
    double number = Double.parseDouble(tokens.next().value());
    return minus ? -number : number;
  }
}

package zeren.filter;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import zeren.filter.WhereTokens.Kind;
import zeren.filter.WhereTokens.Token;
import zeren.geo.GeometryRepair;
import zeren.layer.LayerView;
import zeren.problem.ProblemException;

/** Reads the spatial functions of a filter, with their geometries as WKT or BBOX. */
final class WherePlaces {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static final Set<String> GEOMETRY_NAMES = Set.of("geometry", "geom");
  private static final Set<String> WKT =
      Set.of("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON");
  private static final String EXPECTED =
      "geometry, BBOX(west, south, east, north) or a POINT, LINESTRING or POLYGON in WKT";

  private final LayerView view;
  private final WhereTokens tokens;

  WherePlaces(LayerView view, WhereTokens tokens) {
    this.view = view;
    this.tokens = tokens;
  }

  /** What stands between the brackets of the function, and the brackets. */
  Condition read(SpatialCondition.Relation relation) {
    Token start = tokens.peek();
    tokens.expectSymbol("(");
    if (takeGeometryName()) {
      tokens.expectSymbol(",");
      if (takeGeometryName()) {
        throw tokens.problem(start, "one side of a spatial function must be a given geometry");
      }
      Geometry literal = literal();
      tokens.expectSymbol(")");
      return new SpatialCondition(view, relation, literal);
    }
    Geometry literal = literal();
    tokens.expectSymbol(",");
    if (!takeGeometryName()) {
      throw tokens.unexpected("geometry, the place of the feature,");
    }
    tokens.expectSymbol(")");
    return new SpatialCondition(view, relation.converse(), literal);
  }

  private boolean takeGeometryName() {
    Token token = tokens.peek();
    boolean named =
        (token.kind() == Kind.WORD || token.kind() == Kind.NAME)
            && GEOMETRY_NAMES.contains(token.value());
    if (named) {
      tokens.next();
    }
    return named;
  }

  private Geometry literal() {
    Token start = tokens.peek();
    Geometry geometry;
    if (tokens.takeWord("BBOX")) {
      geometry = box(start);
    } else if (start.kind() == Kind.WORD && WKT.stream().anyMatch(start::isWord)) {
      geometry = wkt(start);
    } else {
      throw tokens.unexpected(EXPECTED);
    }
    GeometryRepair.findDefect(geometry)
        .ifPresent(
            defect -> {
              throw tokens.problem(start, "this geometry cannot be used: " + defect.message());
            });
    return geometry;
  }

  private Geometry box(Token start) {
    double[] sides = new double[4];
    for (int i = 0; i < 4; i++) {
      tokens.expectSymbol(i == 0 ? "(" : ",");
      if (tokens.peek().kind() != Kind.NUMBER) {
        throw tokens.unexpected("a number of degrees");
      }
      sides[i] = Double.parseDouble(tokens.next().value());
    }
    tokens.expectSymbol(")");
    if (sides[0] > sides[2] || sides[1] > sides[3]) {
      throw tokens.problem(start, "a BBOX is west, south, east, north in degrees");
    }
    return GEOMETRIES.toGeometry(new Envelope(sides[0], sides[2], sides[1], sides[3]));
  }

  private Geometry wkt(Token start) {
    tokens.next();
    int depth = 0;
    int end;
    do {
      Token token = tokens.peek();
      if (depth == 0 && !token.isSymbol("(")) {
        throw tokens.unexpected("'('");
      }
      if (!List.of("(", ")", ",").contains(token.value()) && token.kind() != Kind.NUMBER) {
        throw tokens.unexpected("a coordinate");
      }
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      end = tokens.next().end();
    } while (depth > 0);
    try {
      return new WKTReader(GEOMETRIES).read(tokens.written(start.start(), end));
    } catch (ParseException | IllegalArgumentException e) {
      throw unreadable(start);
    }
  }

  private ProblemException unreadable(Token start) {
    return tokens.problem(
        start,
        "this "
            + start.value()
            + " cannot be read; right is, for example, POLYGON ((113 34, 114 34, 114 35, 113 34)),"
            + " longitude first, the last corner the same as the first");
  }
}

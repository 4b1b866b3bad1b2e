package zeren.filter;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.relateng.RelateNG;
import zeren.filter.Expression.Call;
import zeren.geo.CoordinateRangeException;
import zeren.geo.CoordinateSystem;
import zeren.geo.GeometryRepair;
import zeren.geo.LonLat;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/** Makes conditions of the spatial functions of a filter, with its geometries in EPSG:4490. */
final class SpatialCompiler {

  /** What the geometry of a feature is called. */
  private static final Set<String> NAMES = Set.of(Queryables.GEOMETRY, "geom");

  private final LayerView view;
  private final CoordinateSystem crs;

  SpatialCompiler(LayerView view, CoordinateSystem crs) {
    this.view = view;
    this.crs = crs;
  }

  /** Whether it is a geometry: a given one or the feature's. */
  boolean isGeometry(Expression expression) {
    return expression instanceof Expression.Shape
        || expression instanceof Expression.Box
        || (expression instanceof Expression.Name name && isFeature(name));
  }

  /** A field may have the same name, and a table has no geometries. */
  private boolean isFeature(Expression.Name name) {
    return NAMES.contains(name.name())
        && view.declaration().geometry() != GeometryType.NONE
        && view.findColumn(name.name()) == null;
  }

  Condition condition(Call call, SpatialRelation relation) {
    OperandCompiler.expectArguments(call, 2);
    Expression left = checked(call.arguments().get(0));
    Expression right = checked(call.arguments().get(1));
    if (left instanceof Expression.Name) {
      return right instanceof Expression.Name
          ? new Condition.OnMap(view, relation.reflexive())
          : new SpatialCondition(view, relation.converse(), literal(right));
    }
    return right instanceof Expression.Name
        ? new SpatialCondition(view, relation, literal(left))
        : new Condition.Constant(
            RelateNG.relate(literal(left), literal(right), relation.predicate()));
  }

  private Expression checked(Expression expression) {
    if (isGeometry(expression)) {
      return expression;
    }
    if (expression instanceof Expression.Name name
        && Queryables.find(view, name.name()).isEmpty()) {
      throw OperandCompiler.unknown(view, name);
    }
    throw expression
        .place()
        .problem(
            "a geometry is expected: geometry, which is the feature's own, BBOX(west, south, east,"
                + " north), or a POINT, LINESTRING or POLYGON");
  }

  /** Whether the feature has none; a given geometry is always there. */
  Condition missing(Expression geometry) {
    return geometry instanceof Expression.Name
        ? new Condition.OffMap(view)
        : new Condition.Constant(false);
  }

  /** {@code distance(geometry, POINT(lon lat))}, the two in either order. */
  Operand distance(Call call) {
    List<Expression> arguments = call.arguments();
    OperandCompiler.expectArguments(call, 2);
    Expression left = checked(arguments.get(0));
    Expression right = checked(arguments.get(1));
    Expression place = left instanceof Expression.Name ? right : left;
    Expression other = left instanceof Expression.Name ? left : right;
    if (other instanceof Expression.Name
        && !(place instanceof Expression.Name)
        && literal(place) instanceof Point point) {
      return new Distance(view, new LonLat(point.getX(), point.getY()));
    }
    throw call.place().problem("right is distance(geometry, POINT(113.6 34.7)), in metres");
  }

  private Geometry literal(Expression expression) {
    Geometry geometry;
    try {
      geometry =
          expression instanceof Expression.Box box
              ? BoxArea.of(box.sides(), crs)
              : crs.toCanonical(((Expression.Shape) expression).geometry());
    } catch (CoordinateRangeException | BoxArea.NoBoxException e) {
      throw expression.place().problem("this geometry cannot be used: " + e.getMessage());
    }
    GeometryRepair.findDefect(geometry)
        .ifPresent(
            defect -> {
              throw expression.place().problem("this geometry cannot be used: " + defect.message());
            });
    return geometry;
  }
}

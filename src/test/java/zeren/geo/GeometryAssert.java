package zeren.geo;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Assertions on geometries; vertices and parts may come in any order, failures print WKT. */
public final class GeometryAssert extends AbstractAssert<GeometryAssert, Geometry> {

  private GeometryAssert(@Nullable Geometry actual) {
    super(actual, GeometryAssert.class);
  }

  public static GeometryAssert assertThatGeometry(@Nullable Geometry actual) {
    return new GeometryAssert(actual);
  }

  public GeometryAssert isEqualTo(String wkt) {
    return isCloseTo(Shapes.wkt(wkt), 0);
  }

  public GeometryAssert isEqualTo(Geometry expected) {
    return isCloseTo(expected, 0);
  }

  /** The tolerance is the distance, in units of the coordinates, that a vertex may be away. */
  public GeometryAssert isCloseTo(Geometry expected, double tolerance) {
    isNotNull();
    Geometry left = actual.norm();
    Geometry right = expected.norm();
    if (!left.equalsExact(right, tolerance)) {
      failWithMessage("%nExpected%n  %s%nbut was%n  %s", right, left);
    }
    return this;
  }

  public GeometryAssert isValid() {
    isNotNull();
    if (!actual.isValid()) {
      failWithMessage("Expected a valid geometry but was %s", actual);
    }
    return this;
  }
}

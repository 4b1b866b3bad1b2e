package zeren.format;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Geometries out of well-known binary; heights and measures are left out. */
final class WellKnownBinary {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private WellKnownBinary() {}

  /**
   * @throws IllegalArgumentException with what is wrong with it
   */
  static Geometry read(byte[] wkb) {
    try {
      Geometry geometry = new WKBReader(GEOMETRIES).read(wkb);
      for (Coordinate c : geometry.getCoordinates()) {
        if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
          throw new IllegalArgumentException(
              "has a coordinate that is not a number: " + c.x + ", " + c.y);
        }
      }
      return inPlane(geometry);
    } catch (ParseException e) {
      throw new IllegalArgumentException("cannot be read: " + e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("is nested too deeply", e);
    }
  }

  private static Geometry inPlane(Geometry geometry) {
    Geometry plane =
        new GeometryEditor(GEOMETRIES)
            .edit(
                geometry,
                new GeometryEditor.CoordinateSequenceOperation() {
                  @Override
                  public CoordinateSequence edit(CoordinateSequence from, Geometry of) {
                    CoordinateArraySequence to = new CoordinateArraySequence(from.size(), 2);
                    for (int i = 0; i < from.size(); i++) {
                      to.setOrdinate(i, CoordinateSequence.X, from.getX(i));
                      to.setOrdinate(i, CoordinateSequence.Y, from.getY(i));
                    }
                    return to;
                  }
                });
    plane.setSRID(0);
    return plane;
  }
}

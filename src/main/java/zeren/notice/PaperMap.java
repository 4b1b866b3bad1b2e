package zeren.notice;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import zeren.geo.Geodesy;

/**
 * From degrees to pixels of a picture with north above: a degree of longitude is drawn as much
 * shorter than one of latitude as it is in the middle of the picture.
 */
final class PaperMap {

  /** Free on every side, as a share of the picture. */
  private static final double MARGIN = 0.08;

  /** What is cut off is cut off beyond the frame, where its edge is not seen. */
  private static final double BEYOND = 0.04;

  private static final double TOLERANCE_PIXELS = 0.3;

  /** The longest scale bar, as a share of the picture's width. */
  private static final double SCALE_SHARE = 0.2;

  private final int width;
  private final int height;
  private final double middleLon;
  private final double middleLat;
  private final double perLon;
  private final double perLat;

  private PaperMap(int width, int height, Coordinate middle, double perLon, double perLat) {
    this.width = width;
    this.height = height;
    this.middleLon = middle.x;
    this.middleLat = middle.y;
    this.perLon = perLon;
    this.perLat = perLat;
  }

  /** A picture with all of the box in its middle, as large as it gets. */
  static PaperMap round(Envelope boxLonLat, int width, int height) {
    double shorter = Math.cos(Math.toRadians(boxLonLat.centre().y));
    double room = 1 - 2 * MARGIN;
    double perLat =
        Math.min(
            width * room / Math.max(boxLonLat.getWidth() * shorter, 1e-9),
            height * room / Math.max(boxLonLat.getHeight(), 1e-9));
    return new PaperMap(width, height, boxLonLat.centre(), perLat * shorter, perLat);
  }

  /** What can be seen, and a little more, in degrees. */
  Envelope sight() {
    Envelope sight = new Envelope(new Coordinate(middleLon, middleLat));
    sight.expandBy(width * (0.5 + BEYOND) / perLon, height * (0.5 + BEYOND) / perLat);
    return sight;
  }

  Coordinate at(double lon, double lat) {
    return new Coordinate(
        width / 2.0 + (lon - middleLon) * perLon, height / 2.0 - (lat - middleLat) * perLat);
  }

  /** In pixels, cut off at the frame, without corners that nobody would see. */
  Geometry draw(Geometry lonLat) {
    Envelope sight = sight();
    Geometry shape =
        sight.contains(lonLat.getEnvelopeInternal())
            ? lonLat.copy()
            : OverlayNGRobust.overlay(
                lonLat, new GeometryFactory().toGeometry(sight), OverlayNG.INTERSECTION);
    shape.apply(new ToPixels());
    return DouglasPeuckerSimplifier.simplify(shape, TOLERANCE_PIXELS);
  }

  /** A bar as long as 1, 2 or 5 times a power of ten. */
  Sketch.Scale scale() {
    double metresPerPixel =
        Geodesy.distance(middleLon, middleLat, middleLon + 1 / perLon, middleLat);
    double most = width * SCALE_SHARE * metresPerPixel;
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    double round = most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
    int metres = (int) Math.max(1, Math.round(round));
    return new Sketch.Scale(metres, metres / metresPerPixel);
  }

  private final class ToPixels implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      Coordinate at = at(sequence.getX(i), sequence.getY(i));
      sequence.setOrdinate(i, 0, at.x);
      sequence.setOrdinate(i, 1, at.y);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}

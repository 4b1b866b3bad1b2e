package zeren.layer;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Points: two numbers each. */
final class PointStore implements GeometryStore {

  private final Longs lons = new Longs();
  private final Longs lats = new Longs();

  void add(Point point) {
    lons.addDouble(point.isEmpty() ? Double.NaN : point.getX());
    lats.addDouble(point.isEmpty() ? Double.NaN : point.getY());
  }

  void trim() {
    lons.trim();
    lats.trim();
  }

  @Override
  public int size() {
    return lons.size();
  }

  @Override
  public Geometry geometry(int row) {
    double lon = lon(row);
    return Double.isNaN(lon)
        ? ShapeStore.GEOMETRIES.createPoint()
        : ShapeStore.GEOMETRIES.createPoint(new Coordinate(lon, lat(row)));
  }

  @Override
  public double lon(int row) {
    return lons.getDouble(row);
  }

  @Override
  public double lat(int row) {
    return lats.getDouble(row);
  }

  @Override
  public double west(int row) {
    return lons.getDouble(row);
  }

  @Override
  public double south(int row) {
    return lats.getDouble(row);
  }

  @Override
  public double east(int row) {
    return lons.getDouble(row);
  }

  @Override
  public double north(int row) {
    return lats.getDouble(row);
  }
}

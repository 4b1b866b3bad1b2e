package zeren.geo;

import org.locationtech.jts.geom.Geometry;

/** Writes many geometries in one coordinate system as GeoJSON; see {@link GeoJson#output}. */
public final class GeoJsonOutput {

  private final GeoJsonWriter writer;
  private final CoordinateSystem system;

  GeoJsonOutput(GeoJsonWriter writer, CoordinateSystem system) {
    this.writer = writer;
    this.system = system;
  }

  /**
   * @param geometry in EPSG:4490, x is longitude
   * @throws CoordinateRangeException if it lies outside of where the system has a meaning
   */
  public void write(Geometry geometry) {
    writer.write(
        system.equals(CoordinateSystem.CGCS2000) ? geometry : system.fromCanonical(geometry));
  }

  /**
   * Writes a point without making an object of it.
   *
   * @throws CoordinateRangeException if it lies outside of where the system has a meaning
   */
  public void writePoint(double lon, double lat) {
    double[] position = system.fromCanonical(lon, lat);
    writer.writePoint(position[0], position[1]);
  }
}

package zeren.geo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.grid.Grids;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Divides an area into cells that are about square on the ground, by the grids of GeoTools. */
public final class SquareGrid {

  private static final int MAX_CELLS = 1_000_000;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private SquareGrid() {}

  /**
   * Cells that cover a box of longitude and latitude, from the southwest row by row, west to east.
   * Neighbours share their vertices exactly. Cells begin in the southwest corner and may reach
   * beyond the other edges.
   *
   * @param lonLat not empty, south and north edge between the poles
   * @param cellMetres width and height of a cell at the box's middle latitude
   * @throws IllegalArgumentException if the box is empty, the cell is not larger than 0, or there
   *     would be more than a million cells
   */
  public static List<Polygon> over(Envelope lonLat, double cellMetres) {
    if (lonLat.isNull() || !(cellMetres > 0)) {
      throw new IllegalArgumentException("No grid of " + cellMetres + " m over " + lonLat);
    }
    double lon = lonLat.getMinX();
    double middle = (lonLat.getMinY() + lonLat.getMaxY()) / 2;
    double lonStep = Geodesy.destination(0, middle, 90, cellMetres).lon();
    double latStep = Geodesy.destination(0, middle, 0, cellMetres).lat() - middle;
    double columns = Math.max(1, Math.ceil(lonLat.getWidth() / lonStep));
    double rows = Math.max(1, Math.ceil(lonLat.getHeight() / latStep));
    if (!(columns * rows <= MAX_CELLS)) {
      throw new IllegalArgumentException(
          "A grid of " + cellMetres + " m over " + lonLat + " has more than a million cells");
    }
    // Built in units of cells, so that vertices are whole numbers and neighbours meet exactly.
    List<Envelope> cells = unitCells(columns, rows);
    return cells.stream().map(cell -> cell(cell, lon, lonStep, lonLat.getMinY(), latStep)).toList();
  }

  private static List<Envelope> unitCells(double columns, double rows) {
    SimpleFeatureSource grid =
        Grids.createSquareGrid(new ReferencedEnvelope(0, columns, 0, rows, null), 1);
    List<Envelope> cells = new ArrayList<>();
    try (SimpleFeatureIterator features = grid.getFeatures().features()) {
      while (features.hasNext()) {
        cells.add(((Geometry) features.next().getDefaultGeometry()).getEnvelopeInternal());
      }
    } catch (IOException e) {
      throw new IllegalStateException("A grid in memory was not readable", e);
    }
    cells.sort(Comparator.comparingDouble(Envelope::getMinY).thenComparing(Envelope::getMinX));
    return cells;
  }

  private static Polygon cell(
      Envelope unit, double lon, double lonStep, double lat, double latStep) {
    double west = lon + unit.getMinX() * lonStep;
    double east = lon + unit.getMaxX() * lonStep;
    double south = lat + unit.getMinY() * latStep;
    double north = lat + unit.getMaxY() * latStep;
    return GEOMETRIES.createPolygon(
        new Coordinate[] {
          new Coordinate(west, south),
          new Coordinate(east, south),
          new Coordinate(east, north),
          new Coordinate(west, north),
          new Coordinate(west, south)
        });
  }
}

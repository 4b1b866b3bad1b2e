package zeren.reference;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import zeren.layer.FeatureDraft;

/**
 * The faces between the counties' outlines and the lines of the lattice: what all grid cells are
 * put together from. All counties are cut at once, so cells on both sides of a county line share
 * their vertices too.
 */
final class GridFaces {

  private final List<FeatureDraft> counties;
  private final Lattice lattice;
  private final Faces faces;
  private final int[] county;
  private final Lattice.Square[] square;
  private final double[] share;

  private GridFaces(List<FeatureDraft> counties, Lattice lattice, Faces faces) {
    this.counties = counties;
    this.lattice = lattice;
    this.faces = faces;
    this.county = new int[faces.size()];
    this.square = new Lattice.Square[faces.size()];
    this.share = new double[faces.size()];
    AreaLocator locator = new AreaLocator(counties);
    for (int face = 0; face < faces.size(); face++) {
      Polygon polygon = faces.polygon(face);
      Coordinate inside = polygon.getInteriorPoint().getCoordinate();
      county[face] = locator.indexOf(inside);
      square[face] = lattice.squareAt(inside);
      share[face] = polygon.getArea() / lattice.squareArea();
    }
  }

  static GridFaces of(List<FeatureDraft> counties) {
    Envelope extent = new Envelope();
    List<Geometry> lines = new ArrayList<>();
    for (FeatureDraft county : counties) {
      extent.expandToInclude(county.geometry().getEnvelopeInternal());
      lines.add(county.geometry());
    }
    Lattice lattice = Lattice.over(extent);
    lines.addAll(lattice.lines());
    return new GridFaces(counties, lattice, Faces.of(lines, Lattice.SCALE));
  }

  FeatureDraft countyOf(int face) {
    return counties.get(county[face]);
  }

  /** The row of the lattice in which the middle of an area lies, from the south. */
  int rowOf(Geometry area) {
    return lattice.squareAt(area.getInteriorPoint().getCoordinate()).row();
  }

  Pieces townships() {
    Pieces townships = Pieces.of(faces, this::townshipKey);
    double whole = Lattice.DIVISION * Lattice.DIVISION;
    townships.mergeSmall(face -> county[face], face -> share[face], GridCells.LEAST_SHARE * whole);
    return townships;
  }

  private long townshipKey(int face) {
    return county[face] < 0 ? Pieces.NONE : county[face] * 10_000_000_000L + square[face].large();
  }

  Pieces villages(Pieces townships) {
    Pieces villages = Pieces.of(faces, face -> county[face] < 0 ? Pieces.NONE : face);
    villages.mergeSmall(townships::pieceOf, face -> share[face], GridCells.LEAST_SHARE);
    return villages;
  }
}

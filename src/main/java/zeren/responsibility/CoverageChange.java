package zeren.responsibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import zeren.geo.Geodesy;
import zeren.layer.LayerDeclaration;
import zeren.responsibility.Impact.Patch;

/**
 * Which gaps and overlaps of cells a change of districts or cells would open and close: what is in
 * the pieces after it and not in those before, and the other way round. Slivers are left out.
 */
final class CoverageChange {

  private final List<Patch> gapsClosed = new ArrayList<>();
  private final List<Patch> gapsOpened = new ArrayList<>();
  private final List<Patch> overlapsClosed = new ArrayList<>();
  private final List<Patch> overlapsOpened = new ArrayList<>();

  private CoverageChange() {}

  /**
   * @param changed the layer that is other after than before
   * @param audits may know what was before
   */
  static CoverageChange of(AuditDay before, AuditDay after, String changed, CoverageAudits audits) {
    CoverageChange change = new CoverageChange();
    for (LayerDeclaration cells : after.cellLayers()) {
      if (changed.equals(cells.id()) || after.isDistrict(changed)) {
        change.compare(
            cells.id(), audits.get(before, cells.id()), CoverageAudit.of(after, cells.id()).run());
      }
    }
    return change;
  }

  private void compare(String layer, List<CoverageLevel> before, List<CoverageLevel> after) {
    for (CoverageLevel now : after) {
      CoverageLevel was =
          before.stream()
              .filter(level -> Objects.equals(level.level(), now.level()))
              .findFirst()
              .orElseThrow();
      compare(layer, was, now, CoverageLevel::gaps, gapsClosed, gapsOpened);
      compare(layer, was, now, CoverageLevel::overlaps, overlapsClosed, overlapsOpened);
    }
  }

  private static void compare(
      String layer,
      CoverageLevel was,
      CoverageLevel now,
      Function<CoverageLevel, List<CoveragePiece>> kind,
      List<Patch> closed,
      List<Patch> opened) {
    closed.addAll(minus(layer, kind.apply(was), kind.apply(now)));
    opened.addAll(minus(layer, kind.apply(now), kind.apply(was)));
  }

  private static List<Patch> minus(
      String layer, List<CoveragePiece> from, List<CoveragePiece> what) {
    HPRtree index = new HPRtree();
    what.forEach(piece -> index.insert(piece.geometry().getEnvelopeInternal(), piece));
    List<Patch> patches = new ArrayList<>();
    for (CoveragePiece piece : from) {
      Geometry left = piece.geometry();
      for (Object other : index.query(left.getEnvelopeInternal())) {
        left = without(left, ((CoveragePiece) other).geometry());
      }
      Geometry rest = CoverageShapes.areal(left);
      double area = Geodesy.area(rest);
      double width = CoverageShapes.width(rest, area);
      if (!CoveragePiece.Tolerance.USUAL.isSliver(area, width)) {
        patches.add(patch(layer, piece, rest, area));
      }
    }
    return patches;
  }

  /** Most pieces are the very same before and after. */
  private static Geometry without(Geometry left, Geometry other) {
    return left.equalsExact(other)
        ? left.getFactory().createPolygon()
        : OverlayNGRobust.overlay(left, other, OverlayNG.DIFFERENCE);
  }

  private static Patch patch(String layer, CoveragePiece piece, Geometry rest, double area) {
    Coordinate inside = rest.getInteriorPoint().getCoordinate();
    return new Patch(
        layer, piece.level(), piece.district(), piece.owners(), area, inside.getX(), inside.getY());
  }

  List<Patch> gapsClosed() {
    return gapsClosed;
  }

  List<Patch> gapsOpened() {
    return gapsOpened;
  }

  List<Patch> overlapsClosed() {
    return overlapsClosed;
  }

  List<Patch> overlapsOpened() {
    return overlapsOpened;
  }
}

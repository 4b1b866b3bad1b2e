package zeren.responsibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import zeren.geo.Geodesy;
import zeren.layer.Duty;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;

/**
 * Compares the cells of a layer, level by level, with the districts: what nobody covers, and what
 * two cover. Edges are straight in longitude and latitude, so that the areas of the pieces and of
 * what is covered add up.
 */
final class CoverageAudit {

  /**
   * Metres. Pieces that are thinner come from rounding where two lines were cut: coordinates are
   * kept to about a centimetre.
   */
  static final double ROUNDING = 0.01;

  private static final Comparator<CoveragePiece> LARGEST_FIRST =
      Comparator.comparingDouble(CoveragePiece::area).reversed();

  private final CoverageCity city;
  private final CoverageObjects objects;
  private final LayerView view;

  CoverageAudit(CoverageCity city, CoverageObjects objects, LayerView view) {
    this.city = city;
    this.objects = objects;
    this.view = view;
  }

  static CoverageAudit of(AuditDay day, String layer) {
    return new CoverageAudit(
        day.districts().map(CoverageCity::of).orElseGet(CoverageCity::empty),
        CoverageObjects.of(day),
        day.view(layer));
  }

  /** The levels that a layer declares, the highest first; none when it has no levels. */
  static List<String> levels(LayerDeclaration layer) {
    Duty duty = layer.duty();
    Map<String, ?> values =
        duty == null || duty.levels() == null
            ? null
            : layer.findField(duty.levels()).map(LayerField::values).orElse(null);
    return values == null ? List.of() : List.copyOf(values.keySet());
  }

  /** Every level, also one that has no cell at all. */
  List<CoverageLevel> run() {
    List<String> levels = levels(view.declaration());
    if (levels.isEmpty()) {
      return List.of(run(null));
    }
    return levels.stream().map(this::run).toList();
  }

  CoverageLevel run(@Nullable String level) {
    Duty duty = view.declaration().duty();
    String field = duty == null ? null : duty.levels();
    CoverageCells cells =
        CoverageCells.of(
            view, row -> level == null || field == null || level.equals(view.value(row, field)));
    Tally tally = new Tally(level);
    city.counties().forEach(county -> tally.addCounty(county, cells));
    tally.addOverlaps(cells);
    return tally.toLevel(cells.size());
  }

  private final class Tally {
    private final @Nullable String level;
    private final List<CoveragePiece> gaps = new ArrayList<>();
    private final List<CoveragePiece> overlaps = new ArrayList<>();
    private double covered;
    private double rounding;

    Tally(@Nullable String level) {
      this.level = level;
    }

    void addCounty(CoverageDistrict county, CoverageCells cells) {
      Geometry union = cells.unionAt(county);
      covered += Geodesy.area(CoverageShapes.common(county.area(), union));
      Geometry bare = OverlayNGRobust.overlay(county.area(), union, OverlayNG.DIFFERENCE);
      for (Polygon polygon : CoverageShapes.polygons(bare)) {
        double area = Geodesy.area(polygon);
        double width = CoverageShapes.width(polygon, area);
        if (width < ROUNDING) {
          rounding += area;
        } else {
          gaps.add(piece(polygon, area, width, county.name(), List.of()));
        }
      }
    }

    void addOverlaps(CoverageCells cells) {
      cells.odd().stream()
          .forEach(
              one ->
                  cells.search(
                      cells.area(one).getEnvelopeInternal(),
                      // A pair of which both are odd comes up twice.
                      other -> {
                        if (other != one && (other > one || !cells.odd().get(other))) {
                          addOverlap(cells, one, other);
                        }
                      }));
    }

    private void addOverlap(CoverageCells cells, int one, int other) {
      Geometry common = CoverageShapes.common(cells.area(one), cells.area(other));
      double area = Geodesy.area(common);
      double width = CoverageShapes.width(common, area);
      if (width >= ROUNDING) {
        Coordinate inside = common.getInteriorPoint().getCoordinate();
        List<FeatureRef> owners =
            List.of(cells.name(Math.min(one, other)), cells.name(Math.max(one, other)));
        overlaps.add(piece(common, area, width, city.findCounty(inside).orElse(null), owners));
      }
    }

    private CoveragePiece piece(
        Geometry geometry,
        double area,
        double width,
        @Nullable FeatureRef county,
        List<FeatureRef> owners) {
      return new CoveragePiece(
          geometry,
          level,
          area,
          width,
          county,
          city.findZone(geometry).orElse(null),
          owners,
          objects.count(geometry));
    }

    CoverageLevel toLevel(int cells) {
      gaps.sort(LARGEST_FIRST);
      overlaps.sort(LARGEST_FIRST);
      return new CoverageLevel(
          level, cells, city.area(), covered, rounding, List.copyOf(gaps), List.copyOf(overlaps));
    }
  }
}

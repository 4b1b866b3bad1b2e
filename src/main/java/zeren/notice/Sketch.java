package zeren.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/**
 * A small map of a cell and what lies in it, in pixels from the upper left corner. Whoever draws it
 * decides on colours.
 *
 * @param parts lowest first
 * @param dots the objects of layers of points, in the order of the notice
 */
public record Sketch(int width, int height, List<Part> parts, List<Dot> dots, Scale scale) {

  /** What a part of the picture is. */
  public enum Kind {
    /** The districts all around. */
    LAND,
    /** A cell of the same level beside it. */
    BESIDE,
    /** The cell itself. */
    CELL,
    /** A cell right below it. */
    BELOW,
    LINE,
    AREA,
    /** The edge of the cell, above all else. */
    EDGE
  }

  /**
   * @param layer id of the layer that it comes from
   */
  public record Part(Kind kind, String layer, Geometry shape) {}

  /**
   * @param number the objects are numbered from 1
   */
  public record Dot(int number, double x, double y) {}

  /**
   * @param metres a round number
   * @param pixels how long that is
   */
  public record Scale(int metres, double pixels) {}

  /**
   * @param districts the land all around; null when nobody may see it
   */
  public static Sketch of(CellNotice notice, @Nullable LayerView districts, int width, int height) {
    LayerView cells = notice.cells();
    Geometry own = cells.geometry(notice.row());
    PaperMap paper = PaperMap.round(own.getEnvelopeInternal(), width, height);
    List<Part> parts = new ArrayList<>();
    if (districts != null) {
      addAll(parts, Kind.LAND, districts, found(districts, paper.sight()), paper);
    }
    addAll(parts, Kind.BESIDE, cells, beside(notice, paper.sight()), paper);
    add(parts, Kind.CELL, cells, notice.row(), paper);
    addAll(
        parts,
        Kind.BELOW,
        cells,
        notice.below().cells().stream().mapToInt(cell -> cells.findRow(cell.id()).orElseThrow()),
        paper);
    List<Dot> dots = new ArrayList<>();
    for (CellNotice.Objects objects : notice.objects()) {
      GeometryType type = objects.layer().geometry();
      if (type == GeometryType.POINT) {
        for (int row : objects.rows()) {
          Coordinate at = paper.at(objects.view().lon(row), objects.view().lat(row));
          dots.add(new Dot(dots.size() + 1, at.x, at.y));
        }
      } else {
        boolean isLine = type == GeometryType.MULTI_LINE_STRING;
        IntStream rows = objects.rows().stream().mapToInt(row -> row);
        addAll(parts, isLine ? Kind.LINE : Kind.AREA, objects.view(), rows, paper);
      }
    }
    add(parts, Kind.EDGE, cells, notice.row(), paper);
    return new Sketch(width, height, parts, dots, paper.scale());
  }

  /** Cells of the same level in sight; without levels, none. */
  private static IntStream beside(CellNotice notice, Envelope sight) {
    LayerView cells = notice.cells();
    String levels = cells.declaration().duty() == null ? null : cells.declaration().duty().levels();
    if (levels == null) {
      return IntStream.empty();
    }
    Object level = cells.value(notice.row(), levels);
    return found(cells, sight)
        .filter(row -> row != notice.row())
        .filter(row -> level != null && level.equals(cells.value(row, levels)));
  }

  private static IntStream found(LayerView view, Envelope box) {
    IntStream.Builder rows = IntStream.builder();
    view.search(box, rows::add);
    return rows.build().sorted();
  }

  private static void addAll(
      List<Part> parts, Kind kind, LayerView view, IntStream rows, PaperMap paper) {
    rows.forEach(row -> add(parts, kind, view, row, paper));
  }

  private static void add(List<Part> parts, Kind kind, LayerView view, int row, PaperMap paper) {
    Geometry shape = paper.draw(view.geometry(row));
    if (!shape.isEmpty()) {
      parts.add(new Part(kind, view.declaration().id(), shape));
    }
  }
}

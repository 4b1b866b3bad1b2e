package zeren.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.responsibility.Answers;
import zeren.responsibility.Party;

/**
 * What is published of a grid cell on one day, which is the same for whoever looks.
 *
 * @param cells the layer of the cells
 * @param row of the cell
 * @param city the city that it belongs to; null when nothing says it
 * @param above the cells above it, the highest first
 * @param chief who is in charge of it; null when nobody is or nobody may be named
 * @param below the cells right below it
 * @param answers everybody who is responsible in it
 * @param objects what lies in it, by layer, without layers of which nothing does
 * @param squareMetres its area
 */
public record CellNotice(
    LayerView cells,
    int row,
    LocalDate day,
    @Nullable String city,
    List<Cell> above,
    @Nullable Party chief,
    Cells below,
    Answers answers,
    List<Objects> objects,
    double squareMetres) {

  /**
   * Another cell.
   *
   * @param chief as far as the public may know; null when nobody is in charge
   */
  public record Cell(String id, String name, @Nullable Party chief) {}

  /**
   * Some cells.
   *
   * @param cells the first of them, at most {@link #MOST}: more make no page that anybody reads
   * @param count how many there are
   */
  public record Cells(List<Cell> cells, int count) {

    public static final int MOST = 500;

    static final Cells NONE = new Cells(List.of(), 0);
  }

  /**
   * The objects of one layer that lie in the cell.
   *
   * @param rows the first of them in the order of their ids, at most {@link #MOST}
   * @param count how many there are
   */
  public record Objects(LayerView view, List<Integer> rows, int count) {

    public static final int MOST = 200;

    public LayerDeclaration layer() {
      return view.declaration();
    }
  }

  public String id() {
    return cells.id(row);
  }

  public String name() {
    return cells.name(row);
  }

  /** Whether the cell is invented, as those of the reference city are. */
  public boolean isSynthetic() {
    return Boolean.TRUE.equals(cells.value(row, "synthetic"));
  }
}

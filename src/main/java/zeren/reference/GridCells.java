package zeren.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import zeren.layer.FeatureDraft;

/**
 * Supervision grid cells in three levels: the counties, squares of about 4 km and of about 1 km
 * clipped to them. The cells of a level cover each county without gap or overlap, and every cell
 * lies in its parent.
 */
final class GridCells {

  /**
   * A remnant at the county's edge with less than this share of a whole square joins a neighbour.
   */
  static final double LEAST_SHARE = 0.1;

  private final List<FeatureDraft> counties;
  private final GridFaces grid;
  private final Invention invention;
  private final List<FeatureDraft> drafts = new ArrayList<>();

  private GridCells(List<FeatureDraft> counties, Invention invention) {
    this.counties = counties;
    this.invention = invention;
    this.grid = GridFaces.of(counties);
  }

  /**
   * County cells first, then township cells, then village cells, each parent before its children.
   */
  static List<FeatureDraft> generate(List<FeatureDraft> counties, Invention invention) {
    return new GridCells(counties, invention).generate();
  }

  private List<FeatureDraft> generate() {
    for (FeatureDraft county : counties) {
      add(county.id(), nameOf(county) + "县级网格", Level.COUNTY, null, county, county.geometry());
    }
    Pieces townships = grid.townships();
    Pieces villages = grid.villages(townships);
    Map<Integer, List<Integer>> villagesOf = new LinkedHashMap<>();
    for (int village : villages.numbers()) {
      int township = townships.pieceOf(villages.facesOf(village).get(0));
      villagesOf.computeIfAbsent(township, key -> new ArrayList<>()).add(village);
    }
    List<Cell> townshipCells = addTownships(townships);
    for (Cell township : townshipCells) {
      List<Integer> numbers = villagesOf.getOrDefault(township.piece(), List.of());
      addVillages(township, villages, numbers);
    }
    return drafts;
  }

  private record Cell(int piece, String id, String name, FeatureDraft county) {}

  private List<Cell> addTownships(Pieces townships) {
    Map<FeatureDraft, List<Outlined>> byCounty = new LinkedHashMap<>();
    for (Outlined township : fromNorthWest(townships, townships.numbers(), Lattice.DIVISION)) {
      FeatureDraft county = grid.countyOf(townships.facesOf(township.piece()).get(0));
      byCounty.computeIfAbsent(county, key -> new ArrayList<>()).add(township);
    }
    List<Cell> cells = new ArrayList<>();
    for (FeatureDraft county : counties) {
      int number = 0;
      for (Outlined township : byCounty.getOrDefault(county, List.of())) {
        number++;
        String id = String.format(Locale.ROOT, "%s-T%03d", county.id(), number);
        String name = String.format(Locale.ROOT, "%s第%03d乡级网格", nameOf(county), number);
        add(id, name, Level.TOWNSHIP, county.id(), county, township.outline());
        cells.add(new Cell(township.piece(), id, name, county));
      }
    }
    return cells;
  }

  private void addVillages(Cell township, Pieces villages, List<Integer> numbers) {
    int number = 0;
    for (Outlined village : fromNorthWest(villages, numbers, 1)) {
      number++;
      String id = String.format(Locale.ROOT, "%s-V%02d", township.id(), number);
      String name = String.format(Locale.ROOT, "%s第%02d村级网格", township.name(), number);
      add(id, name, Level.VILLAGE, township.id(), township.county(), village.outline());
    }
  }

  private record Outlined(int piece, Geometry outline) {}

  /**
   * Numbered like the words of a page: from north to south by rows of the grid, within a row from
   * west to east.
   *
   * @param rowHeight in small squares
   */
  private List<Outlined> fromNorthWest(Pieces pieces, List<Integer> numbers, int rowHeight) {
    return numbers.stream()
        .map(piece -> new Outlined(piece, pieces.outline(piece)))
        .sorted(
            Comparator.comparingInt((Outlined cell) -> -grid.rowOf(cell.outline()) / rowHeight)
                .thenComparingDouble(cell -> box(cell).getMinX())
                .thenComparingDouble(cell -> -box(cell).getMaxY()))
        .toList();
  }

  private static Envelope box(Outlined cell) {
    return cell.outline().getEnvelopeInternal();
  }

  private void add(
      String id,
      String name,
      Level level,
      @Nullable String parent,
      FeatureDraft county,
      Geometry outline) {
    int person = drafts.size() + 1;
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("name", name);
    properties.put("level", level.value);
    properties.put("parent", parent);
    properties.put("district", nameOf(county));
    properties.put("chief", String.format(Locale.ROOT, "网格长%03d", person));
    properties.put(
        "phone", String.format(Locale.ROOT, "000-%04d-%04d", person / 10_000, person % 10_000));
    properties.put("annual_tasks", level.annualTasks);
    properties.put("daily_tasks", level.dailyTasks);
    // A cell shares its county's edge, so it is no better placed than that.
    properties.put("accuracy_m", county.properties().get("accuracy_m"));
    drafts.add(invention.draft("grid_cell", id, outline, properties));
  }

  private static String nameOf(FeatureDraft county) {
    return (String) Objects.requireNonNull(county.properties().get("name"));
  }

  private enum Level {
    COUNTY("county", "完成全县（市、区）空气和水质改善任务；每季度检查一次乡级网格", "每周调度一次；督办下级报来的问题"),
    TOWNSHIP("township", "每半年核对一次监管对象名单；每月检查一次村级网格", "每周查一遍在建工地和涉气企业；问题两天内回复"),
    VILLAGE("village", "每季度走访一遍监管对象", "每天巡查一遍道路和工地扬尘；看到焚烧、倾倒和直排马上上报");

    private final String value;
    private final String annualTasks;
    private final String dailyTasks;

    Level(String value, String annualTasks, String dailyTasks) {
      this.value = value;
      this.annualTasks = annualTasks;
      this.dailyTasks = dailyTasks;
    }
  }
}

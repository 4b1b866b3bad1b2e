package zeren.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import zeren.geo.Geodesy;
import zeren.layer.Column;
import zeren.layer.Duty;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.responsibility.Answers;
import zeren.responsibility.FeatureRef;
import zeren.responsibility.Place;
import zeren.responsibility.ResponsibilityMap;
import zeren.responsibility.ResponsibilityMaps;
import zeren.responsibility.Role;
import zeren.responsibility.Rule;
import zeren.responsibility.Topic;

/**
 * Puts together what is published of a grid cell: never more than somebody without an account may
 * see.
 */
@Service
public class CellNotices {

  /** The layer of the cells. */
  public static final String LAYER = "grid_cell";

  private final LayerCatalog catalog;
  private final ResponsibilityMaps maps;
  private final Clock clock;

  CellNotices(LayerCatalog catalog, ResponsibilityMaps maps, Clock clock) {
    this.catalog = catalog;
    this.maps = maps;
    this.clock = clock;
  }

  /** The ids of the cells that are so today and are no invention. */
  public List<String> published() {
    LayerView cells = catalog.getOnMap(LAYER, Viewer.ANONYMOUS, null);
    Column synthetic = cells.findColumn("synthetic");
    IntPredicate invented =
        synthetic == null ? row -> false : synthetic.having(Boolean.TRUE::equals);
    return IntStream.range(0, cells.size())
        .filter(row -> !invented.test(row))
        .mapToObj(cells::id)
        .toList();
  }

  /**
   * The cells that lie in no other that is there: one whose record names a cell that has ended, or
   * itself, would be on no list at all.
   *
   * @param day null means today
   */
  public CellNotice.Cells highest(@Nullable LocalDate day) {
    // The map first: where it has to be built, it waits before anything is read.
    ResponsibilityMap map = maps.on(day);
    LayerView cells = catalog.getOnMap(LAYER, Viewer.ANONYMOUS, day);
    return some(cells, row -> isHighest(cells, row), map);
  }

  private static boolean isHighest(LayerView cells, int row) {
    String parent = parent(cells, row);
    return parent == null || parent.equals(cells.id(row)) || cells.findRow(parent).isEmpty();
  }

  private static CellNotice.Cells some(
      LayerView cells, IntPredicate wanted, ResponsibilityMap map) {
    int[] rows = IntStream.range(0, cells.size()).filter(wanted).toArray();
    return new CellNotice.Cells(
        Arrays.stream(rows)
            .limit(CellNotice.Cells.MOST)
            .mapToObj(row -> cell(cells, row, map))
            .toList(),
        rows.length);
  }

  /**
   * @param day null means today
   * @throws ProblemException 404 when no such cell is published
   */
  public CellNotice get(String id, @Nullable LocalDate day) {
    LocalDate asked = day == null ? LocalDate.now(clock) : day;
    ResponsibilityMap map = maps.on(asked);
    LayerView cells = catalog.getOnMap(LAYER, Viewer.ANONYMOUS, asked);
    OptionalInt found = cells.findRow(id);
    Place place =
        map.findObject(LAYER, id)
            .filter(there -> found.isPresent())
            .orElseThrow(
                () ->
                    ProblemException.notFound("There is no cell '%s' on %s.".formatted(id, asked)));
    int row = found.getAsInt();
    Answers answers = map.answer(place, Topic.asked(null)).forThePublic(map::isPublic);
    return new CellNotice(
        cells,
        row,
        asked,
        city(answers, asked),
        above(cells, row, map),
        map.findHolder(LAYER, id).orElse(null),
        below(cells, id, map),
        answers,
        new CellContent(cells.geometry(row)).of(views(map, asked)),
        Geodesy.area(cells.geometry(row)));
  }

  /** What may lie in a cell: features with a place, other than the areas that divide the city. */
  private List<LayerView> views(ResponsibilityMap map, LocalDate day) {
    return catalog.idsOnMap(Viewer.ANONYMOUS).stream()
        .filter(layer -> !map.dividesTheCity(layer))
        .map(layer -> catalog.get(layer, Viewer.ANONYMOUS, day))
        .sorted(Comparator.comparingInt(view -> -view.declaration().drawing().order()))
        .toList();
  }

  private @Nullable String city(Answers answers, LocalDate day) {
    return answers.effective(Role.TERRITORIAL).stream()
        .filter(answer -> answer.rule() == Rule.COVERS)
        .map(answer -> cityOf(answer.scope(), day))
        .findFirst()
        .orElse(null);
  }

  private @Nullable String cityOf(FeatureRef district, LocalDate day) {
    LayerView view = catalog.get(district.layer(), Viewer.ANONYMOUS, day);
    OptionalInt row = view.findRow(district.id());
    return row.isEmpty() ? null : text(view, row.getAsInt(), "city");
  }

  private static List<CellNotice.Cell> above(LayerView cells, int row, ResponsibilityMap map) {
    Deque<CellNotice.Cell> above = new ArrayDeque<>();
    Set<String> seen = new HashSet<>(Set.of(cells.id(row)));
    String parent = parent(cells, row);
    // A record that names itself as the one above must not keep us for ever.
    while (parent != null && seen.add(parent)) {
      OptionalInt at = cells.findRow(parent);
      if (at.isEmpty()) {
        break;
      }
      above.addFirst(cell(cells, at.getAsInt(), map));
      parent = parent(cells, at.getAsInt());
    }
    return List.copyOf(above);
  }

  private static CellNotice.Cells below(LayerView cells, String id, ResponsibilityMap map) {
    String field = parentField(cells);
    Column parents = field == null ? null : cells.findColumn(field);
    if (parents == null) {
      return CellNotice.Cells.NONE;
    }
    return some(cells, parents.having(id::equals).and(row -> !cells.id(row).equals(id)), map);
  }

  private static CellNotice.Cell cell(LayerView cells, int row, ResponsibilityMap map) {
    String id = cells.id(row);
    return new CellNotice.Cell(id, cells.name(row), map.findHolder(LAYER, id).orElse(null));
  }

  private static @Nullable String parent(LayerView cells, int row) {
    String field = parentField(cells);
    return field == null ? null : text(cells, row, field);
  }

  private static @Nullable String parentField(LayerView cells) {
    Duty duty = cells.declaration().duty();
    return duty == null ? null : duty.parent();
  }

  private static @Nullable String text(LayerView view, int row, String field) {
    Object value = view.value(row, field);
    return value == null ? null : value.toString();
  }
}

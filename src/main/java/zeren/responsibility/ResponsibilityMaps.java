package zeren.responsibility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;

/**
 * The responsibility maps of the days that are asked about. As long as no layer changes, days that
 * look alike share one.
 */
@Service
public class ResponsibilityMaps {

  private static final int KEPT = 6;

  /** Everything has to be known to find out who is responsible; what is shown is another matter. */
  private static final Viewer EVERYTHING = Viewer.service("responsibility");

  private final LayerCatalog catalog;
  private final Turns turns;
  private final Clock clock;

  /** By the tags of all layers, in the order of the catalog. */
  private final Cache<List<String>, ResponsibilityMap> maps =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  /** The indexes of areas take the longest to build and stay while other layers change. */
  private final Cache<String, DutyLayer> layers =
      Caffeine.newBuilder().maximumSize(4 * KEPT).build();

  ResponsibilityMaps(LayerCatalog catalog, Turns turns, Clock clock) {
    this.catalog = catalog;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * Nobody waits for today's map, nor for one that is kept; others are built a few at once.
   *
   * @param day null means today
   * @throws ProblemException 503 when too many ask about other days
   */
  public ResponsibilityMap on(@Nullable LocalDate day) {
    if (day == null || day.equals(LocalDate.now(clock))) {
      return build(views(day));
    }
    ResponsibilityMap kept = catalog.holds(day) ? maps.getIfPresent(tags(views(day))) : null;
    return kept == null ? turns.take(() -> build(views(day))) : kept;
  }

  private List<LayerView> views(@Nullable LocalDate day) {
    return catalog.list(EVERYTHING).stream()
        .map(layer -> catalog.get(layer.id(), EVERYTHING, day))
        .toList();
  }

  private static List<String> tags(List<LayerView> views) {
    return views.stream().map(LayerView::tag).toList();
  }

  private ResponsibilityMap build(List<LayerView> views) {
    return maps.get(
        tags(views),
        key ->
            new ResponsibilityMap(
                views,
                view ->
                    layers.get(
                        view.declaration().id() + ":" + view.tag(),
                        layer -> DutyLayer.of(view).orElse(null))));
  }
}

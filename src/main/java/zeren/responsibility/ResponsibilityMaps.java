package zeren.responsibility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Viewer;

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

  /** By the tags of all layers, in the order of the catalog. */
  private final Cache<List<String>, ResponsibilityMap> maps =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  /** The indexes of areas take the longest to build and stay while other layers change. */
  private final Cache<String, DutyLayer> layers =
      Caffeine.newBuilder().maximumSize(4 * KEPT).build();

  ResponsibilityMaps(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param day null means today
   */
  public ResponsibilityMap on(@Nullable LocalDate day) {
    Map<String, LayerView> views = new LinkedHashMap<>();
    for (LayerDeclaration layer : catalog.list(EVERYTHING)) {
      views.put(layer.id(), catalog.get(layer.id(), EVERYTHING, day));
    }
    List<String> tags = new ArrayList<>(views.size());
    views.values().forEach(view -> tags.add(view.tag()));
    return maps.get(
        tags,
        key ->
            new ResponsibilityMap(
                List.copyOf(views.values()),
                view ->
                    layers.get(
                        view.declaration().id() + ":" + view.tag(),
                        layer -> DutyLayer.of(view).orElse(null))));
  }
}

package zeren.layer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What features that others refer to are called, as one viewer may see them on a day. For one
 * request; not safe between threads.
 */
public final class FeatureNames {

  private final LayerCatalog catalog;
  private final Viewer viewer;
  private final @Nullable LocalDate day;
  private final Map<String, Optional<LayerView>> views = new HashMap<>();

  /**
   * @param day null means today
   */
  public FeatureNames(LayerCatalog catalog, Viewer viewer, @Nullable LocalDate day) {
    this.catalog = catalog;
    this.viewer = viewer;
    this.day = day;
  }

  /**
   * The name of the feature, or the title of the layer, that a value refers to; empty when the
   * field refers to none, or to one that is not there for this viewer on this day.
   */
  public Optional<String> find(LayerField field, Object value) {
    String layer = field.refersTo();
    if (layer == null) {
      return Optional.empty();
    }
    if (layer.equals(LayerField.LAYERS)) {
      return catalog.list(viewer).stream()
          .filter(one -> one.id().equals(value))
          .map(one -> one.title().zh())
          .findFirst();
    }
    return views
        .computeIfAbsent(layer, this::view)
        .flatMap(view -> view.findRow(value.toString()).stream().mapToObj(view::name).findFirst());
  }

  private Optional<LayerView> view(String layer) {
    boolean seen = catalog.list(viewer).stream().anyMatch(one -> one.id().equals(layer));
    return seen ? Optional.of(catalog.get(layer, viewer, day)) : Optional.empty();
  }
}

package zeren.responsibility;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import zeren.layer.GeometryType;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Viewer;

/**
 * All layers as they are on one day, internal ones too: what an audit looks at. Each layer is taken
 * once, so that a write in between does not show an audit two states of it. Not safe between
 * threads.
 */
public final class AuditDay {

  /** An audit looks at everything; who may read what it finds is decided where it is read. */
  private static final Viewer AUDITOR = new Viewer("audit", true, false);

  private static final String DISTRICT = "district";

  private final LocalDate day;
  private final List<LayerDeclaration> layers;
  private final Function<String, LayerView> source;
  private final Map<String, LayerView> views = new HashMap<>();

  AuditDay(LocalDate day, List<LayerDeclaration> layers, Function<String, LayerView> source) {
    this.day = day;
    this.layers = List.copyOf(layers);
    this.source = source;
  }

  /** The layers of a catalogue on a day. */
  public static AuditDay of(LayerCatalog catalog, LocalDate day) {
    return new AuditDay(day, catalog.list(AUDITOR), id -> catalog.get(id, AUDITOR, day));
  }

  public LocalDate day() {
    return day;
  }

  /** All layers that are declared. */
  public List<LayerDeclaration> layers() {
    return layers;
  }

  Optional<LayerDeclaration> findLayer(String id) {
    return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
  }

  /** A layer that is declared. */
  LayerView view(String id) {
    return views.computeIfAbsent(id, source);
  }

  /** The same layer, or empty when no such layer is declared. */
  Optional<LayerView> findView(@Nullable String id) {
    return id == null || findLayer(id).isEmpty() ? Optional.empty() : Optional.of(view(id));
  }

  /** Empty where an operator has declared no layer of districts. */
  Optional<LayerView> districts() {
    return findView(DISTRICT);
  }

  /** The layers of areas that give a role, such as grid cells, without the districts themselves. */
  public List<LayerDeclaration> cellLayers() {
    return layers.stream()
        .filter(layer -> layer.duty() != null && !layer.id().equals(DISTRICT))
        .filter(layer -> layer.geometry() == GeometryType.MULTI_POLYGON)
        .toList();
  }

  /**
   * The layers of objects that stand in a register: those whose record names a district, and that
   * are no cells themselves.
   */
  List<LayerDeclaration> objectLayers() {
    return layers.stream()
        .filter(layer -> layer.onRecord() != null && layer.onRecord().containsKey(DISTRICT))
        .filter(layer -> layer.geometry() != GeometryType.NONE)
        .filter(layer -> layer.duty() == null || layer.duty().levels() == null)
        .toList();
  }

  /** A feature as it is called in a view. */
  static FeatureRef ref(LayerView view, int row) {
    return new FeatureRef(view.declaration().id(), view.id(row), view.name(row));
  }
}

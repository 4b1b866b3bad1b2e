package zeren.responsibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import zeren.layer.FeatureVersion;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Viewer;

/**
 * All layers as they are on one day, internal ones too, and who is responsible there: what an audit
 * looks at. Each layer is taken once, so that a write in between does not show an audit two states
 * of it.
 */
public final class AuditDay {

  /** An audit looks at everything; who may read what it finds is decided where it is read. */
  private static final Viewer AUDITOR = Viewer.service("audit");

  private static final String DISTRICT = "district";
  private static final String ASSIGNMENT = "assignment";

  private final LocalDate day;
  private final ResponsibilityMap map;
  private final Supplier<List<FeatureVersion>> ended;
  private final List<LayerDeclaration> layers = new ArrayList<>();

  /**
   * @param ended asked for the assignments that are over by the day
   */
  AuditDay(LocalDate day, ResponsibilityMap map, Supplier<List<FeatureVersion>> ended) {
    this.day = day;
    this.map = map;
    this.ended = ended;
    map.views().forEach(view -> layers.add(view.declaration()));
  }

  /** What is known of a day. */
  public static AuditDay of(ResponsibilityMaps maps, LayerCatalog catalog, LocalDate day) {
    return new AuditDay(day, maps.on(day), () -> catalog.findEnded(ASSIGNMENT, AUDITOR, day));
  }

  public LocalDate day() {
    return day;
  }

  /** Who is responsible on the day. */
  ResponsibilityMap map() {
    return map;
  }

  /** All layers that are declared. */
  public List<LayerDeclaration> layers() {
    return List.copyOf(layers);
  }

  /** A layer that is declared. */
  LayerView view(String id) {
    return map.view(id);
  }

  /** The same layer, or empty when no such layer is declared. */
  Optional<LayerView> findView(@Nullable String id) {
    return layers.stream()
        .filter(layer -> layer.id().equals(id))
        .map(layer -> map.view(layer.id()))
        .findFirst();
  }

  LayerView assignments() {
    return view(ASSIGNMENT);
  }

  /** The assignments that are over by the day and are not known to come again, as they were. */
  List<FeatureVersion> endedAssignments() {
    return ended.get();
  }

  /** Empty where an operator has declared no layer of districts. */
  Optional<LayerView> districts() {
    return findView(DISTRICT);
  }

  /** Whether it is the layer of districts. */
  boolean isDistrict(String layer) {
    return layer.equals(DISTRICT);
  }

  /** The layers of areas that divide the districts among those in charge, such as grid cells. */
  public List<LayerDeclaration> cellLayers() {
    return map.duties().stream()
        .filter(layer -> layer.dividesTheCity() && !layer.id().equals(DISTRICT))
        .map(layer -> layer.view().declaration())
        .toList();
  }

  /** The layers of objects that stand in a register, see {@link ResponsibilityMap#registers}. */
  public List<LayerDeclaration> objectLayers() {
    return map.registers().stream().map(LayerView::declaration).toList();
  }

  /** A feature as it is called in a view. */
  static FeatureRef ref(LayerView view, int row) {
    return new FeatureRef(view.declaration().id(), view.id(row), view.name(row));
  }
}

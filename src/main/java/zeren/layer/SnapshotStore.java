package zeren.layer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The snapshots that readers see. A write replaces all snapshots of its layer at once; readers
 * never wait.
 */
@Component
class SnapshotStore {

  private final Clock clock;
  private final Map<String, HeldLayer> layers = new LinkedHashMap<>();
  private final SnapshotPacker packer;

  SnapshotStore(
      Declarations declarations,
      FeatureVersionRepository repository,
      TouchedReader touched,
      SnapshotPacker packer,
      Clock clock) {
    this.clock = clock;
    this.packer = packer;
    for (LayerDeclaration layer : declarations.all()) {
      layers.put(layer.id(), new HeldLayer(layer, repository, touched, clock));
    }
  }

  LayerSnapshot get(LayerDeclaration layer, LocalDate day) {
    return held(layer.id()).on(day);
  }

  /** Whether no layer has to be read to tell how it is on the day. */
  boolean holds(LocalDate day) {
    return layers.values().stream().allMatch(held -> held.holds(day));
  }

  /** Publishes what was written to the layer; readers keep the old snapshots until then. */
  void refresh(LayerDeclaration layer) {
    HeldLayer held = held(layer.id());
    held.refresh();
    packer.packSoon(held);
  }

  /** Publishes the same snapshot with nothing overlaid, now and not in the background. */
  void pack(LayerDeclaration layer) {
    held(layer.id()).pack();
  }

  /** Catches up with each layer of which readers see an older version than the one given. */
  void catchUp(Map<String, Long> versions) {
    layers.forEach(
        (id, held) -> {
          if (held.version() >= 0 && held.version() < versions.getOrDefault(id, 0L)) {
            held.refresh();
            packer.packSoon(held);
          }
        });
  }

  /** Reads every layer that nobody has asked for yet. */
  void readAll() {
    LocalDate today = LocalDate.now(clock);
    layers.values().parallelStream().forEach(held -> held.on(today));
  }

  private HeldLayer held(String layer) {
    return Objects.requireNonNull(layers.get(layer), "a declared layer");
  }
}

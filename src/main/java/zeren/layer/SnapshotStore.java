package zeren.layer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The snapshots that readers see. A write replaces all snapshots of its layer at once; readers
 * never wait.
 */
@Component
class SnapshotStore {

  private static final Logger log = LoggerFactory.getLogger(SnapshotStore.class);

  private final Declarations declarations;
  private final FeatureVersionRepository repository;
  private final LayerVersionRepository layers;
  private final Clock clock;
  private final Map<String, Timeline> timelines = new ConcurrentHashMap<>();

  SnapshotStore(
      Declarations declarations,
      FeatureVersionRepository repository,
      LayerVersionRepository layers,
      Clock clock) {
    this.declarations = declarations;
    this.repository = repository;
    this.layers = layers;
    this.clock = clock;
  }

  LayerSnapshot get(LayerDeclaration layer, LocalDate day) {
    return timelines.computeIfAbsent(layer.id(), id -> read(layer)).on(day);
  }

  /**
   * Reads the layer from the database and publishes it; readers keep the old snapshots until then.
   */
  void refresh(LayerDeclaration layer) {
    Timeline fresh = read(layer);
    timelines.merge(layer.id(), fresh, (old, read) -> old.version() > read.version() ? old : read);
  }

  /** Reads again each layer of which readers see an older version than the one given. */
  void catchUp(Map<String, Long> versions) {
    for (LayerDeclaration layer : declarations.all()) {
      Timeline seen = timelines.get(layer.id());
      if (seen != null && seen.version() < versions.getOrDefault(layer.id(), 0L)) {
        refresh(layer);
      }
    }
  }

  /** Reads every layer that nobody has asked for yet. */
  void readAll() {
    declarations.all().forEach(layer -> get(layer, LocalDate.now(clock)));
  }

  private Timeline read(LayerDeclaration layer) {
    // The version before the rows: rows that are newer than their version are read again, never
    // taken for old ones.
    long version = layers.find(layer.id());
    long begun = System.nanoTime();
    Timeline read = new Timeline(layer, repository, version, clock);
    log.info(
        "Layer {}: {} features read into memory in {} ms",
        layer.id(),
        read.on(LocalDate.now(clock)).size(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    return read;
  }
}

package zeren.layer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One layer in memory. Readers take what is there; those who replace it take turns. */
final class HeldLayer {

  private static final Logger log = LoggerFactory.getLogger(HeldLayer.class);

  private final LayerDeclaration declaration;
  private final FeatureVersionRepository repository;
  private final TouchedReader touched;
  private final Clock clock;

  /** Null until it is read. */
  private volatile @Nullable Timeline timeline;

  HeldLayer(
      LayerDeclaration declaration,
      FeatureVersionRepository repository,
      TouchedReader touched,
      Clock clock) {
    this.declaration = declaration;
    this.repository = repository;
    this.touched = touched;
    this.clock = clock;
  }

  /** The snapshot of a day; reads the layer if nobody has yet. */
  LayerSnapshot on(LocalDate day) {
    Timeline held = timeline;
    return (held == null ? first() : held).on(day);
  }

  /** Whether the snapshot of a day is in memory. */
  boolean holds(LocalDate day) {
    Timeline held = timeline;
    return held != null && held.holds(day);
  }

  private synchronized Timeline first() {
    Timeline held = timeline;
    return held == null ? read() : held;
  }

  /** The version that readers see; -1 when nobody has asked for it yet. */
  long version() {
    Timeline held = timeline;
    return held == null ? -1 : held.version();
  }

  /** Publishes what the database has now; readers keep what they hold until then. */
  synchronized void refresh() {
    Timeline held = timeline;
    if (held == null) {
      read();
    } else {
      publish(held);
    }
  }

  /** Publishes what has become of a timeline. */
  private void publish(Timeline known) {
    Optional<Timeline> now = known.advance(touched);
    if (now.isPresent()) {
      timeline = now.get();
    } else {
      read();
    }
  }

  private Timeline read() {
    long begun = System.nanoTime();
    Timeline read = Timeline.read(declaration, repository, touched, clock);
    log.info(
        "Layer {}: {} features read into memory in {} ms",
        declaration.id(),
        read.on(LocalDate.now(clock)).size(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    timeline = read;
    return read;
  }

  /** How many rows lie over others or hide them, until it is {@linkplain #pack packed}. */
  int overlaid() {
    Timeline held = timeline;
    return held == null ? 0 : held.overlaid();
  }

  /**
   * Publishes the same with nothing overlaid. Neither readers nor writers wait for it; what they
   * write meanwhile is laid over it.
   */
  void pack() {
    Timeline held = timeline;
    if (held == null || held.overlaid() == 0) {
      return;
    }
    Timeline packed = held.packed();
    synchronized (this) {
      if (timeline == held) {
        timeline = packed;
      } else {
        publish(packed);
      }
    }
  }
}

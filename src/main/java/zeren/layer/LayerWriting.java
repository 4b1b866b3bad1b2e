package zeren.layer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The frame of every write: one transaction, one writer a layer, and then the new snapshots. */
@Component
class LayerWriting {

  private final Declarations declarations;
  private final FeatureVersionRepository repository;
  private final ChangeSetRepository changeSets;
  private final LayerVersionRepository layers;
  private final SnapshotStore snapshots;
  private final Scopes scopes;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LayerWriting(
      Declarations declarations,
      FeatureVersionRepository repository,
      ChangeSetRepository changeSets,
      LayerVersionRepository layers,
      SnapshotStore snapshots,
      Scopes scopes,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.declarations = declarations;
    this.repository = repository;
    this.changeSets = changeSets;
    this.layers = layers;
    this.snapshots = snapshots;
    this.scopes = scopes;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Does the work on one layer.
   *
   * @param patience how long to wait for another writer of the layer
   * @throws LayerBusyException when that was not enough
   */
  <T> Recorded<T> write(
      String layer, ChangeNote note, Duration patience, Function<LayerChange, T> work) {
    WriteGuard guard = guard(layer, note.writer());
    layers.enter(layer);
    Instant end = Instant.now().plus(patience);
    while (true) {
      boolean[] locked = new boolean[1];
      try {
        Recorded<T> recorded =
            transaction.execute(
                status -> {
                  layers.waitBriefly();
                  layers.lock(layer);
                  locked[0] = true;
                  LayerChange change = begin(layer, note, guard, false);
                  T result = work.apply(change);
                  return end(layer, change, result);
                });
        publish(layer);
        return recorded;
      } catch (PessimisticLockingFailureException | QueryTimeoutException e) {
        // The database gives up waiting after a few seconds, which H2 calls a timeout; whoever is
        // patient asks again.
        if (locked[0] || Instant.now().isAfter(end)) {
          throw new LayerBusyException(layer, e);
        }
      }
    }
  }

  /** Does several layers' work in one transaction; the layers in one order for all writers. */
  void writeAll(
      Collection<String> inOrder, ChangeNote note, Consumer<LayerChange> work, Runnable last) {
    Map<String, WriteGuard> guards = new LinkedHashMap<>();
    inOrder.forEach(layer -> guards.put(layer, guard(layer, note.writer())));
    inOrder.forEach(layers::enter);
    transaction.executeWithoutResult(
        status -> {
          guards.forEach(
              (layer, guard) -> {
                layers.lock(layer);
                LayerChange change = begin(layer, note, guard, false);
                work.accept(change);
                end(layer, change, true);
              });
          last.run();
        });
    inOrder.forEach(this::publish);
  }

  /** The same work with nothing written. */
  <T> T rehearse(String layer, ChangeNote note, Function<LayerChange, T> work) {
    return work.apply(begin(layer, note, guard(layer, note.writer()), true));
  }

  private LayerChange begin(String layer, ChangeNote note, WriteGuard guard, boolean rehearsed) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new LayerChange(
        repository, changeSets, declarations, layer, note, now, guard, rehearsed);
  }

  private <T> Recorded<T> end(String layer, LayerChange change, T result) {
    if (change.changeSet() != 0) {
      layers.raise(layer);
      events.publishEvent(change.deed());
    }
    return new Recorded<>(change.changeSet(), result);
  }

  private void publish(String layer) {
    declarations.find(layer).ifPresent(snapshots::refresh);
  }

  /** The writer's scope lies where it lies today, whatever the day of the change. */
  private WriteGuard guard(String layer, Viewer writer) {
    LayerDeclaration declared =
        declarations
            .find(layer)
            .orElseThrow(() -> new IllegalArgumentException("No layer is declared as " + layer));
    boolean anywhere = !writer.scope().hasAreas();
    return WriteGuard.of(
        declared, writer, anywhere ? null : scopes.areas(writer.scope(), LocalDate.now(clock)));
  }
}

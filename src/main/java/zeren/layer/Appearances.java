package zeren.layer;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import zeren.problem.ProblemException;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/**
 * What an installation calls its layers and how it draws them. A change raises the layer's version,
 * by which other nodes learn of it and whatever is kept of the layer is made anew.
 */
@Service
public class Appearances {

  private final AppearanceRepository repository;
  private final Declarations declarations;
  private final LayerVersionRepository layers;
  private final SnapshotStore snapshots;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Appearances(
      AppearanceRepository repository,
      Declarations declarations,
      LayerVersionRepository layers,
      SnapshotStore snapshots,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.repository = repository;
    this.declarations = declarations;
    this.layers = layers;
    this.snapshots = snapshots;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /** Takes up what the database has. */
  void read() {
    declarations.show(repository.findAll());
  }

  /**
   * A layer as its file declares it.
   *
   * @throws ProblemException 404
   */
  public LayerDeclaration declared(String layer) {
    return declarations
        .findDeclared(layer)
        .orElseThrow(() -> ProblemException.notFound("There is no layer '%s'.".formatted(layer)));
  }

  /** The newest first; empty while a layer is as declared. */
  public List<RecordedAppearance> history(String layer) {
    return repository.findHistory(declared(layer).id());
  }

  /**
   * Records another appearance, which counts at once.
   *
   * @param number the one that was looked at, 0 for none
   * @throws ProblemException 400 that names the member, 404, 412 when it has been changed since
   */
  public void change(String layer, int number, Appearance appearance, String by) {
    AppearanceCheck.check(declared(layer), appearance);
    layers.enter(layer);
    transaction.executeWithoutResult(
        status -> {
          layers.waitBriefly();
          layers.lock(layer);
          int last =
              repository.findHistory(layer).stream()
                  .findFirst()
                  .map(RecordedAppearance::number)
                  .orElse(0);
          if (last != number) {
            throw new ProblemException(
                HttpStatus.PRECONDITION_FAILED,
                "appearance-changed",
                "The layer has been changed",
                "Somebody else has changed how '%s' looks. Look again.".formatted(layer));
          }
          repository.insert(
              layer,
              new RecordedAppearance(
                  last + 1, appearance, clock.instant().truncatedTo(ChronoUnit.MICROS), by));
          layers.raise(layer);
          events.publishEvent(
              Deed.of(DeedKind.APPEARANCE, by).on(layer, null).with("appearance", appearance));
        });
    read();
    snapshots.refresh(declared(layer));
  }
}

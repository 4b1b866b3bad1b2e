package zeren.exchange;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import zeren.geo.CoordinateSystem;
import zeren.geo.UnknownCoordinateSystemException;
import zeren.layer.LayerDeclaration;
import zeren.problem.ProblemException;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/** Mappings that are kept under the name of their source. */
@Service
public class Mappings {

  private static final int LONGEST_NAME = 100;

  private final MappingRepository repository;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Mappings(
      MappingRepository repository,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.repository = repository;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  public List<StoredMapping> list(String layer) {
    return repository.findAll(layer);
  }

  /**
   * @throws ProblemException 404
   */
  public StoredMapping get(String layer, String name) {
    return repository.findAll(layer).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> missing(layer, name));
  }

  /**
   * Keeps a mapping; one of the same name is replaced.
   *
   * @throws ProblemException 400 when it maps to something that the layer does not have
   */
  public StoredMapping save(
      LayerDeclaration layer,
      String name,
      @Nullable Mapping mapping,
      @Nullable String crs,
      String by) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw ProblemException.badParameter(
          "name", "The name of a mapping has 1 to " + LONGEST_NAME + " characters.");
    }
    if (mapping == null || mapping.isEmpty()) {
      throw ProblemException.badParameter("mapping", "The mapping names no column.");
    }
    ColumnPlan.of(mapping, List.copyOf(mapping.columns().keySet()), false, layer);
    StoredMapping stored = new StoredMapping(name, mapping, crs == null ? null : code(crs));
    transaction.executeWithoutResult(
        status -> {
          repository.save(layer.id(), stored, by, clock.instant());
          tell(DeedKind.MAPPING_SAVED, layer.id(), name, by);
        });
    return stored;
  }

  private static String code(String crs) {
    try {
      return CoordinateSystem.parse(crs).code();
    } catch (UnknownCoordinateSystemException e) {
      throw ProblemException.badParameter(
          "crs", "There is no coordinate system '" + crs + "'.", CoordinateSystem.supported());
    }
  }

  /**
   * @throws ProblemException 404
   */
  public void delete(String layer, String name, String by) {
    transaction.executeWithoutResult(
        status -> {
          if (!repository.delete(layer, name)) {
            throw missing(layer, name);
          }
          tell(DeedKind.MAPPING_REMOVED, layer, name, by);
        });
  }

  private void tell(DeedKind kind, String layer, String name, String by) {
    events.publishEvent(Deed.of(kind, by).on(layer, null).with("mapping", name));
  }

  private static ProblemException missing(String layer, String name) {
    return ProblemException.notFound(
        "Layer '%s' has no mapping called '%s'.".formatted(layer, name));
  }
}

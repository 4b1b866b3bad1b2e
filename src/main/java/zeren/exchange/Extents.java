package zeren.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zeren.layer.LayerCatalog;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/**
 * Where imports expect features: the extent that was chosen on the page, else the one of the
 * configuration, else what lies round the districts.
 */
@Service
public class Extents {

  private static final String DISTRICT = "district";

  private final ExtentRepository repository;
  private final LayerCatalog catalog;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final @Nullable String setting;

  Extents(
      ExtentRepository repository,
      LayerCatalog catalog,
      ApplicationEventPublisher events,
      Clock clock,
      @Value("${zeren.extent:#{null}}") @Nullable String setting) {
    this.repository = repository;
    this.catalog = catalog;
    this.events = events;
    this.clock = clock;
    this.setting = setting;
  }

  /** Where an extent comes from. */
  public enum Source {
    CHOSEN,
    CONFIGURED,
    DISTRICTS,
    CHINA
  }

  /**
   * What holds now.
   *
   * @param at when it was chosen, by whom; null for one that nobody has chosen
   */
  public record Current(Envelope box, Source source, @Nullable Instant at, @Nullable String by) {}

  public Current current() {
    Optional<ExtentRepository.Chosen> last = repository.findLast();
    Envelope chosen = last.map(ExtentRepository.Chosen::box).orElse(null);
    Envelope districts =
        catalog.list(Viewer.service("extents")).stream()
            .filter(layer -> layer.id().equals(DISTRICT))
            .findFirst()
            .map(layer -> catalog.get(DISTRICT, Viewer.service("extents"), null).extent())
            .orElse(null);
    if (chosen != null) {
      ExtentRepository.Chosen by = last.orElseThrow();
      return new Current(chosen, Source.CHOSEN, by.at(), by.by());
    }
    Source source = Source.DISTRICTS;
    if (setting != null && !setting.isBlank()) {
      source = Source.CONFIGURED;
    } else if (districts == null || districts.isNull()) {
      source = Source.CHINA;
    }
    return new Current(Extent.of(setting, districts).box(), source, null, null);
  }

  /**
   * What an import is checked against.
   *
   * @param districts the box of all districts, as Extent has it
   */
  Extent of(@Nullable Envelope districts) {
    return repository
        .findLast()
        .map(ExtentRepository.Chosen::box)
        .map(Extent::new)
        .orElseGet(() -> Extent.of(setting, districts));
  }

  /**
   * Chooses another one.
   *
   * @param box null takes the choice back
   * @throws ProblemException 400 when it is no box in or near China
   */
  @Transactional
  public void choose(@Nullable Envelope box, String by) {
    if (box != null && (!Extent.CHINA.box().contains(box) || !(box.getArea() > 0))) {
      throw ProblemException.badParameter(
          "extent",
          "The extent must be west, south, east, north in degrees, within " + Extent.CHINA + ".");
    }
    long next = repository.findLast().map(ExtentRepository.Chosen::number).orElse(0L) + 1;
    repository.insert(new ExtentRepository.Chosen(next, box, clock.instant(), by));
    events.publishEvent(
        Deed.of(DeedKind.EXTENT_CHOSEN, by)
            .with("extent", box == null ? null : new Extent(box).toString()));
  }
}

package zeren.responsibility;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import zeren.problem.ProblemException;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/** What audits found, kept from run to run, and what people say to it. */
@Service
public class Findings {

  private static final int LONGEST_REASON = 500;
  private static final int PAGE = 5_000;

  private final FindingRepository repository;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Findings(
      FindingRepository repository,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.repository = repository;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /**
   * How many findings there are for each value of a property. Each is counted among those that fit
   * all of the filter but what it says of that property itself.
   */
  public record Counts(
      Map<String, Long> kind, Map<String, Long> state, Map<String, Long> district) {}

  /** By kind; the largest and the furthest off first. */
  public List<Finding> find(FindingFilter filter, int limit, int offset) {
    return repository.findPage(filter, limit, offset);
  }

  public long count(FindingFilter filter) {
    return repository.count(filter);
  }

  public Counts counts(FindingFilter filter) {
    return new Counts(
        repository.countBy("kind", filter.withoutKinds()),
        repository.countBy("state", filter.withoutStates()),
        repository.countBy("district", filter.withoutDistrict()));
  }

  /**
   * @throws ProblemException 404
   */
  public Finding get(long id) {
    return repository
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("There is no finding %d.".formatted(id)));
  }

  /** What is open about any of these features. */
  public List<Finding> findOpenOf(Set<FeatureRef> features) {
    Set<String> wanted = new HashSet<>();
    Set<String> layers = new TreeSet<>();
    for (FeatureRef feature : features) {
      wanted.add(feature.layer() + "/" + feature.id());
      layers.add(feature.layer());
    }
    List<Finding> open = new ArrayList<>();
    for (String layer : layers) {
      FindingFilter filter = FindingFilter.ALL.openOf(layer);
      for (int offset = 0; offset < repository.count(filter); offset += PAGE) {
        repository.findPage(filter, PAGE, offset).stream()
            .filter(
                finding -> {
                  FeatureRef subject = finding.content().subject();
                  return subject != null && wanted.contains(subject.layer() + "/" + subject.id());
                })
            .forEach(open::add);
      }
    }
    return open;
  }

  /** What happened to a finding, the oldest first. */
  public List<Finding.Event> history(long id) {
    return repository.findEvents(id);
  }

  /**
   * Says that something may stay as it is, and why.
   *
   * @throws ProblemException 400 without a reason, 404, or 409 when it is no longer so
   */
  public Finding accept(long id, String reason, String by) {
    String why = reason.strip();
    int length = why.codePointCount(0, why.length());
    if (length < 1 || length > LONGEST_REASON) {
      throw new ProblemException(
              HttpStatus.BAD_REQUEST,
              "bad-body",
              "The body cannot be used",
              "'reason' says why it may stay so, in 1 to %d characters; it has %d."
                  .formatted(LONGEST_REASON, length))
          .with("field", "reason");
    }
    get(id);
    transaction.executeWithoutResult(
        status -> {
          if (!repository.accept(id, why, by, clock.instant())) {
            throw conflict("Finding %d is resolved; there is nothing left to accept.", id);
          }
          repository.insertEvent(id, "accepted", why, by, clock.instant());
          events.publishEvent(
              Deed.of(DeedKind.FINDING_ACCEPTED, by)
                  .on(null, String.valueOf(id))
                  .with("reason", why));
        });
    return get(id);
  }

  /**
   * Takes back that something may stay as it is.
   *
   * @throws ProblemException 404, or 409 when nobody has accepted it
   */
  public Finding withdraw(long id, String by) {
    get(id);
    transaction.executeWithoutResult(
        status -> {
          if (!repository.withdraw(id)) {
            throw conflict("Finding %d is not accepted; there is nothing to take back.", id);
          }
          repository.insertEvent(id, "withdrawn", null, by, clock.instant());
          events.publishEvent(Deed.of(DeedKind.FINDING_REOPENED, by).on(null, String.valueOf(id)));
        });
    return get(id);
  }

  private static ProblemException conflict(String detail, long id) {
    return new ProblemException(
        HttpStatus.CONFLICT, "conflict", "Not in this state", detail.formatted(id));
  }
}

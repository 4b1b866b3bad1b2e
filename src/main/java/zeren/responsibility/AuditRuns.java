package zeren.responsibility;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import zeren.problem.ProblemException;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/**
 * Runs all audits in the background, on one node at a time. Each second it tells the database that
 * the run is alive; one that nobody has spoken of for a while has failed, and another can begin.
 */
@Service
public class AuditRuns implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(AuditRuns.class);
  private static final Duration BEAT = Duration.ofSeconds(1);

  /** After so long without a word a run is taken for dead. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  private final AuditRunRepository runs;
  private final AuditRunner runner;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** One process, however often it is started again. */
  private final String node =
      ManagementFactory.getRuntimeMXBean().getName() + "/" + System.nanoTime();

  private volatile @Nullable Working working;
  private @Nullable ExecutorService worker;
  private @Nullable ScheduledExecutorService heart;

  private record Working(long run, long done) {}

  AuditRuns(
      AuditRunRepository runs, AuditRunner runner, ApplicationEventPublisher events, Clock clock) {
    this.runs = runs;
    this.runner = runner;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Begins a run for today.
   *
   * @param by name of the account
   * @throws ProblemException 409 while another one runs, on whichever node
   */
  public AuditRun begin(String by) {
    failSilent();
    ExecutorService open = worker;
    if (open == null) {
      throw new IllegalStateException("Zeren is being stopped");
    }
    long id;
    try {
      id = runs.insert(LocalDate.now(clock), runner.audits(), node, by, clock.instant());
    } catch (DuplicateKeyException e) {
      throw busy(e);
    }
    events.publishEvent(Deed.of(DeedKind.AUDIT_BEGUN, by).on(null, String.valueOf(id)));
    AuditRun begun = get(id);
    open.execute(() -> run(begun));
    return begun;
  }

  private ProblemException busy(DuplicateKeyException e) {
    ProblemException busy =
        new ProblemException(
            HttpStatus.CONFLICT,
            "audit-running",
            "Audits are running",
            "A run of the audits is under way; wait until it is done.");
    runs.findRunning().ifPresent(run -> busy.with("run", run.id()));
    busy.initCause(e);
    return busy;
  }

  private void run(AuditRun run) {
    working = new Working(run.id(), 0);
    try {
      if (!runner.run(run, node, done -> working = new Working(run.id(), done))) {
        log.warn("Run {} of the audits had been given up and has written nothing", run.id());
      }
    } catch (RuntimeException e) {
      log.error("Run {} of the audits failed", run.id(), e);
      fail(run.id(), "An audit failed; the log of the server says why. Nothing was changed.");
    } finally {
      working = null;
    }
  }

  private void fail(long run, String problem) {
    try {
      runs.fail(run, node, problem, clock.instant());
    } catch (RuntimeException e) {
      // The database is away; by its silence the run will be known as failed.
      log.warn("Run {} of the audits could not be ended: {}", run, e.getMessage());
    }
  }

  /**
   * @throws ProblemException 404
   */
  public AuditRun get(long id) {
    return runs.find(id)
        .orElseThrow(
            () -> ProblemException.notFound("There is no run %d of the audits.".formatted(id)));
  }

  /** Newest first. */
  public List<AuditRun> findLast(int limit) {
    return runs.findLast(limit);
  }

  private void beat() {
    try {
      Working now = working;
      if (now != null) {
        runs.beat(now.run(), node, now.done(), clock.instant());
      }
      failSilent();
    } catch (RuntimeException e) {
      log.warn("The state of the audits could not be told to the database: {}", e.getMessage());
    }
  }

  private void failSilent() {
    Instant now = clock.instant();
    int failed =
        runs.failSilent(
            now.minus(SILENCE), "The run was cut off. Nothing was changed; begin another.", now);
    if (failed > 0) {
      log.warn("A run of the audits was cut off");
    }
  }

  @Override
  public void start() {
    worker = Executors.newSingleThreadExecutor(work -> thread(work, "audit"));
    ScheduledExecutorService beating =
        Executors.newSingleThreadScheduledExecutor(work -> thread(work, "audit-heart"));
    beating.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    heart = beating;
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** A run at work is given up; it has changed nothing. */
  @Override
  public void stop() {
    ScheduledExecutorService beating = heart;
    ExecutorService open = worker;
    heart = null;
    worker = null;
    if (beating != null && open != null) {
      beating.shutdownNow();
      Working now = working;
      if (now != null) {
        fail(now.run(), "Zeren was stopped while it ran. Nothing was changed; begin another.");
      }
      open.shutdown();
    }
  }

  @Override
  public boolean isRunning() {
    return heart != null;
  }
}

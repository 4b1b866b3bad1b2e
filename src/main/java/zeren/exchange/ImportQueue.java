package zeren.exchange;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs imports, two at once, the others wait. Each second it tells the database how far they are
 * and that this node is alive. What nobody has spoken of for a while is run again by whichever node
 * notices: its own may have died, or lost the database in the middle.
 */
@Component
class ImportQueue implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ImportQueue.class);
  private static final int AT_ONCE = 2;
  private static final Duration BEAT = Duration.ofSeconds(1);

  /** After so long without a word a node is taken for dead. */
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final ImportJobRepository jobs;
  private final ImportRunner runner;
  private final ImportExpiry expiry;
  private final Clock clock;

  /** One process, however often it is started again. */
  private final String node =
      ManagementFactory.getRuntimeMXBean().getName() + "/" + System.nanoTime();

  private final Map<String, Running> running = new ConcurrentHashMap<>();
  private @Nullable ExecutorService workers;
  private @Nullable ScheduledExecutorService heart;

  private record Running(Progress progress, CompletableFuture<ImportJob> end) {}

  ImportQueue(ImportJobRepository jobs, ImportRunner runner, ImportExpiry expiry, Clock clock) {
    this.jobs = jobs;
    this.runner = runner;
    this.expiry = expiry;
    this.clock = clock;
  }

  /**
   * Puts an import in the queue.
   *
   * @param job with its settings
   * @param to checking or committing
   * @return what it is afterwards; empty when it is in none of the states named
   */
  Optional<CompletableFuture<ImportJob>> queue(ImportJob job, ImportState to, ImportState... from) {
    boolean queued = jobs.queue(job, to, java.util.List.of(from), node, clock.instant());
    return queued ? Optional.of(submit(job.id())) : Optional.empty();
  }

  private CompletableFuture<ImportJob> submit(String id) {
    Running entry = new Running(new Progress(), new CompletableFuture<>());
    ExecutorService open = workers;
    if (open == null) {
      throw new IllegalStateException("The queue is closed");
    }
    running.put(id, entry);
    open.execute(() -> run(id, entry));
    return entry.end();
  }

  private void run(String id, Running entry) {
    try {
      if (jobs.start(id, node, clock.instant())) {
        ImportJob ended = runner.run(jobs.find(id).orElseThrow(), entry.progress());
        jobs.end(ended, node);
      }
      entry.end().complete(jobs.find(id).orElseThrow());
    } catch (Progress.InterruptedJobException e) {
      entry.end().completeExceptionally(e);
    } catch (RuntimeException e) {
      // The database is away: another node, or this one later, runs it again.
      log.error("Import {} was left", id, e);
      entry.end().completeExceptionally(e);
    } finally {
      running.remove(id, entry);
    }
  }

  /** Asks the import to stop, wherever it runs; what it has written is taken back by then. */
  void cancel(String id) {
    if (jobs.cancelWaiting(id)) {
      return;
    }
    jobs.askToCancel(id);
    Running here = running.get(id);
    if (here != null) {
      here.progress().cancel();
    }
  }

  private void beat() {
    try {
      Instant now = clock.instant();
      running.forEach((id, entry) -> beat(id, entry, now));
      Instant before = now.minus(SILENCE);
      for (String id : jobs.findAbandoned(before)) {
        if (!running.containsKey(id) && jobs.takeOver(id, node, before, now)) {
          log.warn("Import {} was cut off and is run again", id);
          submit(id);
        }
      }
    } catch (RuntimeException e) {
      log.warn("The state of imports could not be told to the database: {}", e.getMessage());
    }
  }

  private void beat(String id, Running entry, Instant now) {
    boolean ours = jobs.beat(id, node, entry.progress().done(), entry.progress().total(), now);
    if (!ours || jobs.isCancelling(id)) {
      entry.progress().cancel();
    }
  }

  @Override
  public void start() {
    workers = Executors.newFixedThreadPool(AT_ONCE, work -> thread(work, "import"));
    ScheduledExecutorService beating =
        Executors.newSingleThreadScheduledExecutor(work -> thread(work, "import-heart"));
    long millis = BEAT.toMillis();
    beating.scheduleWithFixedDelay(this::beat, 0, millis, TimeUnit.MILLISECONDS);
    beating.scheduleWithFixedDelay(expiry::run, 0, 1, TimeUnit.HOURS);
    heart = beating;
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** What runs is rolled back, and is run again after the next start. */
  @Override
  public void stop() {
    ScheduledExecutorService beating = heart;
    ExecutorService working = workers;
    heart = null;
    workers = null;
    if (beating != null) {
      beating.shutdownNow();
    }
    if (working != null) {
      working.shutdownNow();
      running.values().forEach(entry -> entry.progress().interrupt());
      try {
        if (!working.awaitTermination(10, TimeUnit.SECONDS)) {
          log.warn("An import was still running when the service stopped");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return heart != null;
  }
}

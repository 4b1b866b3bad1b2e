package zeren.operation;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import zeren.database.DatabaseFacts;
import zeren.exchange.ImportJob;
import zeren.exchange.ImportState;
import zeren.exchange.Imports;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerVersions;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.responsibility.AuditRun;
import zeren.responsibility.AuditRuns;

/**
 * Looks over database, disk, memory, layers, jobs and audits; while the database is away, over the
 * rest.
 */
@Service
public class HealthCheck {

  private static final Logger log = LoggerFactory.getLogger(HealthCheck.class);
  private static final Viewer SERVICE = Viewer.service("health");

  private static final long GIGABYTE = 1L << 30;
  private static final int LAST_JOBS = 100;
  private static final Duration LATELY = Duration.ofDays(7);

  /** Findings that are older tell of sites and cells that have changed meanwhile. */
  private static final Duration AUDITS_HOLD = Duration.ofDays(31);

  private final DatabaseFacts database;
  private final LayerCatalog catalog;
  private final LayerVersions versions;
  private final Imports imports;
  private final AuditRuns runs;
  private final Path data;
  private final String version;
  private final Clock clock;

  HealthCheck(
      DatabaseFacts database,
      LayerCatalog catalog,
      LayerVersions versions,
      Imports imports,
      AuditRuns runs,
      @Value("${zeren.data}") Path data,
      BuildProperties build,
      Clock clock) {
    this.database = database;
    this.catalog = catalog;
    this.versions = versions;
    this.imports = imports;
    this.runs = runs;
    this.data = data.toAbsolutePath();
    this.version = String.valueOf(build.getVersion());
    this.clock = clock;
  }

  public ServiceHealth look() {
    ServiceHealth.Database known = new ServiceHealth.Database(Grade.BAD, database.product(), null);
    ServiceHealth.Jobs jobs = new ServiceHealth.Jobs(null, 0, List.of());
    ServiceHealth.Audits audits = new ServiceHealth.Audits(null, null);
    Map<String, Long> recorded = Map.of();
    Integer nodes = null;
    try {
      nodes = database.nodes();
      recorded = versions.recorded();
      jobs = jobs();
      audits = audits();
      known = new ServiceHealth.Database(Grade.GOOD, database.product(), database.bytes());
    } catch (DataAccessException | CannotCreateTransactionException e) {
      log.debug("The database is away", e);
    }
    return new ServiceHealth(
        clock.instant(),
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
        version,
        known,
        disk(),
        memory(),
        layers(recorded),
        jobs,
        audits,
        nodes);
  }

  private ServiceHealth.Space disk() {
    long total = data.toFile().getTotalSpace();
    long free = data.toFile().getUsableSpace();
    Grade grade = Grade.GOOD;
    if (free < GIGABYTE) {
      grade = Grade.BAD;
    } else if (free < Math.max(5 * GIGABYTE, total / 10)) {
      grade = Grade.WATCH;
    }
    return new ServiceHealth.Space(grade, total - free, total);
  }

  /** What is used just now may be garbage; near the limit little of it can be. */
  private static ServiceHealth.Space memory() {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    long most = runtime.maxMemory();
    Grade grade = Grade.GOOD;
    if (used > most * 0.95) {
      grade = Grade.BAD;
    } else if (used > most * 0.85) {
      grade = Grade.WATCH;
    }
    return new ServiceHealth.Space(grade, used, most);
  }

  private ServiceHealth.Layers layers(Map<String, Long> recorded) {
    List<LayerView> views = catalog.views(SERVICE);
    List<String> behind =
        views.stream()
            .filter(view -> view.version() < recorded.getOrDefault(view.declaration().id(), 0L))
            .map(view -> view.declaration().id())
            .toList();
    return new ServiceHealth.Layers(
        behind.isEmpty() ? Grade.GOOD : Grade.WATCH,
        views.size(),
        views.stream().mapToLong(LayerView::size).sum(),
        behind);
  }

  private ServiceHealth.Jobs jobs() {
    Instant since = clock.instant().minus(LATELY);
    List<ImportJob> last = imports.list(null, SERVICE, LAST_JOBS, 0);
    List<ServiceHealth.FailedImport> failed =
        last.stream()
            .filter(job -> job.state() == ImportState.FAILED && job.createdAt().isAfter(since))
            .map(
                job ->
                    new ServiceHealth.FailedImport(
                        job.id(), job.fileName(), job.layer(), job.createdAt()))
            .toList();
    int active = (int) last.stream().filter(job -> job.state().isActive()).count();
    return new ServiceHealth.Jobs(failed.isEmpty() ? Grade.GOOD : Grade.WATCH, active, failed);
  }

  private ServiceHealth.Audits audits() {
    AuditRun last = runs.findLast(1).stream().findFirst().orElse(null);
    boolean holds =
        last == null
            || last.isRunning()
            || (last.problem() == null
                && last.startedAt().isAfter(clock.instant().minus(AUDITS_HOLD)));
    return new ServiceHealth.Audits(holds ? Grade.GOOD : Grade.WATCH, last);
  }
}

package zeren.responsibility;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import zeren.layer.LayerCatalog;

/**
 * Does one run: every audit looks at the layers, and then all that has changed is written in one
 * transaction, so that a run that is cut off has changed nothing.
 */
@Component
class AuditRunner {

  private final LayerCatalog catalog;
  private final ResponsibilityMaps maps;
  private final List<Audit> audits;
  private final FindingRecorder recorder;
  private final AuditRunRepository runs;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AuditRunner(
      LayerCatalog catalog,
      ResponsibilityMaps maps,
      List<Audit> audits,
      FindingRecorder recorder,
      AuditRunRepository runs,
      TransactionTemplate transaction,
      Clock clock) {
    this.catalog = catalog;
    this.maps = maps;
    this.audits = List.copyOf(audits);
    this.recorder = recorder;
    this.runs = runs;
    this.transaction = transaction;
    this.clock = clock;
  }

  private record Found(List<FindingDraft> findings, long ms) {}

  int audits() {
    return audits.size();
  }

  /**
   * @param progress told after each audit how many are through
   * @return false when the run was no longer this node's in the end, and nothing was written
   */
  boolean run(AuditRun run, String node, LongConsumer progress) {
    AuditDay day = AuditDay.of(maps, catalog, run.day());
    Map<Audit, Found> found = new LinkedHashMap<>();
    for (Audit audit : audits) {
      long begun = System.nanoTime();
      List<FindingDraft> findings = audit.run(day).toList();
      long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      found.put(audit, new Found(findings, ms));
      progress.accept(found.size());
    }
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean ours = write(run, node, found);
              if (!ours) {
                status.setRollbackOnly();
              }
              return ours;
            }));
  }

  private boolean write(AuditRun run, String node, Map<Audit, Found> found) {
    // First of all, so that a run that was given up meanwhile waits for nobody and writes nothing.
    if (!runs.finish(run.id(), node, clock.instant())) {
      return false;
    }
    FindingWriteRepository.Writing writing =
        new FindingWriteRepository.Writing(run.id(), run.startedBy(), run.startedAt());
    List<FindingChanges> changes = new ArrayList<>();
    found.forEach(
        (audit, result) ->
            changes.addAll(
                recorder.record(audit.kinds(), result.findings(), result.ms(), writing)));
    runs.tell(run.id(), changes);
    return true;
  }
}

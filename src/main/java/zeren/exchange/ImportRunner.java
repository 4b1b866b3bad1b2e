package zeren.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import zeren.format.FormatException;
import zeren.layer.FeatureStore;
import zeren.layer.LayerBusyException;
import zeren.problem.ProblemException;

/** Carries one import as far as it is asked to go, and says what it is then. */
@Component
class ImportRunner {

  private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

  private final ImportEngine engine;
  private final ImportFolders folders;
  private final FeatureStore store;
  private final JsonMapper json;

  ImportRunner(ImportEngine engine, ImportFolders folders, FeatureStore store, JsonMapper json) {
    this.engine = engine;
    this.folders = folders;
    this.store = store;
    this.json = json;
  }

  /**
   * @param job checking or committing
   * @return the job as it is afterwards; never checking or committing
   * @throws Progress.InterruptedJobException when the service stops; the job is then to be run
   *     again
   */
  ImportJob run(ImportJob job, Progress progress) {
    try {
      return job.state() == ImportState.COMMITTING ? commit(job, progress) : check(job, progress);
    } catch (Progress.InterruptedJobException e) {
      throw e;
    } catch (Progress.CancelledException e) {
      return ended(job, ImportState.CANCELLED, progress, null, null);
    } catch (FormatException e) {
      return failed(job, progress, e.code(), String.valueOf(e.getMessage()), e.location());
    } catch (ProblemException e) {
      return failed(job, progress, "settings", String.valueOf(e.getMessage()), null);
    } catch (LayerBusyException e) {
      return failed(
          job, progress, "layer-busy", "Another import held the layer too long; try again.", null);
    } catch (IOException | RuntimeException e) {
      log.error("Import {} of {} failed", job.id(), job.fileName(), e);
      return failed(
          job,
          progress,
          "fault",
          "The server could not carry this import through; nothing of it was written. The fault has"
              + " been written to its log.",
          null);
    }
  }

  private ImportJob check(ImportJob job, Progress progress) throws IOException, FormatException {
    ImportResult result = engine.check(order(job), progress);
    return ended(job, ImportState.CHECKED, progress, result, null);
  }

  /**
   * A commit that was cut off after its change set had been written is only told what it came to.
   */
  private ImportJob commit(ImportJob job, Progress progress) throws IOException, FormatException {
    Optional<ImportResult> written = findWritten(job);
    ImportResult result;
    if (written.isPresent()) {
      result = written.get();
    } else {
      try {
        result = engine.commit(order(job), progress);
      } catch (ImportEngine.AlreadyWrittenException e) {
        result = findWritten(job).orElseThrow();
      }
    }
    return ended(job, ImportState.COMMITTED, progress, result, null);
  }

  private Optional<ImportResult> findWritten(ImportJob job) throws IOException {
    Optional<Long> changeSet = store.findChangeOfImport(job.id());
    return changeSet.isPresent()
        ? Optional.of(readResult(job).withChangeSet(changeSet.get()))
        : Optional.empty();
  }

  private ImportResult readResult(ImportJob job) throws IOException {
    Path file = folders.of(job.id()).pass(false).resolve(PassFiles.RESULT);
    return json.readValue(file.toFile(), ImportResult.class);
  }

  private ImportEngine.Order order(ImportJob job) {
    return engine.order(job, folders.of(job.id()));
  }

  private static ImportJob failed(
      ImportJob job, Progress progress, String code, String detail, @Nullable String location) {
    ImportFailure failure = new ImportFailure(code, detail, location);
    return ended(job, ImportState.FAILED, progress, null, failure);
  }

  private static ImportJob ended(
      ImportJob job,
      ImportState state,
      Progress progress,
      @Nullable ImportResult result,
      @Nullable ImportFailure failure) {
    return new ImportJob(
        job.id(),
        job.layer(),
        job.fileName(),
        job.bytes(),
        state,
        job.settings(),
        job.inspection(),
        result == null ? progress.done() : result.rows(),
        result == null ? progress.total() : Long.valueOf(result.rows()),
        result == null ? null : shortened(result),
        failure,
        result == null ? null : result.changeSet(),
        null,
        job.createdAt(),
        job.createdBy(),
        job.committedBy());
  }

  /** A column of H2 takes a million characters. */
  private static ImportResult shortened(ImportResult result) {
    List<ImportIssue> errors = result.errors();
    List<ImportIssue> warnings = result.warnings();
    while (characters(errors) + characters(warnings) > 700_000) {
      errors = errors.subList(0, errors.size() / 2);
      warnings = warnings.subList(0, warnings.size() / 2);
    }
    return result.withIssues(errors, warnings);
  }

  private static long characters(List<ImportIssue> issues) {
    return issues.stream().mapToLong(issue -> issue.toString().length() + 40L).sum();
  }
}

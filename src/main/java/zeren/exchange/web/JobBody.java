package zeren.exchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import zeren.exchange.ImportFailure;
import zeren.exchange.ImportJob;
import zeren.exchange.ImportResult;
import zeren.problem.ProblemException;

/**
 * The work on an import.
 *
 * @param state {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param done rows so far
 * @param total rows of the file as far as known; null before anything is
 * @param result null until it is done
 * @param problem why it failed; null unless it did
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record JobBody(
    String id,
    String state,
    long done,
    @Nullable Long total,
    @Nullable ImportResult result,
    @Nullable ImportFailure problem) {

  static JobBody of(ImportJob job) {
    String state =
        switch (job.state()) {
          case CHECKING, COMMITTING -> job.startedAt() == null ? "waiting" : "running";
          case CHECKED, COMMITTED, UNDONE -> "done";
          case FAILED -> "failed";
          case CANCELLED -> "cancelled";
          case UPLOADED -> throw ProblemException.notFound("Nothing was asked of this import yet.");
        };
    return new JobBody(
        job.id(),
        state,
        job.done(),
        job.total(),
        state.equals("done") ? job.result() : null,
        job.failure());
  }
}

package zeren.database;

import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcSQLNonTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words what it means when the embedded database is locked. */
class DatabaseInUse extends AbstractFailureAnalyzer<JdbcSQLNonTransientConnectionException> {

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable failure, JdbcSQLNonTransientConnectionException cause) {
    return cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
        ? new FailureAnalysis(
            "The data folder is in use by another Zeren.",
            "Stop the other one, or give this one a folder of its own with --data.",
            cause)
        : null;
  }
}

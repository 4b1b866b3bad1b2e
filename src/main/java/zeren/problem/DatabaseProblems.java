package zeren.problem;

import org.springframework.http.HttpStatus;

/** What is said while the database cannot be reached. */
public final class DatabaseProblems {

  /** A database that is started again is there within seconds. */
  public static final String RETRY_AFTER_SECONDS = "10";

  private DatabaseProblems() {}

  /**
   * A refusal of what needs the database: writing, the past, and accounts that have not been here
   * lately.
   */
  public static ProblemException unavailable() {
    return new ProblemException(
        HttpStatus.SERVICE_UNAVAILABLE,
        "database-unavailable",
        "The database cannot be reached",
        "The database cannot be reached at present. The map as it is today can still be read; changes, histories"
            + " and logins have to wait. Try again in some seconds, and after a change look first whether it is there.");
  }
}

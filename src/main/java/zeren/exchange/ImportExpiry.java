package zeren.exchange;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Removes the files of imports some time after their upload: the uploaded one, and what checks
 * found. An import that was written stays in the list with its counts, and can still be undone; one
 * that was not is forgotten.
 */
@Component
class ImportExpiry {

  private static final Logger log = LoggerFactory.getLogger(ImportExpiry.class);

  private final ImportJobRepository jobs;
  private final ImportFolders folders;
  private final Clock clock;
  private final Duration kept;

  ImportExpiry(
      ImportJobRepository jobs,
      ImportFolders folders,
      Clock clock,
      @Value("${zeren.import.kept}") Duration kept) {
    this.jobs = jobs;
    this.folders = folders;
    this.clock = clock;
    this.kept = kept;
  }

  void run() {
    Instant before = clock.instant().minus(kept);
    try {
      for (String id : jobs.findExpired(before)) {
        jobs.delete(id);
        folders.of(id).delete();
      }
    } catch (IOException | RuntimeException e) {
      log.warn("Files of old imports could not be removed: {}", e.getMessage());
    }
  }
}

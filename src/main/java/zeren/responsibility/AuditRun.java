package zeren.responsibility;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One run of all audits.
 *
 * @param state {@code running}, {@code done} or {@code failed}
 * @param day the day that was looked at
 * @param done how many audits are through
 * @param total how many there are
 * @param changes what it came to, by kind; null while it runs and when it failed
 * @param problem why it failed; null when it did not
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record AuditRun(
    long id,
    String state,
    LocalDate day,
    long done,
    long total,
    Instant startedAt,
    String startedBy,
    @Nullable Instant finishedAt,
    @Nullable List<FindingChanges> changes,
    @Nullable String problem) {

  static final String RUNNING = "running";

  @JsonIgnore
  public boolean isRunning() {
    return state.equals(RUNNING);
  }
}

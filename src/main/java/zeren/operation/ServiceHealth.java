package zeren.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zeren.responsibility.AuditRun;

/**
 * How the service fares.
 *
 * @param startedAt when this node was started
 * @param nodes how many services share the database; null while it is away
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ServiceHealth(
    Instant checkedAt,
    Instant startedAt,
    String version,
    Database database,
    Space disk,
    Space memory,
    Layers layers,
    Jobs jobs,
    Audits audits,
    @Nullable Integer nodes) {

  /**
   * @param bytes how large it is; null while it is away
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Database(Grade grade, String product, @Nullable Long bytes) {}

  /**
   * @param used bytes, of
   * @param total bytes
   */
  public record Space(Grade grade, long used, long total) {}

  /**
   * @param features of all layers, today
   * @param behind layers of which this node shows an older version than the database holds; empty
   *     while that is away
   */
  public record Layers(Grade grade, int layers, long features, List<String> behind) {}

  /**
   * @param grade null while the database is away: then nothing is known of them
   * @param active imports that are checked or written now, or wait for it
   * @param failed of the last hundred imports, those of the last seven days that failed
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Jobs(@Nullable Grade grade, int active, List<FailedImport> failed) {}

  /**
   * @param grade null while the database is away
   * @param last the last run of the audits; null when there was none, and while the database is
   *     away
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Audits(@Nullable Grade grade, @Nullable AuditRun last) {}

  /** An import that failed. */
  public record FailedImport(String id, String fileName, String layer, Instant createdAt) {}
}

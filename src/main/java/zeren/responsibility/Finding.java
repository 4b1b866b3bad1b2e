package zeren.responsibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Something an audit found, as it is kept.
 *
 * @param fresh whether the last run was the first to find it
 * @param lastSeen when the last run that found it began
 * @param resolvedAt since when it is no longer so; null while it is
 * @param acceptance who said why it may stay so; null when nobody did
 * @param geometry the area, in EPSG:4490; null when it is about none
 */
public record Finding(
    long id,
    FindingKind kind,
    FindingState state,
    boolean fresh,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable Instant resolvedAt,
    @Nullable Acceptance acceptance,
    FindingContent content,
    @Nullable Geometry geometry) {

  /** Why something may stay as it is. */
  public record Acceptance(String reason, String by, Instant at) {}

  /**
   * Something that happened to a finding.
   *
   * @param event {@code found}, {@code resolved}, {@code reopened}, {@code accepted} or {@code
   *     withdrawn}
   * @param run the run of audits in which it did; null when somebody did it
   */
  public record Event(
      Instant at, String event, String by, @Nullable String reason, @Nullable Long run) {}
}

package zeren.layer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded together.
 *
 * @param note a few words for people; null without
 * @param recordedBy name of the account; empty for viewers who may not know it
 * @param undoes the change set that this one undid; null for others
 */
public record ChangeSet(
    long id,
    String layer,
    ChangeKind kind,
    @Nullable String note,
    @Nullable Long undoes,
    Instant recordedAt,
    String recordedBy) {

  /** The same without who recorded it, and from which file. */
  ChangeSet withoutAuthor() {
    return new ChangeSet(id, layer, kind, null, undoes, recordedAt, "");
  }
}

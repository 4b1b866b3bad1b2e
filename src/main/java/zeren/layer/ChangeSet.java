package zeren.layer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded together.
 *
 * @param note a few words for people; null without
 * @param undoes the change set that this one undid; null for others
 */
public record ChangeSet(
    long id,
    String layer,
    ChangeKind kind,
    @Nullable String note,
    @Nullable Long undoes,
    Instant recordedAt,
    String recordedBy) {}

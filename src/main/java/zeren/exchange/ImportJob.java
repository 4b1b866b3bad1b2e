package zeren.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was uploaded for a layer, what is set for it, and what came of it.
 *
 * @param fileName as the user knows the file, without a folder
 * @param done rows read by the pass that runs or ran last
 * @param total rows of the file as far as known; null before
 * @param result of the last pass that went through; null before
 * @param failure null unless it failed
 * @param changeSet what was written; null when nothing was
 * @param startedAt since when somebody has been at work on it; null while it waits or is done
 * @param createdBy who uploaded it, whose rights it keeps to
 * @param committedBy who asked last for it to be written, under whose name that is recorded; null
 *     before
 */
public record ImportJob(
    String id,
    String layer,
    String fileName,
    long bytes,
    ImportState state,
    ImportSettings settings,
    Inspection inspection,
    long done,
    @Nullable Long total,
    @Nullable ImportResult result,
    @Nullable ImportFailure failure,
    @Nullable Long changeSet,
    @Nullable Instant startedAt,
    Instant createdAt,
    String createdBy,
    @Nullable String committedBy) {

  /** The same, to be written for somebody. */
  ImportJob toBeCommittedBy(String name) {
    return new ImportJob(
        id,
        layer,
        fileName,
        bytes,
        state,
        settings,
        inspection,
        done,
        total,
        result,
        failure,
        changeSet,
        startedAt,
        createdAt,
        createdBy,
        name);
  }
}

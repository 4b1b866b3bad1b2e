package zeren.layer;

import org.jspecify.annotations.Nullable;

/**
 * Why and by whom a change set is written.
 *
 * @param by name of the account
 * @param note a few words for people, such as the name of the imported file; null without
 * @param importId the import it belongs to, at most one change set each; null elsewhere
 */
public record ChangeNote(
    ChangeKind kind, String by, @Nullable String note, @Nullable String importId) {

  public static ChangeNote of(ChangeKind kind, String by) {
    return new ChangeNote(kind, by, null, null);
  }
}

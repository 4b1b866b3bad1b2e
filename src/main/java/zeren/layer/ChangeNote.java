package zeren.layer;

import org.jspecify.annotations.Nullable;

/**
 * Why and by whom a change set is written.
 *
 * @param writer whose rights it must keep to
 * @param note a few words for people, such as the name of the imported file; null without
 * @param importId the import it belongs to, at most one change set each; null elsewhere
 */
public record ChangeNote(
    ChangeKind kind, Viewer writer, @Nullable String note, @Nullable String importId) {

  static ChangeNote of(ChangeKind kind, Viewer writer) {
    return new ChangeNote(kind, writer, null, null);
  }

  /** Of what the service itself records. */
  static ChangeNote of(ChangeKind kind, String service) {
    return of(kind, Viewer.service(service));
  }

  /** Name of the account. */
  String by() {
    return String.valueOf(writer.name());
  }
}

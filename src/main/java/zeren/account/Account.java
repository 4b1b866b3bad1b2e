package zeren.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import zeren.layer.Role;
import zeren.layer.Scope;
import zeren.layer.Viewer;

/**
 * @param passwordHash in the form of Spring Security's delegating encoder, such as {@code
 *     {bcrypt}…}
 * @param closedAt since when nobody may log in with it; null while it is open
 * @param version raised by every change
 */
public record Account(
    String name,
    String passwordHash,
    Role role,
    Scope scope,
    @Nullable Instant closedAt,
    int version) {

  boolean isClosed() {
    return closedAt != null;
  }

  /** What whoever has logged in with it may see and change. */
  Viewer viewer() {
    return new Viewer(name, role, scope);
  }
}

package zeren.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** Which of the {@link LoginSessions} a request belongs to. */
public final class CurrentSession {

  static final String ID = "zeren.login.id";

  private CurrentSession() {}

  /** Null when it comes from no browser that is logged in. */
  public static @Nullable String id(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (String) session.getAttribute(ID);
  }
}

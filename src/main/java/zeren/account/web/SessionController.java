package zeren.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zeren.account.CurrentSession;
import zeren.account.LoginSession;
import zeren.account.LoginSessions;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** Where one is logged in. */
@RestController
@RequestMapping("/api/account/sessions")
class SessionController {

  private final LoginSessions sessions;

  SessionController(LoginSessions sessions) {
    this.sessions = sessions;
  }

  record SessionList(List<Session> sessions) {}

  /**
   * @param current whether the request came from it
   */
  record Session(
      String id,
      String address,
      String client,
      Instant startedAt,
      Instant seenAt,
      Instant endsAt,
      boolean current) {

    static Session of(LoginSession session, @Nullable String current) {
      return new Session(
          session.id(),
          session.address(),
          session.client(),
          session.startedAt(),
          session.seenAt(),
          session.endsAt(),
          session.id().equals(current));
    }
  }

  @GetMapping
  SessionList list(Authentication login, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    String current = CurrentSession.id(request);
    return new SessionList(
        sessions.of(login.getName()).stream()
            .map(session -> Session.of(session, current))
            .toList());
  }

  /** Logs out everywhere, here too. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endAll(Authentication login, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    sessions.endAllBut(login.getName(), null);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable String id, Authentication login, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    if (!sessions.end(login.getName(), id)) {
      throw ProblemException.notFound("Your account has no such session.");
    }
  }
}

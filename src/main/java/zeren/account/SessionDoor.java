package zeren.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Begins a session at a login, whose id Spring Security has just changed, so that nobody who
 * planted one is logged in with it; lets it go on while it has not been ended and its account is
 * open; and ends it.
 */
class SessionDoor extends OncePerRequestFilter implements LogoutHandler {

  private static final String ACCOUNT = "zeren.login.account";

  /** Where Spring Security keeps who has logged in. */
  private static final String LOGIN =
      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

  private final LoginSessions sessions;
  private final OpenAccounts accounts;
  private final SessionIdle idle;

  SessionDoor(LoginSessions sessions, OpenAccounts accounts, SessionIdle idle) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.idle = idle;
  }

  /** Spring Security has logged in already; where that cannot be recorded nobody stays so. */
  void begin(Authentication login, HttpServletRequest request, HttpServletResponse response) {
    try {
      record(login, request, response);
    } catch (RuntimeException e) {
      request.getSession().invalidate();
      SecurityContextHolder.clearContext();
      throw e;
    }
  }

  private void record(
      Authentication login, HttpServletRequest request, HttpServletResponse response) {
    logout(request, response, login);
    Duration wait = idle.of(login);
    LoginSession started =
        sessions.start(
            login.getName(),
            request.getRemoteAddr(),
            request.getHeader(HttpHeaders.USER_AGENT),
            wait);
    HttpSession session = request.getSession();
    session.setMaxInactiveInterval((int) wait.toSeconds());
    session.setAttribute(CurrentSession.ID, started.id());
    session.setAttribute(ACCOUNT, login.getName());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    String id = CurrentSession.id(request);
    if (session != null && id != null) {
      String account = String.valueOf(session.getAttribute(ACCOUNT));
      Duration wait = Duration.ofSeconds(session.getMaxInactiveInterval());
      if (!sessions.goesOn(id, wait) || !accounts.isOpen(account)) {
        session.invalidate();
      }
    } else if (session != null && session.getAttribute(LOGIN) != null) {
      // It stands in no list, so nobody could end it.
      session.invalidate();
    }
    chain.doFilter(request, response);
  }

  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login) {
    HttpSession session = request.getSession(false);
    String id = CurrentSession.id(request);
    if (session != null && id != null) {
      sessions.leave(String.valueOf(session.getAttribute(ACCOUNT)), id);
    }
  }
}

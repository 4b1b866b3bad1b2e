package zeren.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the form, which says what to do; nothing tells whether the account exists. */
final class LoginRefusal implements AuthenticationFailureHandler {

  private final ClosedDoor closed;
  private final RedirectStrategy redirects;
  private final String way;

  /**
   * @param way what the form is told
   */
  LoginRefusal(ClosedDoor closed, RedirectStrategy redirects, String way) {
    this.closed = closed;
    this.redirects = redirects;
    this.way = way;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException, ServletException {
    if (reason instanceof TooManyFailuresException failures) {
      redirects.sendRedirect(request, response, "/login?wait=" + failures.seconds());
    } else if (reason instanceof LoginsBusyException) {
      redirects.sendRedirect(request, response, "/login?busy");
    } else if (reason instanceof InternalAuthenticationServiceException) {
      closed.nobodyCanBeAsked(request, response);
    } else {
      redirects.sendRedirect(request, response, "/login?" + way);
    }
  }
}

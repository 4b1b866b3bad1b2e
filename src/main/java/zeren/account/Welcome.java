package zeren.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import zeren.layer.Role;

/** Begins the session of somebody who has logged in, and leads to the page that was wanted. */
final class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {

  private final SessionDoor sessions;
  private final ClosedDoor closed;

  Welcome(
      SessionDoor sessions, ClosedDoor closed, RequestCache wanted, RedirectStrategy redirects) {
    this.sessions = sessions;
    this.closed = closed;
    setDefaultTargetUrl("/desk");
    setRequestCache(wanted);
    setRedirectStrategy(redirects);
  }

  /** A grid manager has a phone in the hand. */
  @Override
  protected String determineTargetUrl(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login) {
    boolean isManager =
        login != null
            && login.getAuthorities().stream()
                .anyMatch(one -> ("ROLE_" + Role.GRID_MANAGER.code()).equals(one.getAuthority()));
    return isManager ? "/my" : super.determineTargetUrl(request, response, login);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication login)
      throws ServletException, IOException {
    try {
      sessions.begin(login, request, response);
    } catch (DataAccessResourceFailureException e) {
      closed.nobodyCanBeAsked(request, response);
      return;
    }
    super.onAuthenticationSuccess(request, response, login);
  }
}

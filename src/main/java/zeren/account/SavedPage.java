package zeren.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Where somebody wanted to go before the login, kept in a cookie of theirs rather than in a
 * session, so that whoever has not logged in makes the server remember nothing.
 */
final class SavedPage extends CookieRequestCache {

  /** A cookie of more than 4 kB is dropped by browsers, and the address stands in it in Base64. */
  private static final int LONGEST_QUERY = 1_500;

  SavedPage() {
    List<PathPatternRequestMatcher> inside =
        Stream.of("/desk/**", "/my", "/admin")
            .map(path -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, path))
            .toList();
    setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    setRequestMatcher(
        request ->
            inside.stream().anyMatch(page -> page.matches(request))
                && (request.getQueryString() == null
                    || request.getQueryString().length() <= LONGEST_QUERY));
  }

  @Override
  public @Nullable SavedRequest getRequest(
      HttpServletRequest request, HttpServletResponse response) {
    try {
      return super.getRequest(request, response);
    } catch (IllegalArgumentException e) {
      return forget(request, response);
    }
  }

  @Override
  public @Nullable HttpServletRequest getMatchingRequest(
      HttpServletRequest request, HttpServletResponse response) {
    try {
      return super.getMatchingRequest(request, response);
    } catch (IllegalArgumentException e) {
      return forget(request, response);
    }
  }

  /** A cookie that holds no address was not made here. */
  private <T> @Nullable T forget(HttpServletRequest request, HttpServletResponse response) {
    removeRequest(request, response);
    return null;
  }
}

package zeren.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends people on in the language that they chose on the page they come from. Where to is not
 * theirs to say.
 */
final class LanguageKept extends DefaultRedirectStrategy {

  @Override
  public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String url)
      throws IOException {
    super.sendRedirect(request, response, inLanguage(url, request.getParameter("lang")));
  }

  private static String inLanguage(String url, @Nullable String language) {
    return switch (String.valueOf(language)) {
      // The address is encoded already; Chinese is the language of pages that name none.
      case "en" ->
          UriComponentsBuilder.fromUriString(url)
              .replaceQueryParam("lang", "en")
              .build()
              .toUriString();
      case "zh" ->
          UriComponentsBuilder.fromUriString(url).replaceQueryParam("lang").build().toUriString();
      default -> url;
    };
  }
}

package zeren.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Requests that would change what is recorded: all below {@code /api/} and {@code /ogc/} that do
 * not just read, or ask a question that is too long for an address.
 */
final class RequestedChange {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");

  /** A table of what was found, as a file. */
  private static final String TABLE = "/api/desk/table";

  private static final Set<String> QUESTIONS = Set.of("/api/who");

  private static final Pattern FEATURES =
      Pattern.compile(
          "/api/layers/[^/]+/(features/.+|edits|changes/[^/]+/undo)|/ogc/collections/[^/]+/items(/.*)?");

  private static final Pattern IMPORTS =
      Pattern.compile("/api/(imports|jobs)(/.*)?|/api/layers/[^/]+/import");

  private RequestedChange() {}

  /** A question in the body of a {@code POST}: it changes nothing and is open to everybody. */
  static boolean isQuestion(HttpServletRequest request) {
    return request.getMethod().equals("POST") && QUESTIONS.contains(request.getRequestURI());
  }

  /** Whether it would change single features. */
  static boolean isEdit(HttpServletRequest request) {
    return matches(request) && FEATURES.matcher(request.getRequestURI()).matches();
  }

  /** Whether it is a step of an import. */
  static boolean isImport(HttpServletRequest request) {
    return matches(request) && IMPORTS.matcher(request.getRequestURI()).matches();
  }

  /** A question in the body of a {@code POST} that needs an account: it changes nothing. */
  static boolean isTable(HttpServletRequest request) {
    return request.getMethod().equals("POST") && request.getRequestURI().equals(TABLE);
  }

  /** A change of what an account keeps for itself, whatever else it may do. */
  static boolean isOfTheirOwn(HttpServletRequest request) {
    return METHODS.contains(request.getMethod())
        && request.getRequestURI().startsWith("/api/desk/");
  }

  static boolean matches(HttpServletRequest request) {
    return METHODS.contains(request.getMethod())
        && (request.getRequestURI().startsWith("/api/")
            || request.getRequestURI().startsWith("/ogc/"))
        && !isQuestion(request);
  }

  /**
   * Whether a program sends it, with name and password in each request: that needs no form token.
   * Browsers send remembered passwords by themselves, but they also say where a request comes from,
   * so that one from another site is told apart: by {@code Origin}, and over TLS by {@code
   * Sec-Fetch-Site} too.
   */
  static boolean isFromAProgram(HttpServletRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
    return matches(request)
        && request.getHeader(HttpHeaders.AUTHORIZATION) != null
        && (site == null || site.equals("same-origin"))
        && (origin == null || origin.equals(originOf(request)));
  }

  private static String originOf(HttpServletRequest request) {
    String scheme = request.getScheme();
    int port = request.getServerPort();
    boolean isUsual = port == (scheme.equals("https") ? HTTPS : HTTP);
    return scheme + "://" + request.getServerName() + (isUsual ? "" : ":" + port);
  }

  /**
   * Whether a page sends it rather than a program; pages name their form token with each change.
   */
  static boolean isFromAPage(HttpServletRequest request) {
    return request.getHeader("X-XSRF-TOKEN") != null || request.getHeader("Sec-Fetch-Mode") != null;
  }
}

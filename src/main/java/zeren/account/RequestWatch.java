package zeren.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import zeren.layer.Declarations;
import zeren.layer.Visibility;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/**
 * Tells the trail what shows in the answer to a request, whichever controller gave it: that
 * somebody was refused, that an account took a file along, and that it reads an internal layer as a
 * whole.
 */
final class RequestWatch extends OncePerRequestFilter {

  private static final String REFUSED = RequestWatch.class.getName();

  /** What answers with features of layers, and with which. */
  private static final Pattern LAYERS =
      Pattern.compile(
          "/api/layers/([^/]+)/export|/tiles/([^/]+)/\\d+/.*"
              + "|/ogc/collections/([^/]+)/(?:items|tiles/[^/]+/\\d+/.*)");

  private final Declarations declarations;
  private final ApplicationEventPublisher events;

  RequestWatch(Declarations declarations, ApplicationEventPublisher events) {
    this.declarations = declarations;
    this.events = events;
  }

  /** For a refusal that looks as if there were nothing. */
  static void markRefused(HttpServletRequest request) {
    request.setAttribute(REFUSED, true);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } finally {
      look(request, response);
    }
  }

  private void look(HttpServletRequest request, HttpServletResponse response) {
    int status = response.getStatus();
    if (status == HttpStatus.FORBIDDEN.value()
        || status == HttpStatus.UNAUTHORIZED.value()
        || request.getAttribute(REFUSED) != null) {
      if (!LoginTrail.hasTold(request)) {
        events.publishEvent(
            Deed.of(DeedKind.REFUSED, account())
                .on(null, request.getMethod() + " " + request.getRequestURI()));
      }
    } else if (status == HttpStatus.OK.value()
        && (request.getMethod().equals("GET") || isFile(response))) {
      lookAtContent(request, response);
    }
  }

  private void lookAtContent(HttpServletRequest request, HttpServletResponse response) {
    List<String> layers = layers(request.getServletPath());
    boolean isFile = isFile(response);
    String account = isFile || !layers.isEmpty() ? account() : null;
    if (account == null) {
      return;
    }
    if (isFile) {
      events.publishEvent(
          Deed.of(DeedKind.EXPORT, account)
              .on(layers.size() == 1 ? layers.get(0) : null, null)
              .with("path", request.getRequestURI())
              .with("query", request.getQueryString()));
      return;
    }
    layers.stream()
        .filter(this::isInternal)
        .forEach(layer -> events.publishEvent(Deed.of(DeedKind.READ, account).on(layer, null)));
  }

  private static boolean isFile(HttpServletResponse response) {
    return response.getHeader(HttpHeaders.CONTENT_DISPOSITION) != null;
  }

  private static List<String> layers(String path) {
    Matcher matcher = LAYERS.matcher(path);
    return matcher.matches()
        ? IntStream.rangeClosed(1, matcher.groupCount())
            .mapToObj(matcher::group)
            .filter(Objects::nonNull)
            .flatMap(names -> Arrays.stream(names.split(",")))
            .toList()
        : List.of();
  }

  private boolean isInternal(String layer) {
    return declarations
        .find(layer)
        .filter(declared -> declared.visibility() != Visibility.PUBLIC)
        .isPresent();
  }

  private static @Nullable String account() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    return login == null
            || login instanceof AnonymousAuthenticationToken
            || !login.isAuthenticated()
        ? null
        : login.getName();
  }
}

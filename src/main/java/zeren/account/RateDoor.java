package zeren.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import zeren.problem.ProblemException;
import zeren.problem.ProblemWriter;

/** Asks whoever sends too many requests to wait. */
final class RateDoor extends OncePerRequestFilter {

  private final RateLimits limits;
  private final ProblemWriter problems;
  private final Function<HttpServletRequest, @Nullable String> who;

  private RateDoor(
      RateLimits limits,
      ProblemWriter problems,
      Function<HttpServletRequest, @Nullable String> who) {
    this.limits = limits;
    this.problems = problems;
    this.who = who;
  }

  /** By address, before anybody is asked who it is. Requests of this very machine go on. */
  static RateDoor ofAddresses(RateLimits limits, ProblemWriter problems) {
    return new RateDoor(
        limits,
        problems,
        request -> {
          String address = request.getRemoteAddr();
          return ClientAddress.isThisMachine(address)
              ? null
              : "address " + ClientAddress.network(address);
        });
  }

  /** By account, wherever it is used. */
  static RateDoor ofAccounts(RateLimits limits, ProblemWriter problems) {
    return new RateDoor(
        limits,
        problems,
        request -> {
          Authentication login = SecurityContextHolder.getContext().getAuthentication();
          return login == null
                  || login instanceof AnonymousAuthenticationToken
                  || ClientAddress.isThisMachine(request.getRemoteAddr())
              ? null
              : "account " + login.getName();
        });
  }

  @Override
  protected String getAlreadyFilteredAttributeName() {
    return "zeren.rate." + System.identityHashCode(this);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String asking = who.apply(request);
    Duration wait = asking == null ? Duration.ZERO : limits.take(request, asking);
    if (wait.isZero()) {
      chain.doFilter(request, response);
      return;
    }
    long seconds = wait.plusMillis(999).toSeconds();
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    if (isPage(request)) {
      response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
      return;
    }
    problems.write(
        new ProblemException(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "Too many requests",
                "Wait " + seconds + " seconds and go on more slowly.")
            .with("retryAfter", seconds),
        request.getRequestURI(),
        request,
        response);
  }

  /** Whether somebody looks at what is answered, rather than a program that knows how to wait. */
  private static boolean isPage(HttpServletRequest request) {
    return !ProblemWriter.isForPrograms(request.getServletPath())
        && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html");
  }
}

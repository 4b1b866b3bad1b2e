package zeren.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import zeren.problem.DatabaseProblems;
import zeren.problem.ProblemException;
import zeren.problem.ProblemWriter;

/**
 * What somebody gets who may not pass: people are sent to the login page, programs get a problem. A
 * path that is closed to everybody looks like one that does not exist.
 */
final class ClosedDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String BEARER = "Bearer realm=\"Zeren\"";

  private final ProblemWriter problems;
  private final RedirectStrategy redirects;

  ClosedDoor(ProblemWriter problems, RedirectStrategy redirects) {
    this.problems = problems;
    this.redirects = redirects;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    if (reason instanceof InternalAuthenticationServiceException) {
      nobodyCanBeAsked(request, response);
    } else if (reason instanceof TooManyFailuresException failures) {
      askToWait(failures, request, response);
    } else if (reason instanceof LoginsBusyException busy) {
      askToComeAgain(busy, request, response);
    } else if (isPage(path)) {
      redirects.sendRedirect(request, response, "/login");
    } else if (reason instanceof BadCredentialsException
        || reason instanceof AccountStatusException
        || path.startsWith("/actuator/")
        || RequestedChange.matches(request)) {
      askForAccount(request, response);
    } else {
      hide(request, response);
    }
  }

  /** Who it is cannot be found out, because the database with the accounts cannot be reached. */
  void nobodyCanBeAsked(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseProblems.RETRY_AFTER_SECONDS);
    if (ProblemWriter.isForPrograms(request.getServletPath())) {
      problems.write(DatabaseProblems.unavailable(), request.getRequestURI(), request, response);
    } else {
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
  }

  private void askToWait(
      TooManyFailuresException failures, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(failures.seconds()));
    problems.write(Passwords.tooMany(failures), request.getRequestURI(), request, response);
  }

  private void askToComeAgain(
      LoginsBusyException busy, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(
        HttpHeaders.RETRY_AFTER, String.valueOf(LoginsBusyException.RETRY_AFTER_SECONDS));
    problems.write(busy.problem(), request.getRequestURI(), request, response);
  }

  /** A token that has expired, was deleted, or never was one. */
  void refuseToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER + ", error=\"invalid_token\"");
    problems.write(
        unauthorized("The token is not valid, or no longer. Make another at /account."),
        request.getRequestURI(),
        request,
        response);
  }

  private static ProblemException unauthorized(String detail) {
    return new ProblemException(HttpStatus.UNAUTHORIZED, "unauthorized", "Not logged in", detail);
  }

  private static boolean isPage(String path) {
    return Stream.of("/my", "/desk", "/admin", "/account")
        .anyMatch(page -> path.equals(page) || path.startsWith(page + "/"));
  }

  private void askForAccount(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // A browser would ask for a password by itself, and send it from then on whoever logs in.
    if (!RequestedChange.isFromAPage(request)) {
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Zeren\", charset=\"UTF-8\"");
    }
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER);
    problems.write(
        unauthorized(
            "This needs an account: send name and password by HTTP Basic or a token as Bearer, and check them."),
        request.getRequestURI(),
        request,
        response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException, ServletException {
    if (RequestedChange.matches(request)
        && !isLoggedIn()
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      askForAccount(request, response);
    } else if (reason instanceof CsrfException) {
      refuse(
          request,
          response,
          forbidden("The form is too old or came from elsewhere. Open the page again and repeat."));
    } else if (RequestedChange.matches(request)) {
      refuse(request, response, forbidden(whyNoChange()));
    } else {
      hide(request, response);
    }
  }

  private static String whyNoChange() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof ProgramLogin
        ? "A token that only reads changes nothing, and none gives passwords or makes tokens or does"
            + " more than its account may."
        : "This account may look at the data, not change it.";
  }

  /**
   * Asked of the context: where form tokens are checked the request does not know yet who it is.
   */
  private static boolean isLoggedIn() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && !(who instanceof AnonymousAuthenticationToken);
  }

  private void hide(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (ProblemWriter.isForPrograms(request.getServletPath())) {
      RequestWatch.markRefused(request);
    }
    refuse(request, response, nothingHere());
  }

  private static ProblemException nothingHere() {
    return ProblemException.notFound("There is nothing at this address.");
  }

  private static ProblemException forbidden(String detail) {
    return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "Forbidden", detail);
  }

  private static ProblemException readingOnly() {
    return new ProblemException(
        HttpStatus.METHOD_NOT_ALLOWED,
        "method-not-allowed",
        "Method Not Allowed",
        "This address can be read with GET and HEAD, and nothing else.");
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem)
      throws IOException {
    String path = request.getRequestURI();
    if (ProblemWriter.isForPrograms(request.getServletPath())) {
      boolean closed =
          !RequestedChange.matches(request)
              && !request.getMethod().equals("GET")
              && !request.getMethod().equals("HEAD");
      if (closed) {
        response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
      }
      problems.write(closed ? readingOnly() : problem, path, request, response);
    } else {
      response.sendError(problem.status().value());
    }
  }
}

package zeren.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.web.filter.OncePerRequestFilter;
import zeren.problem.ProblemException;
import zeren.problem.ProblemWriter;

/** Whoever has a one-time password changes it, and gets nothing else before. */
class OneTimePasswordDoor extends OncePerRequestFilter {

  private static final String PAGE = "/account";

  private static final Set<String> OPEN =
      Set.of(PAGE, "/api/account", "/api/account/password", "/login", "/logout", "/error");

  private final Passwords passwords;
  private final ProblemWriter problems;
  private final RedirectStrategy redirects;

  OneTimePasswordDoor(Passwords passwords, ProblemWriter problems, RedirectStrategy redirects) {
    this.passwords = passwords;
    this.problems = problems;
    this.redirects = redirects;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    if (isOpen(path)
        || !(SecurityContextHolder.getContext().getAuthentication()
            instanceof UsernamePasswordAuthenticationToken login)
        || !passwords.isDue(login.getName())) {
      chain.doFilter(request, response);
    } else if (ProblemWriter.isForPrograms(path)) {
      problems.write(
          new ProblemException(
              HttpStatus.FORBIDDEN,
              "password-change-due",
              "The password has to be changed",
              "This is a one-time password. Choose another at " + PAGE + " first."),
          path,
          request,
          response);
    } else {
      redirects.sendRedirect(request, response, PAGE);
    }
  }

  private static boolean isOpen(String path) {
    return OPEN.contains(path)
        || Stream.of("/css/", "/js/", "/i18n/", "/img/", "/webjars/").anyMatch(path::startsWith);
  }
}

package zeren.ogc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import zeren.problem.ProblemException;
import zeren.problem.ProblemWriter;
import zeren.problem.QueryParameters;

/** Tells people on a page what programs are told as a problem. */
@RestControllerAdvice(basePackageClasses = RefusedPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedPage {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Answers answers;
  private final ProblemWriter problems;

  RefusedPage(Answers answers, ProblemWriter problems) {
    this.answers = answers;
    this.problems = problems;
  }

  @ExceptionHandler(ProblemException.class)
  void refused(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Presentation> page = findPage(request);
    if (page.isEmpty()) {
      problems.write(problem, request.getRequestURI(), request, response);
      return;
    }
    int status = problem.status().value();
    response.setStatus(status);
    answers.html(
        response,
        "ogc-refused",
        page.get().language(),
        Map.of("status", status, "detail", String.valueOf(problem.getMessage())),
        List.of());
  }

  /** Only what is read has pages; and where the choice is wrong or cannot be read there is none. */
  private static Optional<Presentation> findPage(HttpServletRequest request) {
    if (!READING.contains(request.getMethod())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Presentation.of(QueryParameters.of(request), request))
          .filter(Presentation::html);
    } catch (ProblemException | InvalidParameterException | RequestRejectedException e) {
      return Optional.empty();
    }
  }
}

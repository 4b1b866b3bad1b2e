package zeren.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.problem.ProblemException;
import zeren.problem.ProblemWriter;

/**
 * The last resort for whatever no controller answered: a page for people, a problem for programs.
 */
@RestController
class ErrorPage implements ErrorController {

  /** The statuses that the pages have words of their own for. */
  private static final Set<HttpStatus> TOLD =
      Set.of(
          HttpStatus.BAD_REQUEST,
          HttpStatus.FORBIDDEN,
          HttpStatus.NOT_FOUND,
          HttpStatus.METHOD_NOT_ALLOWED,
          HttpStatus.TOO_MANY_REQUESTS,
          HttpStatus.INTERNAL_SERVER_ERROR,
          HttpStatus.SERVICE_UNAVAILABLE);

  private final Pages pages;
  private final ProblemWriter problems;

  ErrorPage(Pages pages, ProblemWriter problems) {
    this.pages = pages;
    this.problems = problems;
  }

  @RequestMapping("/error")
  void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      // It failed halfway, and the connection is about to be cut; see CutOffAnswer.
      return;
    }
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status =
        code instanceof Integer number && HttpStatus.resolve(number) != null
            ? HttpStatus.valueOf(number)
            : HttpStatus.NOT_FOUND;
    Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = uri == null ? "/" : uri.toString();
    String accept = String.valueOf(request.getHeader("Accept"));
    if (ProblemWriter.isForPrograms(path) || !accept.contains("text/html")) {
      problems.write(
          new ProblemException(
              status,
              status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'),
              status.getReasonPhrase(),
              status == HttpStatus.NOT_FOUND
                  ? "There is nothing at this address."
                  : "The request could not be answered."),
          path,
          request,
          response);
      return;
    }
    String language = language(request);
    response.setStatus(status.value());
    response.setContentType("text/html;charset=UTF-8");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            pages.render(
                "error",
                Map.of(
                    "lang",
                    language,
                    "status",
                    status.value(),
                    "told",
                    TOLD.contains(status) ? status.value() : "other",
                    "reason",
                    status.getReasonPhrase())));
  }

  private static String language(HttpServletRequest request) {
    try {
      return "en".equals(request.getParameter("lang")) ? "en" : "zh";
    } catch (InvalidParameterException e) {
      // Parameters that cannot be decoded may be what the page is about.
      return "zh";
    }
  }
}

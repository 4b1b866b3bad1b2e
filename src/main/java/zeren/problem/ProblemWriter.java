package zeren.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends a problem from where no controller is at work: filters, the firewall, the error page. */
@Component
public class ProblemWriter {

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  /** Whether the request comes from a program rather than from somebody's browser window. */
  public static boolean isForPrograms(String path) {
    return path.startsWith("/api/")
        || path.startsWith("/tiles/")
        || path.startsWith("/ogc/")
        || path.equals("/ogc")
        || path.startsWith("/actuator/");
  }

  public void write(
      ProblemException problem,
      String path,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    if (!"HEAD".equals(request.getMethod())) {
      json.writeValue(response.getOutputStream(), problem.toBody(path));
    }
  }
}

package zeren.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What the web server itself refuses, before any of our code runs: addresses and headers that are
 * not HTTP. Its own page would be HTML and name the product.
 */
public class ConnectorProblems extends ErrorReportValve {

  private static final String BODY =
      """
      {"type":"/problems/bad-request","title":"The request cannot be read","status":%d,\
      "detail":"This is not HTTP as it should be: the address or a header is malformed or too long. Encode special characters.",\
      "instance":"/"}""";

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      response.setContentType("application/problem+json");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      if (response.getReporter() != null) {
        response.getReporter().write(BODY.formatted(status));
        response.finishResponse();
      }
    } catch (IOException e) {
      // The caller has gone; there is nobody to tell.
      container.getLogger().debug("Could not report a refusal", e);
    }
  }
}

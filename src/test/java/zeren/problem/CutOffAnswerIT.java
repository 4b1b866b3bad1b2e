package zeren.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import zeren.RunningZeren;

/** Who reads an answer that failed on its way must be able to tell. */
class CutOffAnswerIT {

  private static final byte[] BEGINNING = "a beginning\n".getBytes(StandardCharsets.UTF_8);

  /** Answers that fail after, and before, something of them is out. */
  static final class Failing {

    public void late(HttpServletResponse response) throws IOException {
      response.setContentType("text/csv");
      response.getOutputStream().write(BEGINNING);
      response.flushBuffer();
      throw new IllegalStateException("planted");
    }

    public void early(HttpServletResponse response) throws IOException {
      throw new IllegalStateException("planted");
    }
  }

  private final RunningZeren zeren = RunningZeren.empty();

  private RequestMappingHandlerMapping paths() {
    // Its mappings are there from the first request on.
    assertThat(zeren.get("/api/layers").statusCode()).isEqualTo(200);
    return Objects.requireNonNull(zeren.bean(DispatcherServlet.class).getHandlerMappings()).stream()
        .filter(one -> one.getClass() == RequestMappingHandlerMapping.class)
        .map(RequestMappingHandlerMapping.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private String answer(String method) throws NoSuchMethodException {
    RequestMappingHandlerMapping paths = paths();
    String path = "/api/failing/" + method;
    RequestMappingInfo info =
        RequestMappingInfo.paths(path)
            .methods(RequestMethod.GET)
            .options(paths.getBuilderConfiguration())
            .build();
    paths.registerMapping(
        info, new Failing(), Failing.class.getMethod(method, HttpServletResponse.class));
    try {
      return zeren.raw("GET " + path + " HTTP/1.1\r\n");
    } finally {
      paths.unregisterMapping(info);
    }
  }

  /** The last chunk, of no bytes, is what says that all has been sent. */
  @Test
  void anAnswerThatFailsHalfwayDoesNotLookWhole() throws NoSuchMethodException {
    String answer = answer("late");
    assertThat(answer).startsWith("HTTP/1.1 200").contains("chunked", "a beginning");
    assertThat(answer).doesNotContain("\r\n0\r\n").doesNotContain("problem", "planted");
  }

  @Test
  void anAnswerThatFailsBeforeItsBeginningIsAProblem() throws NoSuchMethodException {
    assertThat(answer("early"))
        .startsWith("HTTP/1.1 500")
        .contains("application/problem+json", "The server failed")
        .doesNotContain("planted");
  }
}

package zeren.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * When an answer fails after its beginning is out, nothing is added to it and it is not ended: the
 * fault goes on to the web server, which cuts the connection. The reader sees that something is
 * missing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CutOffAnswer implements HandlerExceptionResolver {

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception fault) {
    if (response.isCommitted() && !DisconnectedClientHelper.isClientDisconnectedException(fault)) {
      throw new IllegalStateException(
          "Failed in the middle of the answer to " + request.getRequestURI(), fault);
    }
    return null;
  }
}

package zeren.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers to run and load nothing but our own files, on every answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ContentSecurityPolicy extends OncePerRequestFilter {

  private final String policy;

  ContentSecurityPolicy(BaseMap baseMap) {
    String origin = baseMap.origin();
    this.policy =
        String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' " + ImportMap.hashSource(),
            "style-src 'self'",
            "img-src 'self' data:" + (origin == null ? "" : " " + origin),
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", policy);
    chain.doFilter(request, response);
  }
}

package zeren.account;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import zeren.problem.ProblemWriter;

/** How often an address or an account may ask; another measure for what costs more. */
@Component
class RateLimits {

  private static final Pattern IMPORT =
      Pattern.compile("/api/imports(/.*)?|/api/layers/[^/]+/import");

  private final BasicLogins basic;
  private final Allowance requests;
  private final Allowance imports;
  private final Allowance logins;

  RateLimits(
      BasicLogins basic,
      @Value("${zeren.limit.requests-a-second}") int requests,
      @Value("${zeren.limit.requests-at-once}") int requestsAtOnce,
      @Value("${zeren.limit.imports-a-minute}") int imports,
      @Value("${zeren.limit.imports-at-once}") int importsAtOnce,
      @Value("${zeren.limit.logins-a-minute}") int logins,
      @Value("${zeren.limit.logins-at-once}") int loginsAtOnce) {
    this.basic = basic;
    Ticker ticker = Ticker.systemTicker();
    this.requests = new Allowance(requestsAtOnce, requests, Duration.ofSeconds(1), ticker);
    this.imports = new Allowance(importsAtOnce, imports, Duration.ofMinutes(1), ticker);
    this.logins = new Allowance(loginsAtOnce, logins, Duration.ofMinutes(1), ticker);
  }

  /** Counts a request, and says how long to wait before it may be repeated; zero to go on. */
  Duration take(HttpServletRequest request, String who) {
    // As it is served, not as it is written: %61pi is api.
    String path = request.getServletPath();
    boolean sends = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    // A login elsewhere begins with a session for whoever asks, and that with any method.
    if ((sends && path.equals("/login")) || path.startsWith("/oauth2/") || basic.isLogin(request)) {
      return logins.take(who);
    }
    if (!ProblemWriter.isForPrograms(path) && !isMadeForStrangers(path)) {
      return Duration.ZERO;
    }
    return sends && IMPORT.matcher(path).matches() ? imports.take(who) : requests.take(who);
  }

  /** Pages, pictures and lists that are put together anew for whoever asks. */
  private static boolean isMadeForStrangers(String path) {
    return path.equals("/cell") || path.startsWith("/cell/") || path.startsWith("/sitemap");
  }
}

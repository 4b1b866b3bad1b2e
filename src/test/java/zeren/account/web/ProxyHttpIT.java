package zeren.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import zeren.RunningZeren;

/** Behind a proxy: what it says of the client is believed from configured addresses only. */
class ProxyHttpIT {

  private static HttpResponse<String> ask(RunningZeren zeren, String path) {
    return zeren.send(
        zeren
            .request(path)
            .header("Accept", "text/html")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "map.example.test")
            .header("X-Forwarded-For", "192.0.2.1"));
  }

  @Test
  void aProxyOnThisMachineIsBelieved() {
    RunningZeren zeren = RunningZeren.empty();
    HttpResponse<String> page = ask(zeren, "/login");
    assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
        .contains("Secure")
        .contains("HttpOnly")
        .contains("SameSite=Lax");
    assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
        .contains("max-age=31536000");
    assertThat(ask(zeren, "/desk").headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("REDIRECT_URI")
                    .contains("Secure", "HttpOnly", "SameSite=Lax"));
    BrowserSession browser =
        new BrowserSession(zeren)
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-For", "192.0.2.1");
    HttpResponse<String> login =
        browser.logIn(RunningZeren.ADMIN_NAME, RunningZeren.ADMIN_PASSWORD);
    assertThat(login.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie -> assertThat(cookie).startsWith("JSESSIONID").contains("Secure", "HttpOnly"));
    assertThat(browser.get("/api/account/sessions").body()).contains("192.0.2.1");
  }

  @Test
  void overPlainHttpNothingClaimsToBeSecure() {
    HttpResponse<String> page = RunningZeren.empty().get("/login");
    assertThat(page.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("Secure");
    assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void whoIsNotConfiguredIsNotBelieved() {
    try (RunningZeren zeren =
        RunningZeren.start(
            "--zeren.reference=false",
            "--server.tomcat.remoteip.internal-proxies=10\\.1\\.2\\.3")) {
      HttpResponse<String> page = ask(zeren, "/login");
      assertThat(page.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("Secure");
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
      assertThat(ask(zeren, "/desk").headers().firstValue("Location").orElse(""))
          .doesNotContain("example.test")
          .doesNotContain("https");
    }
  }
}

package zeren.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.SmallTown;

class LoginHttpIT {

  private static final Pattern TOKEN =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  private final RunningZeren zeren = SmallTown.running();

  /** All cookies that the answer sets, as a browser sends them back. */
  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> !header.contains("Max-Age=0") && !header.contains("01 Jan 1970"))
        .map(header -> header.substring(0, header.indexOf(';')))
        .collect(Collectors.joining("; "));
  }

  private static String token(HttpResponse<String> page) {
    Matcher matcher = TOKEN.matcher(page.body());
    assertThat(matcher.find()).as("a token in %s", page.uri()).isTrue();
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  /** As a browser sends a form. */
  private HttpResponse<String> post(String path, String cookie, String... pairs) {
    return postAccepting("text/html,*/*;q=0.8", path, cookie, pairs);
  }

  private HttpResponse<String> postAccepting(
      String accept, String path, String cookie, String... pairs) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(pairs[i])
          .append('=')
          .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
    }
    HttpRequest.Builder request =
        zeren
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(form.toString()));
    return zeren.send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
  }

  private HttpResponse<String> get(String path, String cookie) {
    return zeren.send(zeren.request(path).header("Cookie", cookie));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void aPersonLogsInSeesWhatIsInternalAndLogsOut() {
    HttpResponse<String> page = zeren.get("/login");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(cookie(page)).as("no session before the login").doesNotContain("JSESSIONID");
    String planted = "JSESSIONID=0123456789ABCDEF0123456789ABCDEF";
    HttpResponse<String> login =
        post(
            "/login",
            planted + "; " + cookie(page),
            "username",
            RunningZeren.ADMIN_NAME,
            "password",
            RunningZeren.ADMIN_PASSWORD,
            "_csrf",
            token(page));
    assertThat(login.statusCode()).isEqualTo(302);
    assertThat(location(login)).endsWith("/desk");
    String after = cookie(login);
    assertThat(after).contains("JSESSIONID").doesNotContain(planted);
    assertThat(login.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(
            cookie -> assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Lax"));

    assertThat(RunningZeren.json(get("/api/me", after)).path("name").asString()).isEqualTo("admin");
    assertThat(get("/api/layers/site/features/near-north", after).statusCode()).isEqualTo(200);
    assertThat(get("/api/layers/site/features/near-north", planted).statusCode()).isEqualTo(404);
    HttpResponse<String> desk = get("/desk", after);
    assertThat(desk.statusCode()).isEqualTo(200);

    assertThat(post("/logout", after).statusCode()).as("without a token").isEqualTo(403);
    HttpResponse<String> logout =
        post("/logout", after + "; " + cookie(desk), "_csrf", token(desk));
    assertThat(logout.statusCode()).isEqualTo(302);
    assertThat(get("/api/layers/site/features/near-north", after).statusCode()).isEqualTo(404);
    assertThat(get("/desk", after).statusCode()).isEqualTo(302);
  }

  @Test
  void aWrongPasswordLeadsBackToTheForm() {
    for (String password : List.of("wrong", "", "x".repeat(200), "密".repeat(100))) {
      for (String name : List.of("admin", "nobody", "")) {
        HttpResponse<String> page = zeren.get("/login");
        HttpResponse<String> login =
            post(
                "/login",
                cookie(page),
                "username",
                name,
                "password",
                password,
                "_csrf",
                token(page));
        assertThat(login.statusCode()).isEqualTo(302);
        assertThat(location(login)).endsWith("/login?error");
        assertThat(RunningZeren.json(get("/api/me", cookie(page))).path("name").isNull()).isTrue();
      }
    }
  }

  @Test
  void theLanguageIsKeptOnTheWayInAndOut() {
    assertThat(location(zeren.get("/desk?lang=en"))).endsWith("/login?lang=en");
    HttpResponse<String> page = zeren.get("/login?lang=en");
    assertThat(page.body()).contains("name=\"lang\" value=\"en\"");
    assertThat(location(logIn(page, "wrong", "en"))).endsWith("/login?error&lang=en");
    HttpResponse<String> login = logIn(page, RunningZeren.ADMIN_PASSWORD, "en");
    assertThat(location(login)).endsWith("/desk?lang=en");
    HttpResponse<String> desk = get("/desk?lang=en", cookie(login));
    assertThat(
            location(
                post(
                    "/logout",
                    cookie(login) + "; " + cookie(desk),
                    "_csrf",
                    token(desk),
                    "lang",
                    "en")))
        .endsWith("/?lang=en");
  }

  @Test
  void whoChoosesChineseAtTheLoginGetsTheDeskInChinese() {
    HttpResponse<String> closed = zeren.get("/desk?radius=5000&lang=en");
    HttpResponse<String> page = get("/login?lang=en", cookie(closed));
    String way =
        location(
            post(
                "/login",
                cookie(closed) + "; " + cookie(page),
                "username",
                RunningZeren.ADMIN_NAME,
                "password",
                RunningZeren.ADMIN_PASSWORD,
                "_csrf",
                token(page),
                "lang",
                "zh"));
    assertThat(way).contains("/desk?radius=5000").doesNotContain("lang=");
  }

  @Test
  void anAddressTooLongForACookieLeadsToTheLoginAllTheSame() {
    HttpResponse<String> answer = zeren.get("/desk?x=" + "a".repeat(7000));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!!", "http://[bad uri", "http://elsewhere.test/desk"})
  void aPlantedCookieLeadsNowhere(String address) {
    String planted =
        "REDIRECT_URI="
            + (address.startsWith("http")
                ? Base64.getEncoder().encodeToString(address.getBytes(StandardCharsets.UTF_8))
                : address);
    HttpResponse<String> page = zeren.get("/login");
    HttpResponse<String> login =
        post(
            "/login",
            cookie(page) + "; " + planted,
            "username",
            RunningZeren.ADMIN_NAME,
            "password",
            RunningZeren.ADMIN_PASSWORD,
            "_csrf",
            token(page));
    assertThat(login.statusCode()).isEqualTo(302);
    assertThat(location(login)).endsWith("/desk").doesNotContain("elsewhere");
    assertThat(get("/desk", cookie(login) + "; " + planted).statusCode()).isIn(200, 302);
  }

  @ParameterizedTest
  @ValueSource(strings = {"//elsewhere.test", "http://elsewhere.test/", "en&x=1", "xx"})
  void aLanguageLeadsNowhereElse(String language) {
    assertThat(location(logIn(zeren.get("/login"), RunningZeren.ADMIN_PASSWORD, language)))
        .isIn("/desk", zeren.baseUrl() + "/desk");
  }

  private HttpResponse<String> logIn(HttpResponse<String> page, String password, String language) {
    return post(
        "/login",
        cookie(page),
        "username",
        RunningZeren.ADMIN_NAME,
        "password",
        password,
        "_csrf",
        token(page),
        "lang",
        language);
  }

  @Test
  void aPasswordThatIsTooLongForTheHashIsJustWrong() {
    HttpResponse<String> answer =
        zeren.send(
            zeren
                .request("/api/me")
                .header("Authorization", RunningZeren.basic("admin", "x".repeat(100))));
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong"})
  void aFormWithoutItsTokenIsRefused(String token) {
    HttpResponse<String> answer =
        token.isEmpty()
            ? postAccepting(
                "*/*", "/login", "", "username", "admin", "password", RunningZeren.ADMIN_PASSWORD)
            : postAccepting(
                "*/*",
                "/login",
                cookie(zeren.get("/login")),
                "username",
                "admin",
                "password",
                RunningZeren.ADMIN_PASSWORD,
                "_csrf",
                token);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void theDeskSendsStrangersToTheLogin() {
    HttpResponse<String> answer = zeren.get("/desk");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).endsWith("/login");
  }

  @Test
  void theServerSaysWhoItTakesTheCallerFor() {
    JsonNode nobody = zeren.json("/api/me");
    assertThat(nobody.path("name").isNull()).isTrue();
    assertThat(nobody.path("role").isNull()).isTrue();
    JsonNode admin = zeren.jsonAsAdmin("/api/me");
    assertThat(admin.path("name").asString()).isEqualTo("admin");
    assertThat(admin.path("role").asString()).isEqualTo("admin");
    assertThat(zeren.get("/api/me?x=1").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?lang=en",
        "/api/layers",
        "/api/me",
        "/tiles/station.json",
        "/nothing",
        "/css/nothing.css"
      })
  void strangersGetNoCookie(String path) {
    assertThat(zeren.get(path).headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void programsGetNoSession() {
    assertThat(zeren.getAsAdmin("/api/layers").headers().allValues("Set-Cookie")).isEmpty();
    HttpResponse<String> wrong =
        zeren.send(
            zeren.request("/api/me").header("Authorization", RunningZeren.basic("admin", "wrong")));
    assertThat(wrong.headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/desk",
        "/nothing",
        "/api/layers",
        "/api/near?radius=0",
        "/api/nothing",
        "/tiles/station/0/0/0.mvt",
        "/tiles/sluice/0/0/0.mvt",
        "/tiles/station.json",
        "/ogc/collections/station/items",
        "/actuator/health",
        "/actuator/env",
        "/css/nothing.css",
        "/error"
      })
  void everyAnswerCarriesTheHeadersThatProtectIt(String path) {
    HttpResponse<String> answer = zeren.get(path);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe-inline");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(answer.headers().firstValue("Permissions-Policy").isPresent())
        .isEqualTo(!path.startsWith("/css"));
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
  }

  /** A browser that is asked for a password keeps it, past the logout. */
  @Test
  void programsAreAskedForAPasswordAndPagesAreNot() {
    HttpRequest.Builder change = zeren.request("/api/layers/site/features/x").DELETE();
    assertThat(zeren.send(change.copy()).headers().allValues("WWW-Authenticate").toString())
        .contains("Basic");
    for (String sign : List.of("X-XSRF-TOKEN", "Sec-Fetch-Mode")) {
      HttpResponse<String> page = zeren.send(change.copy().header(sign, "cors"));
      assertThat(page.statusCode()).isEqualTo(401);
      assertThat(page.headers().allValues("WWW-Authenticate").toString()).doesNotContain("Basic");
    }
  }

  @Test
  void aPasswordThatABrowserKeepsIsNoProgramFromAnotherSite() {
    HttpRequest.Builder edit =
        zeren
            .requestAsAdmin("/api/layers/site/edits")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"));
    assertThat(zeren.send(edit.copy()).statusCode()).isEqualTo(400);
    assertThat(zeren.send(edit.copy().header("Origin", zeren.baseUrl())).statusCode())
        .isEqualTo(400);
    for (String origin : List.of("http://elsewhere.example", "null")) {
      assertThat(zeren.send(edit.copy().header("Origin", origin)).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void whatAnAccountReadsIsNotKeptByCachesOnTheWay() {
    HttpResponse<String> answer = zeren.getAsAdmin("/api/layers");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void healthIsForEverybodyAndMetricsForTheAdmin() {
    assertThat(zeren.json("/actuator/health").path("status").asString()).isEqualTo("UP");
    assertThat(zeren.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(zeren.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(zeren.getAsAdmin("/actuator/prometheus").statusCode()).isEqualTo(200);
    assertThat(zeren.getAsAdmin("/actuator/env").statusCode()).isEqualTo(404);
  }

  @Test
  void aFirstPasswordThatBcryptWouldCutOffIsRefused() {
    assertThatThrownBy(
            () ->
                RunningZeren.start(
                    "--zeren.reference=false", "--ZEREN_ADMIN_PASSWORD=" + "长".repeat(25)))
        .hasStackTraceContaining("longer than 72 bytes");
  }
}

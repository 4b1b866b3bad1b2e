package zeren.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** Logging in by way of a real provider: redirects, codes and signed tokens. */
class OidcHttpIT {

  private static final OidcProvider PROVIDER = new OidcProvider();
  private static final RunningZeren ZEREN =
      RunningZeren.start(
          "--zeren.reference=false",
          "--zeren.oidc.issuer=" + PROVIDER.issuer(),
          "--zeren.oidc.client-id=" + OidcProvider.CLIENT,
          "--zeren.oidc.client-secret=" + OidcProvider.SECRET,
          "--zeren.oidc.role-claim=realm_access.roles",
          "--zeren.oidc.roles.zeren-office=office",
          "--zeren.oidc.roles.zeren-looker=viewer");

  private static boolean started;

  @AfterAll
  static void stop() {
    ZEREN.close();
    PROVIDER.close();
  }

  private static void isThere() {
    if (!started) {
      PROVIDER.start(ZEREN.baseUrl() + "/login/oauth2/code/elsewhere");
      started = true;
    }
  }

  private static Consumer<JwtClaimsSet.Builder> person(String name, String... roles) {
    return claims ->
        claims
            .claim("preferred_username", name)
            .claim("realm_access", Map.of("roles", List.of(roles)));
  }

  /** Where the browser is sent after it has come back. */
  private static String logIn(
      BrowserSession browser, String user, Consumer<JwtClaimsSet.Builder> claims) {
    isThere();
    PROVIDER.tokensHold(claims);
    String there = BrowserSession.location(browser.get("/oauth2/authorization/elsewhere"));
    assertThat(there).startsWith(PROVIDER.issuer()).contains("nonce=").contains("state=");
    URI back = URI.create(PROVIDER.logIn(there, user, "theirs"));
    assertThat(back.toString()).startsWith(ZEREN.baseUrl());
    return BrowserSession.location(browser.get(back.getRawPath() + "?" + back.getRawQuery()));
  }

  private static BrowserSession browser() {
    return new BrowserSession(ZEREN);
  }

  @Test
  void somebodyWhoIsKnownThereIsLoggedInHere() {
    assertThat(browser().get("/login").body()).contains("/oauth2/authorization/elsewhere");
    BrowserSession browser = browser();
    assertThat(logIn(browser, "u-1", person("张工", "zeren-office", "something"))).endsWith("/desk");
    JsonNode me = RunningZeren.json(browser.get("/api/me"));
    assertThat(me.path("name").asString()).isEqualTo("张工");
    assertThat(me.path("role").asString()).isEqualTo("office");
    assertThat(RunningZeren.json(browser.get("/api/account")).path("hasPassword").asBoolean())
        .isFalse();
    assertThat(RunningZeren.json(browser.get("/api/account/sessions")).path("sessions")).hasSize(1);

    BrowserSession again = browser();
    assertThat(logIn(again, "u-1", person("张工", "zeren-looker"))).endsWith("/desk");
    assertThat(RunningZeren.json(again.get("/api/me")).path("role").asString())
        .as("the role of now")
        .isEqualTo("viewer");
    HttpResponse<String> byPassword =
        ZEREN.send(ZEREN.request("/api/me").header("Authorization", RunningZeren.basic("张工", "")));
    assertThat(byPassword.statusCode()).isEqualTo(401);
  }

  private static void assertRefused(String user, Consumer<JwtClaimsSet.Builder> claims) {
    BrowserSession browser = browser();
    assertThat(logIn(browser, user, claims)).endsWith("/login?refused");
    assertThat(browser.name()).isNull();
    assertThat(browser.get("/login?refused").body()).contains("data-testid=\"refused\"");
  }

  @Test
  void whoHasNoRoleHereIsRefused() {
    assertRefused("u-1", person("无权", "something"));
    assertRefused("u-1", person("无权"));
    assertRefused("u-1", claims -> claims.claim("preferred_username", "无权"));
  }

  @Test
  void anAccountThatIsThereIsNotTakenOver() {
    assertRefused("u-1", person("admin", "zeren-office"));
    assertThat(logIn(browser(), "u-1", person("李工", "zeren-office"))).endsWith("/desk");
    assertRefused("u-2", person("李工", "zeren-office"));
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() {
    assertRefused("u-1", person("甲", "zeren-office").andThen(c -> c.issuer("http://localhost:1")));
  }

  @Test
  void aTokenForAnotherClientIsRefused() {
    assertRefused("u-1", person("甲", "zeren-office").andThen(c -> c.audience(List.of("other"))));
  }

  @Test
  void aTokenOfAnotherLoginIsRefused() {
    assertRefused("u-1", person("甲", "zeren-office").andThen(c -> c.claim("nonce", "planted")));
  }

  @Test
  void anExpiredTokenIsRefused() {
    Instant then = Instant.now().minus(Duration.ofHours(2));
    assertRefused(
        "u-1",
        person("甲", "zeren-office")
            .andThen(c -> c.issuedAt(then).expiresAt(then.plus(Duration.ofMinutes(5)))));
  }

  @Test
  void aCodeWithoutItsStateIsRefused() {
    isThere();
    BrowserSession browser = browser();
    browser.get("/oauth2/authorization/elsewhere");
    assertThat(
            BrowserSession.location(
                browser.get("/login/oauth2/code/elsewhere?code=x&state=planted")))
        .endsWith("/login?refused");
    assertThat(browser.name()).isNull();
  }
}

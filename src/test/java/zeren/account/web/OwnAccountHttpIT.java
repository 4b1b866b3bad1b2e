package zeren.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** Passwords, sessions and tokens of one's own account, as people and programs use them. */
class OwnAccountHttpIT {

  private static final RunningZeren ZEREN = RunningZeren.start("--zeren.reference=false");
  private static final String PASSWORD = "yellow tram at six";

  private static int accounts;

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static JdbcClient database() {
    return ZEREN.bean(JdbcClient.class);
  }

  /** A new one; hashed as weakly as older versions did, so that tests are quick. */
  private static String account(String role) {
    String name = "someone " + accounts++;
    database()
        .sql(
            """
            INSERT INTO account (name, password_hash, role, created_at)
            VALUES (:name, :hash, :role, :at)
            """)
        .param("name", name)
        .param("hash", "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD))
        .param("role", role)
        .param("at", Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
    return name;
  }

  private static String hash(String name) {
    return database()
        .sql("SELECT password_hash FROM account WHERE name = :name")
        .param("name", name)
        .query(String.class)
        .single();
  }

  private static HttpResponse<String> basic(String name, String password, String path) {
    return ZEREN.send(
        ZEREN.request(path).header("Authorization", RunningZeren.basic(name, password)));
  }

  private static BrowserSession loggedIn(String name) {
    BrowserSession browser = new BrowserSession(ZEREN);
    assertThat(BrowserSession.location(browser.logIn(name, PASSWORD))).endsWith("/desk");
    return browser;
  }

  private static String change(String old, String wanted) {
    return "{\"old\":\"" + old + "\",\"new\":\"" + wanted + "\"}";
  }

  @Test
  void anOlderHashIsRenewedAtALogin() {
    String name = account("office");
    assertThat(hash(name)).startsWith("{bcrypt}$2a$04$");
    assertThat(basic(name, PASSWORD, "/api/me").statusCode()).isEqualTo(200);
    assertThat(hash(name)).startsWith("{bcrypt}$2a$12$");
    assertThat(basic(name, PASSWORD, "/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aPasswordIsChangedAndOtherSessionsEnd() {
    String name = account("office");
    BrowserSession here = loggedIn(name);
    BrowserSession there = loggedIn(name);
    assertThat(there.name()).isEqualTo(name);
    HttpResponse<String> changed =
        here.json("POST", "/api/account/password", change(PASSWORD, "green boat at noon"));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
    assertThat(here.name()).isEqualTo(name);
    assertThat(there.name()).isNull();
    assertThat(basic(name, PASSWORD, "/api/me").statusCode()).isEqualTo(401);
    assertThat(basic(name, "green boat at noon", "/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void whoTriesThePasswordOfAnOpenSessionIsInTheTrail() {
    String name = account("viewer");
    loggedIn(name)
        .json("POST", "/api/account/password", change("wrong one altogether", "a long green boat"));
    JsonNode told =
        ZEREN
            .jsonAsAdmin("/api/trail?kind=login_failed&actor=" + name.replace(" ", "%20"))
            .at("/items/0");
    assertThat(told.path("object").asString()).isEqualTo(name);
    assertThat(told.toString()).doesNotContain("altogether");
  }

  @ParameterizedTest
  @CsvSource({
    "wrong one altogether, green boat at noon, old, wrong",
    "yellow tram at six, yellow tram at six, new, same",
    "yellow tram at six, short, new, short",
    "yellow tram at six, password123456, new, common"
  })
  void whatCannotBeTakenIsSaid(String old, String wanted, String parameter, String reason) {
    String name = account("viewer");
    HttpResponse<String> refused =
        loggedIn(name).json("POST", "/api/account/password", change(old, wanted));
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode problem = RunningZeren.parse(refused.body());
    assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
    assertThat(problem.path("reason").asString()).isEqualTo(reason);
    assertThat(refused.body()).doesNotContain(PASSWORD).doesNotContain("green boat");
    assertThat(basic(name, PASSWORD, "/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aOneTimePasswordOpensOnlyItsOwnChange() {
    String name = account("office");
    BrowserSession before = loggedIn(name);
    String path = "/api/accounts/" + name.replace(" ", "%20") + "/password";
    HttpResponse<String> issued =
        ZEREN.send(ZEREN.requestAsAdmin(path).POST(BodyPublishers.noBody()));
    assertThat(issued.statusCode()).as(issued.body()).isEqualTo(200);
    String once = RunningZeren.parse(issued.body()).path("password").asString();
    assertThat(once).hasSize(20);
    assertThat(before.name()).as("sessions from before").isNull();
    assertThat(basic(name, PASSWORD, "/api/me").statusCode()).isEqualTo(401);

    HttpResponse<String> program = basic(name, once, "/api/layers");
    assertThat(program.statusCode()).isEqualTo(403);
    assertThat(program.body()).contains("password-change-due");
    BrowserSession browser = new BrowserSession(ZEREN);
    browser.logIn(name, once);
    assertThat(BrowserSession.location(browser.get("/desk"))).endsWith("/account");
    assertThat(browser.get("/css/tokens.css").statusCode()).isEqualTo(200);
    assertThat(RunningZeren.json(browser.get("/api/account")).path("passwordDue").asBoolean())
        .isTrue();
    assertThat(browser.json("POST", "/api/account/tokens", "{\"name\":\"x\"}").statusCode())
        .isEqualTo(403);
    assertThat(
            browser
                .json("POST", "/api/account/password", change(once, "green boat at noon"))
                .statusCode())
        .isEqualTo(204);
    assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
    assertThat(basic(name, "green boat at noon", "/api/layers").statusCode()).isEqualTo(200);
  }

  @Test
  void onlyAdministratorsIssuePasswords() {
    String path = "/api/accounts/admin/password";
    for (String role : new String[] {"office", "viewer", "district"}) {
      HttpResponse<String> answer =
          ZEREN.send(
              ZEREN
                  .request(path)
                  .header("Authorization", RunningZeren.basic(account(role), PASSWORD))
                  .POST(BodyPublishers.noBody()));
      assertThat(answer.statusCode()).isEqualTo(403);
    }
    assertThat(ZEREN.send(ZEREN.request(path).POST(BodyPublishers.noBody())).statusCode())
        .isEqualTo(401);
    assertThat(
            ZEREN
                .send(
                    ZEREN
                        .requestAsAdmin("/api/accounts/nobody/password")
                        .POST(BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void sessionsAreListedAndEndedOneByOneOrAll() {
    String name = account("office");
    BrowserSession here = loggedIn(name);
    BrowserSession there = loggedIn(name);
    BrowserSession third = loggedIn(name);
    JsonNode all = RunningZeren.json(here.get("/api/account/sessions")).path("sessions");
    assertThat(all).hasSize(3);
    assertThat(all.valueStream().filter(one -> one.path("current").asBoolean())).hasSize(1);
    assertThat(all.toString()).doesNotContain(here.cookie("JSESSIONID"));
    JsonNode own = RunningZeren.json(there.get("/api/account/sessions")).path("sessions");
    String id =
        own.valueStream()
            .filter(one -> one.path("current").asBoolean())
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    String stranger = account("office");
    assertThat(loggedIn(stranger).json("DELETE", "/api/account/sessions/" + id, "").statusCode())
        .isEqualTo(404);
    assertThat(there.name()).isEqualTo(name);
    assertThat(here.json("DELETE", "/api/account/sessions/" + id, "").statusCode()).isEqualTo(204);
    assertThat(there.name()).isNull();
    assertThat(BrowserSession.location(there.get("/desk"))).endsWith("/login");
    assertThat(third.name()).isEqualTo(name);
    assertThat(here.json("DELETE", "/api/account/sessions", "").statusCode()).isEqualTo(204);
    assertThat(here.name()).isNull();
    assertThat(third.name()).isNull();
  }

  @Test
  void aLogoutEndsTheSessionItself() {
    String name = account("office");
    BrowserSession browser = loggedIn(name);
    String cookie = browser.cookie("JSESSIONID");
    BrowserSession thief = new BrowserSession(ZEREN);
    thief.plant("JSESSIONID", cookie);
    assertThat(thief.name()).isEqualTo(name);
    assertThat(browser.logOut().statusCode()).isEqualTo(302);
    thief.plant("JSESSIONID", cookie);
    assertThat(thief.name()).isNull();
    assertThat(
            database()
                .sql("SELECT COUNT(*) FROM login_session WHERE account = :name")
                .param("name", name)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aPlantedSessionIsNotTheOneThatIsLoggedIn() {
    String attacker = account("viewer");
    BrowserSession planter = loggedIn(attacker);
    String planted = planter.cookie("JSESSIONID");
    String name = account("office");
    BrowserSession victim = new BrowserSession(ZEREN);
    victim.plant("JSESSIONID", planted);
    victim.logIn(name, PASSWORD);
    assertThat(victim.cookie("JSESSIONID")).isNotEqualTo(planted);
    assertThat(victim.name()).isEqualTo(name);
    planter.plant("JSESSIONID", planted);
    assertThat(planter.name()).isNull();
  }

  @Test
  void tooManyFailuresAskToWaitWhetherTheAccountExistsOrNot() {
    for (String name : new String[] {account("office"), "nobody at all"}) {
      BrowserSession browser = new BrowserSession(ZEREN).with("X-Forwarded-For", "192.0.2.7");
      for (int i = 0; i < 10; i++) {
        assertThat(BrowserSession.location(browser.logIn(name, "wrong " + i)))
            .endsWith("/login?error");
      }
      assertThat(BrowserSession.location(browser.logIn(name, PASSWORD)))
          .matches(".*/login\\?wait=(29|30)");
      HttpResponse<String> program =
          ZEREN.send(
              ZEREN
                  .request("/api/me")
                  .header("X-Forwarded-For", "192.0.2.7")
                  .header("Authorization", RunningZeren.basic(name, PASSWORD)));
      assertThat(program.statusCode()).isEqualTo(429);
      assertThat(program.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(20L, 30L);
      assertThat(program.body()).contains("too-many-failures");
    }
  }

  @Test
  void anAdministratorsTokenGivesNoPasswords() {
    String admin = account("admin");
    String other = account("viewer");
    BrowserSession browser = loggedIn(admin);
    String secret =
        token(browser, "{\"name\":\"x\",\"readsOnly\":false}").path("secret").asString();
    String accounts = "/api/accounts";
    assertThat(bearer(secret, "GET", accounts).statusCode()).as("administrates").isEqualTo(200);
    for (String name : new String[] {admin, other}) {
      String before = hash(name);
      String path = accounts + "/" + name.replace(" ", "%20") + "/password";
      HttpResponse<String> answer = bearer(secret, "POST", path);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body()).contains("A token");
      assertThat(hash(name)).isEqualTo(before);
    }
    assertThat(bearer(secret, "POST", accounts).statusCode()).as("making one").isEqualTo(403);
    assertThat(browser.json("POST", accounts, "{}").statusCode()).as("by hand").isEqualTo(400);
  }

  @Test
  void manyOldPasswordsAtOnceAreTriedNoOftenerThanOneAfterTheOther() throws Exception {
    String name = account("office");
    BrowserSession browser = loggedIn(name);
    // The login has made it slow; here nobody shall be sent away because it takes too long.
    database()
        .sql("UPDATE account SET password_hash = :hash WHERE name = :name")
        .param("hash", "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD))
        .param("name", name)
        .update();
    ExecutorService tries = Executors.newFixedThreadPool(40);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String body = "{\"old\":\"guess %d\",\"new\":\"%s\"}".formatted(i, PASSWORD + "!");
      answers.add(
          tries.submit(() -> browser.json("POST", "/api/account/password", body).statusCode()));
    }
    tries.shutdown();
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    assertThat(statuses).isSubsetOf(400, 429, 503);
    assertThat(statuses.stream().filter(status -> status == 400)).hasSize(10);
  }

  private static HttpResponse<String> bearer(String secret, String method, String path) {
    return ZEREN.send(
        ZEREN
            .request(path)
            .header("Authorization", "Bearer " + secret)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "{}")));
  }

  private static JsonNode token(BrowserSession browser, String body) {
    HttpResponse<String> made = browser.json("POST", "/api/account/tokens", body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return RunningZeren.parse(made.body());
  }

  @Test
  void aTokenLetsAProgramInUntilItIsDeleted() {
    String name = account("office");
    BrowserSession browser = loggedIn(name);
    JsonNode made = token(browser, "{\"name\":\"监测平台\",\"days\":30}");
    String secret = made.path("secret").asString();
    assertThat(secret).startsWith("zeren_").hasSize(51);
    HttpResponse<String> me = bearer(secret, "GET", "/api/me");
    assertThat(RunningZeren.json(me).path("name").asString()).isEqualTo(name);
    assertThat(me.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(bearer(secret, "POST", "/api/audits/runs").statusCode())
        .as("reads only")
        .isEqualTo(403);
    for (String kept : new String[] {"/api/desk/columns", "/api/desk/searches/x"}) {
      assertThat(bearer(secret, "PUT", kept).statusCode()).as(kept).isEqualTo(403);
    }
    assertThat(bearer(secret, "POST", "/api/desk/table").statusCode())
        .as("a question, though without any")
        .isEqualTo(400);
    for (String own : new String[] {"/api/account", "/api/account/tokens"}) {
      assertThat(bearer(secret, "GET", own).statusCode()).as(own).isEqualTo(404);
    }
    assertThat(bearer(secret, "POST", "/api/account/tokens").statusCode()).isEqualTo(403);

    JsonNode listed = RunningZeren.json(browser.get("/api/account/tokens")).path("tokens");
    assertThat(listed).hasSize(1);
    assertThat(listed.path(0).path("lastUsedAt").isNull()).isFalse();
    assertThat(listed.toString()).doesNotContain(secret);
    assertThat(database().sql("SELECT digest FROM access_token").query(String.class).list())
        .doesNotContain(secret);
    String id = listed.path(0).path("id").asString();
    assertThat(
            loggedIn(account("office"))
                .json("DELETE", "/api/account/tokens/" + id, "")
                .statusCode())
        .isEqualTo(404);
    assertThat(browser.json("DELETE", "/api/account/tokens/" + id, "").statusCode()).isEqualTo(204);
    HttpResponse<String> gone = bearer(secret, "GET", "/api/me");
    assertThat(gone.statusCode()).isEqualTo(401);
    assertThat(gone.headers().firstValue("WWW-Authenticate").orElse(""))
        .isEqualTo("Bearer realm=\"Zeren\", error=\"invalid_token\"");
  }

  @Test
  void aTokenWithAllRightsHasThoseOfItsAccount() {
    String office =
        token(loggedIn(account("office")), "{\"name\":\"a\",\"readsOnly\":false}")
            .path("secret")
            .asString();
    assertThat(bearer(office, "POST", "/api/audits/runs").statusCode()).isEqualTo(202);
    String viewer =
        token(loggedIn(account("viewer")), "{\"name\":\"a\",\"readsOnly\":false}")
            .path("secret")
            .asString();
    assertThat(bearer(viewer, "POST", "/api/audits/runs").statusCode()).isEqualTo(403);
  }

  @Test
  void anExpiredTokenIsRefused() {
    String secret =
        token(loggedIn(account("office")), "{\"name\":\"a\",\"days\":1}").path("secret").asString();
    assertThat(bearer(secret, "GET", "/api/me").statusCode()).isEqualTo(200);
    database()
        .sql("UPDATE access_token SET expires_at = :at WHERE digest = :digest")
        .param("at", Instant.now().minus(Duration.ofSeconds(1)).atOffset(ZoneOffset.UTC))
        .param("digest", zerenDigest(secret))
        .update();
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () -> assertThat(bearer(secret, "GET", "/api/me").statusCode()).isEqualTo(401));
  }

  @ParameterizedTest
  @CsvSource({"'{}', name", "'{\"name\":\" \"}', name", "'{\"name\":\"a\",\"days\":0}', days"})
  void aTokenThatCannotBeMadeIsRefused(String body, String parameter) {
    HttpResponse<String> refused =
        loggedIn(account("viewer")).json("POST", "/api/account/tokens", body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(RunningZeren.parse(refused.body()).path("parameter").asString())
        .isEqualTo(parameter);
  }

  @Test
  void strangersAreAskedForEitherKindOfLogin() {
    HttpResponse<String> answer =
        ZEREN.send(ZEREN.request("/api/account/tokens").POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .containsExactly("Basic realm=\"Zeren\", charset=\"UTF-8\"", "Bearer realm=\"Zeren\"");
    assertThat(BrowserSession.location(new BrowserSession(ZEREN).get("/account")))
        .endsWith("/login");
  }

  /** Whoever else changes something, it is noticed within two seconds. */
  @Test
  void anAccountThatIsGoneIsLoggedOut() {
    String name = account("office");
    BrowserSession browser = loggedIn(name);
    database().sql("DELETE FROM account WHERE name = :name").param("name", name).update();
    org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(browser.name()).isNull());
  }

  private static String zerenDigest(String secret) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

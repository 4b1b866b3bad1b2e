package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import zeren.RunningZeren;

/** What is said to whoever tries an account while another try takes long. */
class LoginTurnsHttpIT {

  private final RunningZeren zeren = RunningZeren.empty();
  private final LoginTurns turns = zeren.bean(LoginTurns.class);

  @Test
  void theFormSaysSo() {
    HttpResponse<String> answer =
        turns.take("slow one", () -> new PageSessions(zeren).submit("slow one", "x"));
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?busy");
    assertThat(zeren.get("/login?busy").body()).contains("data-testid=\"busy\"");
    assertThat(zeren.get("/login").body()).doesNotContain("data-testid=\"busy\"");
  }

  @Test
  void aProgramIsToldWhenToComeAgain() {
    HttpRequest.Builder program =
        zeren.request("/api/me").header("Authorization", RunningZeren.basic("slow other", "x"));
    HttpResponse<String> answer = turns.take("slow other", () -> zeren.send(program));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(zeren.send(program).statusCode()).as("nobody is before it").isEqualTo(401);
  }

  @Test
  void anotherAccountDoesNotWait() {
    assertThat(turns.take("a", () -> turns.take("b", () -> "both"))).isEqualTo("both");
  }
}

package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import zeren.RunningZeren;

/**
 * What everybody does first: to choose a password in place of the one that an administrator gave.
 */
public final class FirstLogin {

  /** That everybody chooses. */
  public static final String PASSWORD = "green boat at noon";

  private FirstLogin() {}

  /** Makes an account of the office that has its own password. */
  public static void office(RunningZeren zeren, String name) {
    HttpResponse<String> made =
        zeren.send(
            zeren
                .requestAsAdmin("/api/accounts")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"name\":\"%s\",\"role\":\"office\"}".formatted(name))));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    of(zeren, name, RunningZeren.parse(made.body()).path("password").asString());
  }

  /**
   * @param once the password that an administrator gave
   */
  public static void of(RunningZeren zeren, String name, String once) {
    HttpResponse<String> changed =
        zeren.send(
            zeren
                .request("/api/account/password")
                .header("Authorization", RunningZeren.basic(name, once))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"old\":\"%s\",\"new\":\"%s\"}".formatted(once, PASSWORD))));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
  }
}

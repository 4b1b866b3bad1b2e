package zeren.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import zeren.RunningZeren;

/** A login that cannot be recorded, by an account that is known though the database is away. */
class UnrecordedLoginHttpIT {

  private static final int CONNECTIONS = 4;

  private static final RunningZeren ZEREN =
      RunningZeren.start(
          "--zeren.reference=false",
          "--spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS,
          "--spring.datasource.hikari.connection-timeout=500");

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static HttpResponse<String> logInWithoutDatabase(BrowserSession browser)
      throws SQLException {
    List<Connection> taken = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        taken.add(ZEREN.bean(DataSource.class).getConnection());
      }
      return browser.logIn(RunningZeren.ADMIN_NAME, RunningZeren.ADMIN_PASSWORD);
    } finally {
      for (Connection one : taken) {
        one.close();
      }
    }
  }

  @Test
  void nobodyIsLoggedInWithASessionThatStandsInNoList() throws SQLException {
    assertThat(ZEREN.getAsAdmin("/api/me").statusCode()).isEqualTo(200);
    BrowserSession browser = new BrowserSession(ZEREN);
    HttpResponse<String> answer = logInWithoutDatabase(browser);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(browser.name()).isNull();
  }
}

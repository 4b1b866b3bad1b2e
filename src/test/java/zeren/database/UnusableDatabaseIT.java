package zeren.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import zeren.PostgisServer;
import zeren.ZerenApplication;

/** A start that the database stops says why in a sentence, and shows no trace. */
@ExtendWith(OutputCaptureExtension.class)
class UnusableDatabaseIT {

  private static final String PASSWORD = "secret-of-the-test";

  @TempDir Path data;

  private String failToStart(CapturedOutput output, List<String> settings) {
    List<String> arguments = new ArrayList<>(settings);
    arguments.add("--server.port=0");
    arguments.add("--zeren.data=" + data);
    try {
      SpringApplication.run(ZerenApplication.class, arguments.toArray(String[]::new)).close();
    } catch (RuntimeException e) {
      assertThat(output.getAll()).doesNotContain("\tat ", PASSWORD);
      return output.getAll();
    }
    throw new AssertionError("It started");
  }

  private static List<String> settings(String url, String user, String password) {
    return List.of(
        "--spring.datasource.url=" + url,
        "--spring.datasource.username=" + user,
        "--spring.datasource.password=" + password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://127.0.0.1/zeren?password=" + PASSWORD,
        "jdbc:postgres://127.0.0.1/zeren?password=" + PASSWORD,
        "jdbc:postgresql://127.0.0.1:port/zeren?password=" + PASSWORD,
        "postgresql://zeren:" + PASSWORD + "@127.0.0.1/zeren"
      })
  void anAddressOfSomethingElse(String url, CapturedOutput output) {
    assertThat(failToStart(output, settings(url, "zeren", PASSWORD)))
        .contains("must be jdbc:postgresql://HOST:PORT/DATABASE", "spring.datasource.url");
  }

  @Test
  void aServerThatIsNotThere(CapturedOutput output) throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    String url = "jdbc:postgresql://127.0.0.1:" + free + "/zeren";
    assertThat(failToStart(output, settings(url, "zeren", PASSWORD)))
        .contains("The database server cannot be reached");
  }

  @Test
  void aDatabaseThatIsNotThere(CapturedOutput output) {
    String url = PostgisServer.shared().freshUrl() + "_of_nobody";
    assertThat(failToStart(output, PostgisServer.settings(url)))
        .contains("The database server has no database of the name in the address");
  }

  @Test
  void aUserThatIsNotThere(CapturedOutput output) {
    String url = PostgisServer.shared().freshUrl();
    assertThat(failToStart(output, settings(url, "nobody", PASSWORD)))
        .contains("does not accept this user and password");
  }

  @Test
  void aUserWhoMayNotCreateExtensions(CapturedOutput output) {
    String url = PostgisServer.shared().freshUrl();
    JdbcTemplate database =
        new JdbcTemplate(new DriverManagerDataSource(url, PostgisServer.shared().user(), ""));
    database.execute("CREATE ROLE plain LOGIN");
    database.execute("GRANT ALL ON SCHEMA public TO plain");
    assertThat(failToStart(output, settings(url, "plain", "")))
        .contains("may not create the extensions postgis and btree_gist", "CREATE EXTENSION");
  }

  /** As the readme has it: an administrator makes the extensions, the user owns the database. */
  @Test
  void anOwnerNeedsNoFurtherRights() {
    String url = PostgisServer.shared().freshUrl();
    JdbcTemplate database =
        new JdbcTemplate(new DriverManagerDataSource(url, PostgisServer.shared().user(), ""));
    database.execute("CREATE ROLE owner LOGIN");
    database.execute(
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO owner', current_database()); END $$");
    database.execute("CREATE EXTENSION postgis");
    database.execute("CREATE EXTENSION btree_gist");
    List<String> arguments = new ArrayList<>(settings(url, "owner", ""));
    arguments.addAll(List.of("--zeren.reference=false", "--server.port=0"));
    arguments.add("--zeren.data=" + data);
    SpringApplication.run(ZerenApplication.class, arguments.toArray(String[]::new)).close();
    assertThat(database.queryForList("SELECT id FROM layer.station")).isEmpty();
    assertThat(
            database.queryForObject(
                "SELECT tableowner FROM pg_tables WHERE tablename = 'feature_version'",
                String.class))
        .isEqualTo("owner");
  }
}

package zeren;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code bin/run verify-audit}, on the database of a service that has ended. */
class VerifyAuditIT {

  @TempDir private Path folder;

  private record Ended(int code, String out, String err) {}

  private Ended run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        VerifyStart.run(
            List.of(words),
            Map.of("ZEREN_CALLED_FROM", folder.toString()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private RunningZeren serve() {
    return RunningZeren.start(
        "--zeren.reference=false",
        "--spring.datasource.url=jdbc:h2:file:"
            + folder.resolve("data/zeren")
            + ";DB_CLOSE_ON_EXIT=FALSE");
  }

  @Test
  void aWholeTrailIsTriedBrokenAndFound() {
    assertThat(run("--data", "data").code()).as("nothing there yet").isEqualTo(2);
    try (RunningZeren zeren = serve()) {
      zeren.getAsAdmin("/api/me");
    }
    Ended whole = run("--data", "data");
    assertThat(whole.code()).as(whole.err()).isZero();
    Matcher head = Pattern.compile("Head: ([0-9a-f]{64})").matcher(whole.out());
    assertThat(head.find()).isTrue();
    assertThat(run("--data", "data", "--head", head.group(1)).code()).isZero();
    Ended unknown = run("--data", "data", "--head", "0123");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no row has the head given");
    try (RunningZeren zeren = serve()) {
      JdbcTemplate jdbc = zeren.bean(JdbcTemplate.class);
      jdbc.execute("DROP TRIGGER trail_append_only");
      jdbc.update("UPDATE trail SET actor = 'somebody else' WHERE id = 3");
    }
    Ended broken = run("--data", "data");
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.err()).contains("2 rows hold together", "row 3 is not what was written");
    assertThat(broken.out()).isEmpty();
  }

  @Test
  void wrongWordsAreAnsweredWithTheRightOnes() {
    assertThat(run("--none").err()).contains("bin/run verify-audit [--head HASH]");
    assertThat(run("--head").code()).isEqualTo(2);
    assertThat(run("--help").code()).isZero();
  }
}

package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class of the tests in a process with little memory. */
final class SmallProcess {

  /** A hanging one must not hang the tests. */
  private static final long PATIENCE_SECONDS = 600;

  private SmallProcess() {}

  /**
   * What it printed, once it has ended by itself.
   *
   * @param memory such as {@code -Xmx64m}
   */
  static List<String> lines(String memory, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("small-process", ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return Files.readAllLines(log);
    } finally {
      process.destroyForcibly();
      Files.delete(log);
    }
  }
}

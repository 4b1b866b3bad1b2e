package zeren;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs the GIS programs of the machine, which read the service as its users do. */
public final class GisClients {

  /** The Python that Debian's packages of QGIS and OWSLib belong to. */
  public static final String PYTHON = "/usr/bin/python3";

  private GisClients() {}

  /** Skips the test where Python lacks something; with {@code CI=true} it fails instead. */
  public static void needPython(String statement, String what) throws Exception {
    boolean there =
        Files.isExecutable(Path.of(PYTHON))
            && new ProcessBuilder(PYTHON, "-c", statement)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor()
                == 0;
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(what + " is not installed (bin/check installs it)");
    }
    Assumptions.assumeTrue(there, what + " is not installed (bin/check installs it)");
  }

  /**
   * Runs a program, which must end well.
   *
   * @param folder for what it says
   * @return what it has printed
   */
  public static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    Path complaints = Files.createTempFile(folder, "complaints", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(complaints.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended && process.exitValue() == 0)
        .as(String.join(" ", command) + "\n" + Files.readString(complaints))
        .isTrue();
    return Files.readString(said, StandardCharsets.UTF_8);
  }
}

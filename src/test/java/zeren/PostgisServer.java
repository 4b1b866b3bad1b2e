package zeren;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL with PostGIS of the tests' own: a private cluster in {@code target/}, on a free port
 * of the loopback interface, ended with this JVM. It does not survive a power cut; tests do not
 * either. Where PostGIS is not installed, tests that ask for it are skipped and say why, whole ones
 * by {@link NeedsPostgis}; with {@code CI=true} they fail.
 */
public final class PostgisServer {

  private static final String USER = "zeren";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path programs;
  private final Path folder;
  private final int port;

  private PostgisServer() {
    programs = java.util.Objects.requireNonNull(newestPrograms());
    folder = makeFolder();
    port = freePort();
    run("initdb", "-D", data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
    start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
  }

  /** Why there can be none here; null when there can. */
  static @Nullable String missing() {
    Path programs = newestPrograms();
    if (programs == null) {
      return "PostgreSQL is not installed (bin/check installs it)";
    }
    Path extension = programs.resolveSibling("lib").resolve("postgis-3.so");
    return Files.exists(extension) ? null : "PostGIS is not installed (bin/check installs it)";
  }

  private static void mustBeInstalled() {
    String missing = missing();
    if (missing != null) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(missing);
      }
      Assumptions.abort(missing);
    }
  }

  private static final class Shared {
    static final PostgisServer SERVER = new PostgisServer();
  }

  /** The one that tests share; each takes a database of its own. */
  public static PostgisServer shared() {
    mustBeInstalled();
    return Shared.SERVER;
  }

  /** One that a test may stop and start. */
  public static PostgisServer own() {
    mustBeInstalled();
    return new PostgisServer();
  }

  /** Settings of the application that lead to a new, empty database. */
  public List<String> freshDatabase() {
    return settings(freshUrl());
  }

  /** Settings of the application that lead to a database that is there. */
  public static List<String> settings(String url) {
    return List.of(
        "--spring.datasource.url=" + url,
        "--spring.datasource.username=" + USER,
        "--spring.datasource.password=");
  }

  /** The JDBC address of a new, empty database. */
  public String freshUrl() {
    String name = "test_" + DATABASES.incrementAndGet();
    run("createdb", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", USER, name);
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  public String user() {
    return USER;
  }

  /** Starts a stopped server again, on the same port with the same data. */
  public void start() {
    String options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
                .formatted(port)
            + " -c max_connections=200";
    run(
        "pg_ctl",
        "-D",
        data(),
        "-l",
        folder.resolve("log").toString(),
        "-o",
        options,
        "-w",
        "start");
  }

  /** Cuts every connection and stops. */
  public void stop() {
    run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void remove() {
    try {
      stop();
    } finally {
      // What is in it belongs to another account than what it is in.
      run("rm", "-rf", data(), folder.resolve("log").toString());
      deleteFolder();
    }
  }

  private void deleteFolder() {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String program, String... arguments) {
    Path own = programs.resolve(program);
    List<String> command = new ArrayList<>(asPostgres());
    command.add(Files.isExecutable(own) ? own.toString() : program);
    command.addAll(Arrays.asList(arguments));
    try {
      Path output = Files.createTempFile("zeren-postgis", ".log");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(2, TimeUnit.MINUTES);
      String said = Files.readString(output);
      Files.delete(output);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(command + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** PostgreSQL refuses to run as root. */
  private static List<String> asPostgres() {
    return isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /**
   * In {@code target/}, or where temporary files go when the account of the server cannot reach
   * that.
   */
  private static Path makeFolder() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      boolean reachable =
          !isRoot()
              || new ProcessBuilder(
                          "runuser", "-u", "postgres", "--", "test", "-x", target.toString())
                      .start()
                      .waitFor()
                  == 0;
      Path made =
          reachable
              ? Files.createTempDirectory(target, "postgis-")
              : Files.createTempDirectory("zeren-postgis-");
      if (isRoot()) {
        new ProcessBuilder("chown", "postgres", made.toString()).start().waitFor();
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Path newestPrograms() {
    Path installed = Path.of(System.getProperty("zeren.test.postgresql", "/usr/lib/postgresql"));
    if (!Files.isDirectory(installed)) {
      return null;
    }
    try (Stream<Path> versions = Files.list(installed)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(java.util.Comparator.naturalOrder())
          .orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

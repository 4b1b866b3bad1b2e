package zeren;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/run} in a process of its own, on a free port. */
public final class StartedCommand implements AutoCloseable {

  public static final String PASSWORD = "a-password-for-tests";
  private static final String READY = "Zeren is ready: ";
  private static final long PATIENCE_SECONDS = 240;

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private StartedCommand(Process process) {
    this.process = process;
    this.reader = new Thread(this::read);
    reader.setDaemon(true);
    reader.start();
  }

  /** Does not wait until it is ready. */
  public static StartedCommand start(Path data, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("bin/run", "--port", "0", "--data"));
    command.add(data.toString());
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ZEREN_ADMIN_PASSWORD", PASSWORD);
    return new StartedCommand(builder.start());
  }

  /** What a command that ends by itself said, on both its outputs, and its exit code. */
  public record Ended(int code, String said) {}

  /** {@code bin/run} with these words, until it ends. */
  public static Ended run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bin/run"));
    command.addAll(List.of(words));
    StartedCommand started =
        new StartedCommand(new ProcessBuilder(command).redirectErrorStream(true).start());
    int code = started.awaitEnd();
    return new Ended(code, String.join("\n", started.lines()));
  }

  public Process process() {
    return process;
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  public boolean isReady() {
    return lines.stream().anyMatch(line -> line.startsWith(READY));
  }

  /** Waits for the line with the address and returns the address, which ends with a slash. */
  public String awaitReady() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("bin/run did not get ready: " + lines);
      }
      Thread.sleep(50);
    }
    return lines.stream()
        .filter(line -> line.startsWith(READY))
        .map(line -> line.substring(READY.length()).trim())
        .findFirst()
        .orElseThrow();
  }

  /** As the account {@code admin}. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    String login =
        Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(awaitReady() + path))
            .header("Authorization", "Basic " + login)
            .build();
    return JsonMapper.shared()
        .readTree(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** Waits until it has ended by itself and all its output has been read; returns its exit code. */
  public int awaitEnd() throws InterruptedException {
    int code = process.waitFor();
    reader.join();
    return code;
  }

  /** As a power cut would: nothing is flushed, closed or finished. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    reader.join();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      lines.add("(output ended: " + e.getMessage() + ")");
    }
  }
}

package zeren;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real application, started in this JVM on a free port with a data folder of its own. The
 * shared ones live until the JVM ends; what is written to them is seen by every test that uses
 * them.
 */
public final class RunningZeren implements AutoCloseable {

  public static final String ADMIN_NAME = "admin";
  public static final String ADMIN_PASSWORD = "一把 long: password";

  /** With {@code postgis}, whoever names no database gets a fresh one of PostGIS. */
  private static final boolean ON_POSTGIS =
      System.getProperty("zeren.test.database", "h2gis").equals("postgis");

  private static final JsonMapper JSON = new JsonMapper();

  private final Path data;
  private final ConfigurableApplicationContext context;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private RunningZeren(List<String> more) {
    try {
      data = Files.createTempDirectory("zeren-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--zeren.data=" + data,
                "--ZEREN_ADMIN_PASSWORD=" + ADMIN_PASSWORD));
    arguments.addAll(more);
    if (ON_POSTGIS && more.stream().noneMatch(one -> one.startsWith("--spring.datasource.url"))) {
      arguments.addAll(PostgisServer.shared().freshDatabase());
    }
    context = SpringApplication.run(ZerenApplication.class, arguments.toArray(String[]::new));
    if (ON_POSTGIS && Files.exists(data.resolve("zeren.mv.db"))) {
      throw new AssertionError("The embedded database was opened in a run on PostGIS");
    }
  }

  private static final class Empty {
    static final RunningZeren SHARED = start("--zeren.reference=false");
  }

  private static final class Reference {
    static final RunningZeren SHARED = start("--zeren.reference=true");
  }

  /** The shared one without any feature; tests leave it so. */
  public static RunningZeren empty() {
    return Empty.SHARED;
  }

  /** The shared one with the reference city. */
  public static RunningZeren reference() {
    return Reference.SHARED;
  }

  /** One of its own; it ends when it is closed, at the latest with the JVM. */
  public static RunningZeren start(String... arguments) {
    RunningZeren started = new RunningZeren(Arrays.asList(arguments));
    Runtime.getRuntime().addShutdownHook(new Thread(started::close));
    return started;
  }

  /** Without a slash at its end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    if (context instanceof ServletWebServerApplicationContext web && web.getWebServer() != null) {
      return web.getWebServer().getPort();
    }
    throw new IllegalStateException("No web server was started");
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** One of several of the same type. */
  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** A request that can still be given headers or another method; the path is sent as it is. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl() + path));
  }

  public HttpRequest.Builder requestAsAdmin(String path) {
    return request(path).header("Authorization", basic(ADMIN_NAME, ADMIN_PASSWORD));
  }

  public static String basic(String name, String password) {
    String both = name + ":" + password;
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  public HttpResponse<String> get(String path) {
    return send(request(path));
  }

  public HttpResponse<String> getAsAdmin(String path) {
    return send(requestAsAdmin(path));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The body of an answer that must be a 200. */
  public JsonNode json(String path) {
    return json(get(path));
  }

  public JsonNode jsonAsAdmin(String path) {
    return json(getAsAdmin(path));
  }

  public static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as("%s: %s", answer.uri(), answer.body()).isEqualTo(200);
    return parse(answer.body());
  }

  public static JsonNode parse(String body) {
    return JSON.readTree(body);
  }

  /**
   * Sends these very bytes, for requests that no HTTP client would send, and returns the whole
   * answer, headers and all.
   *
   * @param head request line and headers, each line ended by CR LF, without the empty line
   */
  public String raw(String head) {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      String whole = head + "Host: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

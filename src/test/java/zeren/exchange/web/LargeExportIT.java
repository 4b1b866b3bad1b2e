package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.slf4j.LoggerFactory;
import zeren.RunningZeren;
import zeren.format.FileFormat;
import zeren.format.FormatException;
import zeren.format.Tables;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/** Files too large for any buffer on their way, and readers who do not wait for their end. */
class LargeExportIT {

  private static final int ROADS = 100;
  private static final int VERTICES = 10_000;

  /** What files that are written while they are sent are called, of this process. */
  private static final String TEMPORARY = "zeren-" + ProcessHandle.current().pid() + "-";

  private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

  private static RunningZeren zeren;

  @TempDir Path folder;

  @BeforeAll
  static void recordLongRoads() {
    zeren =
        RunningZeren.start(
            "--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");
    // Behind the start, which sets up logging anew.
    LOGGED.start();
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.addAppender(LOGGED);
    }
    List<FeatureDraft> roads = new ArrayList<>();
    for (int i = 0; i < ROADS; i++) {
      roads.add(
          new FeatureDraft(
              "road",
              "road-" + i,
              road(i),
              Map.of("name", "路 " + i, "source", "invented"),
              LocalDate.of(2020, 1, 1),
              null));
    }
    zeren.bean(FeatureStore.class).record(roads, "tester");
  }

  /** Readers who go away are no faults of ours. */
  @AfterAll
  static void stopAndReadTheLog() {
    zeren.close();
    assertThat(LOGGED.list)
        .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(message -> message.contains("road/export"));
  }

  private static LineString road(int number) {
    return new GeometryFactory()
        .createLineString(
            IntStream.range(0, VERTICES)
                .mapToObj(i -> new Coordinate(113 + i * 1e-4 / 7, 34 + (number + i % 7) * 1e-3))
                .toArray(Coordinate[]::new));
  }

  private static String path(FileFormat format) {
    return "/api/layers/road/export?format=" + format.parameter();
  }

  @ParameterizedTest
  @EnumSource(FileFormat.class)
  void theWholeArrives(FileFormat format) throws IOException, FormatException {
    byte[] file = zeren.sendForBytes(zeren.request(path(format))).body();
    Tables.Read read = Tables.read(Tables.write(folder, file));
    assertThat(read.rows()).hasSize(ROADS);
    for (int row = 0; row < ROADS; row++) {
      Geometry geometry = Objects.requireNonNull(read.geometry(row));
      assertThat(geometry.getNumPoints()).isEqualTo(VERTICES);
    }
    assertThat(temporaryFiles()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"SHAPEFILE", "GEOPACKAGE"})
  void nothingIsLeftWhenTheReaderGoesAway(FileFormat format)
      throws IOException, InterruptedException {
    try (Socket socket = new Socket("127.0.0.1", zeren.port())) {
      // A small window, so that the server cannot be done before the reader is gone.
      socket.setReceiveBufferSize(4096);
      ask(socket, path(format));
      assertThat(socket.getInputStream().readNBytes(15)).asString().startsWith("HTTP/1.1 200");
      assertThat(temporaryFiles()).isNotEmpty();
    }
    while (!temporaryFiles().isEmpty()) {
      Thread.sleep(20);
    }
    assertThat(zeren.get("/api/layers").statusCode()).isEqualTo(200);
  }

  @Test
  void aReaderWhoGoesAwayIsNoFault() throws IOException {
    for (FileFormat format : FileFormat.values()) {
      try (Socket socket = new Socket("127.0.0.1", zeren.port())) {
        ask(socket, path(format));
        InputStream in = socket.getInputStream();
        assertThat(in.readNBytes(15)).asString().startsWith("HTTP/1.1 200");
      }
      assertThat(zeren.get(path(format).replace("road", "sluice")).statusCode()).isEqualTo(200);
    }
  }

  private static void ask(Socket socket, String path) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static List<String> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(TEMPORARY))
          .toList();
    }
  }
}

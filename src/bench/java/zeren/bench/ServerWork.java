package zeren.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import zeren.Load;
import zeren.RunningZeren;
import zeren.StartedCommand;
import zeren.tile.TileAddress;

/** A server in a process of its own, started by {@code bin/run} and asked over HTTP. */
final class ServerWork {

  private static final int CONNECTIONS = 16;
  private static final int MANY_CONNECTIONS = 64;
  private static final Set<Integer> GOOD = Set.of(200, 204);

  private final int port;
  private final Report report;
  private final Duration warming;
  private final Places places = Places.of(20_000, 6);

  private ServerWork(int port, Duration warming, Report report) {
    this.port = port;
    this.warming = warming;
    this.report = report;
  }

  static void run(Path city, Path scratch, boolean quick, Report report) throws Exception {
    report.title("A server with these layers, over HTTP");
    try (StartedCommand server = StartedCommand.start(city, "--empty")) {
      URI address = URI.create(server.awaitReady());
      Duration time = Duration.ofSeconds(quick ? 3 : 15);
      ServerWork work = new ServerWork(address.getPort(), time.multipliedBy(4), report);
      work.rate("a cached tile of cells", CONNECTIONS, time, i -> tile(113.6, 34.75, 13));
      work.rate("who, a place a request", CONNECTIONS, time, work::who);
      work.rate("mixed", MANY_CONNECTIONS, Duration.ofSeconds(quick ? 5 : 60), work::mixed);
      work.gdal(address, quick ? 5_000 : 20_000, scratch);
    }
  }

  private void rate(String what, int connections, Duration time, LongFunction<byte[]> requests) {
    // Until Java has compiled what is asked often.
    Load.run(port, connections, warming, requests);
    Load.Result result = Load.run(port, connections, time, requests);
    report.hold(
        "%s, %d connections, %d s".formatted(what, connections, time.toSeconds()),
        result.statuses().keySet().stream().allMatch(GOOD::contains),
        "%,8.0f/s, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, answers %s",
        result.perSecond(),
        result.percentile(0.5),
        result.percentile(0.95),
        result.percentile(0.99),
        result.statuses());
  }

  private byte[] who(long i) {
    return get("/api/who?lon=%s&lat=%s".formatted(lon(i), lat(i)));
  }

  /** Of ten requests, five for tiles, three for who, one for near and one for features. */
  private byte[] mixed(long i) {
    int kind = (int) (i % 10);
    if (kind < 5) {
      return tile(lon(i), lat(i), 11 + kind);
    } else if (kind < 8) {
      return who(i);
    } else if (kind == 8) {
      return get(
          "/api/near?find=station&lon=%s&lat=%s&radius=3000".formatted(lon(i), lat(i)));
    }
    return get(
        "/ogc/collections/station/items?limit=100&bbox=%s,%s,%s,%s"
            .formatted(lon(i), lat(i), lon(i) + 0.1, lat(i) + 0.1));
  }

  private double lon(long i) {
    return places.lons()[(int) (i % places.size())];
  }

  private double lat(long i) {
    return places.lats()[(int) (i % places.size())];
  }

  private static byte[] tile(double lon, double lat, int zoom) {
    TileAddress address = TileWork.at(lon, lat, zoom);
    return get(
        "/tiles/grid_cell,station/%d/%d/%d.mvt".formatted(zoom, address.x(), address.y()));
  }

  private static byte[] get(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** As any program with GDAL reads features: through OGC API Features, page by page. */
  private void gdal(URI server, int features, Path scratch) throws Exception {
    Path target = scratch.resolve("sites.csv");
    ProcessBuilder command =
        new ProcessBuilder(
                List.of(
                    "ogr2ogr",
                    "-f",
                    "CSV",
                    "-limit",
                    String.valueOf(features),
                    target.toString(),
                    "OAPIF:" + server + "ogc",
                    "site",
                    "-oo",
                    "PAGE_SIZE=10000"))
            .redirectErrorStream(true);
    command
        .environment()
        .putAll(
            Map.of(
                "GDAL_HTTP_AUTH",
                "BASIC",
                "GDAL_HTTP_USERPWD",
                RunningZeren.ADMIN_NAME + ":" + StartedCommand.PASSWORD));
    long begun = System.nanoTime();
    Process process = command.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = process.waitFor() == 0;
    double seconds = (System.nanoTime() - begun) / 1e9;
    long lines = ended ? Files.readAllLines(target).size() - 1L : 0;
    report.hold(
        "GDAL (ogr2ogr) reads %,d sites".formatted(features),
        lines == features,
        "%.2f s, %,d read %s",
        seconds,
        lines,
        said.strip());
  }
}

package zeren.responsibility;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import zeren.PostgisServer;
import zeren.RunningZeren;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.layer.LayerView;

/**
 * Measures how many places a second are answered with 77,000 village cells: in the process, over
 * HTTP, and how many PostGIS puts into the cells and districts that cover them, on the same points
 * in the same run, with the same pairs found. {@code bin/figures-who} runs it.
 */
final class WhoFigures {

  private static final int POINTS = 100_000;
  private static final int REQUESTS = 20_000;
  private static final int AT_ONCE = 16;
  private static final int BATCH = 10_000;

  private final double[] lons = new double[POINTS];
  private final double[] lats = new double[POINTS];

  private WhoFigures(Envelope box) {
    SplittableRandom random = new SplittableRandom(20261126);
    for (int i = 0; i < POINTS; i++) {
      lons[i] = box.getMinX() + random.nextDouble() * box.getWidth();
      lats[i] = box.getMinY() + random.nextDouble() * box.getHeight();
    }
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    List<FeatureDraft> drafts = LargeCity.whole();
    ResponsibilityMap map = new AuditTown().addAll(drafts).day().map();
    WhoFigures figures = new WhoFigures(map.view("district").extent());
    say(
        "%,d cells, %,d points, %d cores",
        map.view("grid_cell").size(), POINTS, Runtime.getRuntime().availableProcessors());
    long pairs = figures.inProcess(map);
    figures.memory(map);
    figures.postgis(map, pairs);
    figures.overHttp(drafts);
    System.exit(0);
  }

  private long inProcess(ResponsibilityMap map) {
    Set<Topic> all = Topic.asked(null);
    Set<Topic> dust = Topic.asked(Topic.DUST);
    for (int warm = 0; warm < 2; warm++) {
      answer(map, all, false);
    }
    rate("who, in the process, one thread, all topics", POINTS, () -> answer(map, all, false));
    rate("who, in the process, one thread, topic dust", POINTS, () -> answer(map, dust, false));
    rate("who, in the process, all cores, all topics", POINTS, () -> answer(map, all, true));
    List<DutyLayer> layers = List.of(duty(map, "district"), duty(map, "grid_cell"));
    for (int warm = 0; warm < 3; warm++) {
      locate(layers);
    }
    long[] pairs = {0};
    rate("areas that cover the point only, one thread", POINTS, () -> pairs[0] = locate(layers));
    return pairs[0];
  }

  private static DutyLayer duty(ResponsibilityMap map, String layer) {
    return java.util.Objects.requireNonNull(map.duty(layer));
  }

  private long answer(ResponsibilityMap map, Set<Topic> topics, boolean parallel) {
    IntStream points = IntStream.range(0, POINTS);
    return (parallel ? points.parallel() : points)
        .mapToLong(
            i ->
                map.answer(Place.at(lons[i], lats[i], Place.USUAL_ACCURACY_METRES), topics)
                    .answers()
                    .size())
        .sum();
  }

  private long locate(List<DutyLayer> layers) {
    long[] pairs = {0};
    for (DutyLayer layer : layers) {
      AreaIndex index = java.util.Objects.requireNonNull(layer.areas());
      for (int i = 0; i < POINTS; i++) {
        index.covering(lons[i], lats[i], (row, onEdge) -> pairs[0]++);
      }
    }
    return pairs[0];
  }

  /** What the index takes beside the snapshots, which are there anyway. */
  private void memory(ResponsibilityMap map) {
    List<LayerView> views = new ArrayList<>();
    map.views().forEach(views::add);
    long before = used();
    long begun = System.nanoTime();
    ResponsibilityMap built = ResponsibilityMap.of(views);
    double seconds = (System.nanoTime() - begun) / 1e9;
    long taken = used() - before;
    say(
        "%-58s %8.1f MB, built in %.2f s (%d layers)",
        "index beside the snapshots", taken / 1e6, seconds, built.duties().size());
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void postgis(ResponsibilityMap map, long pairs) throws SQLException {
    try (Connection database =
            DriverManager.getConnection(PostgisServer.shared().freshUrl(), "zeren", "");
        Statement statement = database.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
      statement.execute("CREATE TABLE area (geom geometry(Geometry, 4490))");
      statement.execute("CREATE TABLE point (geom geometry(Point, 4490))");
      database.setAutoCommit(false);
      for (String layer : List.of("district", "grid_cell")) {
        insertAreas(database, map.view(layer));
      }
      insertPoints(database);
      statement.execute("CREATE INDEX ON area USING gist (geom)");
      database.commit();
      database.setAutoCommit(true);
      statement.execute("VACUUM ANALYZE");
      String join = "SELECT count(*) FROM point p JOIN area a ON ST_Covers(a.geom, p.geom)";
      count(statement, join);
      long[] found = {0};
      double seconds =
          rate("PostGIS, one join of all points", POINTS, () -> found[0] = count(statement, join));
      say(
          "%-58s %s",
          "pairs of point and area",
          found[0] == pairs
              ? String.format(Locale.ROOT, "%,d, the same", pairs)
              : String.format(Locale.ROOT, "DIFFERENT: %,d and %,d", pairs, found[0]));
      if (found[0] != pairs || seconds <= 0) {
        System.exit(1);
      }
      try (PreparedStatement one =
          database.prepareStatement(
              "SELECT count(*) FROM area WHERE ST_Covers(geom,"
                  + " ST_SetSRID(ST_MakePoint(?, ?), 4490))")) {
        rate("PostGIS, a prepared query a point, one connection", POINTS, () -> oneByOne(one));
      }
    }
  }

  private static void insertAreas(Connection database, LayerView view) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO area VALUES (ST_GeomFromText(?, 4490))")) {
      for (int row = 0; row < view.size(); row++) {
        insert.setString(1, view.geometry(row).toText());
        insert.addBatch();
        if (row % 1000 == 999) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private void insertPoints(Connection database) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement(
            "INSERT INTO point VALUES (ST_SetSRID(ST_MakePoint(?, ?), 4490))")) {
      for (int i = 0; i < POINTS; i++) {
        insert.setDouble(1, lons[i]);
        insert.setDouble(2, lats[i]);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static long count(Statement statement, String query) {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void oneByOne(PreparedStatement query) {
    try {
      for (int i = 0; i < POINTS; i++) {
        query.setDouble(1, lons[i]);
        query.setDouble(2, lats[i]);
        try (ResultSet rows = query.executeQuery()) {
          rows.next();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void overHttp(List<FeatureDraft> drafts) {
    try (RunningZeren zeren = RunningZeren.start("--zeren.reference=false")) {
      zeren.bean(FeatureStore.class).record(drafts, "figures");
      HttpClient client = HttpClient.newHttpClient();
      get(client, zeren, 2_000);
      rate(
          "who, over HTTP, one place a request, " + AT_ONCE + " at once",
          REQUESTS,
          () -> get(client, zeren, REQUESTS));
      post(client, zeren, 0);
      rate(
          "who, over HTTP, 10,000 places a request",
          POINTS,
          () -> {
            for (int start = 0; start < POINTS; start += BATCH) {
              post(client, zeren, start);
            }
          });
    }
  }

  private void get(HttpClient client, RunningZeren zeren, int requests) {
    Semaphore room = new Semaphore(AT_ONCE);
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      room.acquireUninterruptibly();
      URI address = URI.create(zeren.baseUrl() + "/api/who?lon=" + lons[i] + "&lat=" + lats[i]);
      sent.add(
          client
              .sendAsync(
                  HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
              .whenComplete((answer, failure) -> room.release())
              .thenAccept(answer -> mustBeOk(answer.statusCode())));
    }
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
  }

  private void post(HttpClient client, RunningZeren zeren, int start) {
    StringBuilder body = new StringBuilder("{\"places\":[");
    for (int i = start; i < start + BATCH; i++) {
      body.append(i == start ? "" : ",")
          .append("{\"lon\":" + lons[i] + ",\"lat\":" + lats[i] + "}");
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(zeren.baseUrl() + "/api/who"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.append("]}").toString()))
            .build();
    mustBeOk(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join().statusCode());
  }

  private static void mustBeOk(int status) {
    if (status != 200) {
      throw new IllegalStateException("Answered with " + status);
    }
  }

  private static double rate(String what, int count, Runnable work) {
    long begun = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    say(
        "%-58s %8.2f s %,12.0f/s %8.2f µs each",
        what, seconds, count / seconds, seconds / count * 1e6);
    return seconds;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

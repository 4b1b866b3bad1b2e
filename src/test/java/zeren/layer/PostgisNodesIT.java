package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import zeren.NeedsPostgis;
import zeren.PostgisServer;
import zeren.RunningZeren;
import zeren.Shapes;

/** Two servers on one database: what is written on one is seen on the other. */
@ExtendWith(NeedsPostgis.class)
class PostgisNodesIT {

  private static final long PATIENCE_SECONDS = 60;
  private static final String LISTENERS =
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'zeren news'"
          + " AND datname = current_database()";

  private static RunningZeren one;
  private static RunningZeren other;

  @BeforeAll
  static void start() {
    String[] settings = settings(PostgisServer.shared().freshUrl());
    one = RunningZeren.start(settings);
    other = RunningZeren.start(settings);
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  private static String[] settings(String url) {
    List<String> settings = new java.util.ArrayList<>(PostgisServer.settings(url));
    settings.add("--zeren.reference=false");
    return settings.toArray(String[]::new);
  }

  @Test
  void aChangeOnOneIsSeenOnTheOther() throws InterruptedException {
    await("both listen", () -> listeners(jdbc()) == 2);
    for (int i = 0; i < 10; i++) {
      String id = "told-" + i;
      record(one, id);
      long written = System.nanoTime();
      await("seen on the other", () -> sees(other, id));
      long seen = System.nanoTime();
      tell("seen on the other node after", seen - written);
      assertThat(sees(one, id)).as("whoever writes sees it at once").isTrue();
    }
  }

  @Test
  void whatALayerIsCalledOnOneItIsCalledOnTheOther() throws InterruptedException {
    await("both listen", () -> listeners(jdbc()) == 2);
    Title title = new Title("水体断面", "Water section");
    one.bean(Appearances.class)
        .change("section", 0, new Appearance(title, Map.of(), Map.of(), Map.of()), "tester");
    await(
        "called so on the other",
        () ->
            other
                .bean(LayerCatalog.class)
                .get("section", Viewer.ANONYMOUS, null)
                .declaration()
                .title()
                .equals(title));
    assertThat(other.bean(zeren.database.DatabaseFacts.class).nodes()).isEqualTo(2);
  }

  @Test
  void ownWritesAreNotReadTwice() throws InterruptedException {
    record(one, "own");
    LayerCatalog catalog = one.bean(LayerCatalog.class);
    String tag = catalog.get("station", Viewer.ANONYMOUS, null).tag();
    Object snapshot = snapshot(one);
    record(other, "marker", "section");
    await("news arrived", () -> sees(one, "marker", "section"));
    assertThat(snapshot(one)).as("not read again for its own news").isSameAs(snapshot);
    assertThat(catalog.get("station", Viewer.ANONYMOUS, null).tag()).isEqualTo(tag);
  }

  @Test
  void aLostConnectionIsMadeUpFor() throws InterruptedException {
    await("both listen", () -> listeners(jdbc()) == 2);
    jdbc()
        .queryForList(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'zeren news' AND datname = current_database()");
    long written = System.nanoTime();
    record(one, "while deaf");
    await("seen on the other", () -> sees(other, "while deaf"));
    tell("seen by a node that lost its listener after", System.nanoTime() - written);
    await("both listen again", () -> listeners(jdbc()) == 2);
    record(other, "after");
    await("seen on the first", () -> sees(one, "after"));
  }

  @Test
  void aNodeThatStopsListensNoMore() throws InterruptedException {
    String url = PostgisServer.shared().freshUrl();
    RunningZeren third = RunningZeren.start(settings(url));
    third.close();
    JdbcTemplate database =
        new JdbcTemplate(
            new org.springframework.jdbc.datasource.DriverManagerDataSource(
                url, PostgisServer.shared().user(), ""));
    await("nobody listens", () -> listeners(database) == 0);
  }

  @SuppressWarnings("SystemOut") // A figure to report, not to hold anybody to.
  private static void tell(String what, long nanos) {
    System.out.printf("%s %d ms%n", what, TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  private static int listeners(JdbcTemplate database) {
    return database.queryForList(LISTENERS).size();
  }

  private static JdbcTemplate jdbc() {
    return one.bean(JdbcTemplate.class);
  }

  private static Object snapshot(RunningZeren node) {
    Declarations declarations = node.bean(Declarations.class);
    return node.bean(SnapshotStore.class)
        .get(declarations.find("station").orElseThrow(), LocalDate.of(2024, 1, 1));
  }

  private static void record(RunningZeren node, String id) {
    record(node, id, "station");
  }

  private static void record(RunningZeren node, String id, String layer) {
    node.bean(FeatureStore.class)
        .record(
            List.of(
                new FeatureDraft(
                    layer,
                    id,
                    Shapes.point(113.6, 34.7),
                    layer.equals("station")
                        ? Map.of("name", id, "city", "c", "level", "national")
                        : Map.of(
                            "name", id, "river", "r", "level", "national", "target_class", "I"),
                    LocalDate.of(2020, 1, 1),
                    null)),
            "tester");
  }

  private static boolean sees(RunningZeren node, String id) {
    return sees(node, id, "station");
  }

  private static boolean sees(RunningZeren node, String id, String layer) {
    return node.get("/ogc/collections/" + layer + "/items?limit=1000")
        .body()
        .contains('"' + id + '"');
  }

  private static void await(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(Duration.ofMillis(5).toMillis());
    }
  }
}

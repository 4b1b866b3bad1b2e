package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import zeren.NeedsPostgis;
import zeren.PostgisServer;
import zeren.Shapes;

/** The layers as tables, for whoever reads them with SQL. */
@ExtendWith(NeedsPostgis.class)
class PostgisViewTest {

  private static final String MANY_POINTS =
      """
      INSERT INTO feature_version (layer, id, version, geometry, properties, valid_from,
        recorded_at, recorded_by)
      SELECT 'outfall', 'p' || i, 1,
        ST_SetSRID(ST_MakePoint(110 + (i % 250) * 0.02, 30 + (i / 250) * 0.02), 4490),
        '{"name":"n"}', DATE '2020-01-01', now(), 'test'
      FROM generate_series(1, 50000) i
      """;
  private static final String MANY_AREAS =
      """
      INSERT INTO feature_version (layer, id, version, geometry, properties, valid_from,
        recorded_at, recorded_by)
      SELECT 'zone_of_test', 'a' || i, 1, ST_MakeEnvelope(110 + (i % 250) * 0.02,
          30 + (i / 250) * 0.02, 110.01 + (i % 250) * 0.02, 30.01 + (i / 250) * 0.02, 4490),
        '{"name":"n"}', DATE '2020-01-01', now(), 'test'
      FROM generate_series(1, 50000) i
      """;

  private static ConfigurableApplicationContext open(String url) {
    return StoreContract.open(PostgisServer.settings(url));
  }

  private static ConfigurableApplicationContext openWithLayers(String url, Path layers) {
    List<String> arguments = new ArrayList<>(PostgisServer.settings(url));
    arguments.add("--zeren.layers=" + layers);
    return new SpringApplicationBuilder(StoreContract.Modules.class)
        .web(WebApplicationType.NONE)
        .run(arguments.toArray(String[]::new));
  }

  private static FeatureDraft outfall(String id, Map<String, Object> properties, LocalDate from) {
    return StoreContract.draft("outfall", id, Shapes.point(113.5, 34.5), properties, from);
  }

  @Test
  void columnsHaveTheDeclaredTypesAndValues() {
    try (ConfigurableApplicationContext context = open(PostgisServer.shared().freshUrl())) {
      context
          .getBean(FeatureStore.class)
          .record(
              List.of(
                  outfall(
                      "A/1",
                      Map.of(
                          "name",
                          "排污口 \"一\"",
                          "pipes",
                          Long.MAX_VALUE,
                          "flow",
                          1e-7,
                          "closed",
                          true,
                          "found_on",
                          "2021-05-06",
                          "accuracy_m",
                          100.0),
                      LocalDate.of(2021, 1, 1))),
              "tester");
      JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
      assertThat(
              jdbc.queryForMap(
                  """
                  SELECT id, name, pipes, flow, closed, found_on, accuracy_m, informant, recorded_by,
                    valid_from, ST_AsText(geometry) AS place, ST_SRID(geometry) AS srid
                  FROM layer.outfall
                  """))
          .containsEntry("id", "A/1")
          .containsEntry("name", "排污口 \"一\"")
          .containsEntry("pipes", Long.MAX_VALUE)
          .containsEntry("flow", 1e-7)
          .containsEntry("closed", true)
          .containsEntry("found_on", java.sql.Date.valueOf("2021-05-06"))
          .containsEntry("accuracy_m", 100.0)
          .containsEntry("informant", null)
          .containsEntry("recorded_by", "tester")
          .containsEntry("valid_from", java.sql.Date.valueOf("2021-01-01"))
          .containsEntry("place", "POINT(113.5 34.5)")
          .containsEntry("srid", 4490);
    }
  }

  @Test
  void aTableShowsItsPeriodAndNoGeometry() {
    try (ConfigurableApplicationContext context = open(PostgisServer.shared().freshUrl())) {
      LocalDate from = LocalDate.of(2021, 1, 1);
      LocalDate to = LocalDate.of(2099, 1, 1);
      context
          .getBean(FeatureStore.class)
          .record(
              List.of(
                  new FeatureDraft(
                      "person",
                      "P",
                      FeatureDraft.nowhere(),
                      Map.of("name", "网格长001", "published", true),
                      from,
                      to,
                      null)),
              "tester");
      assertThat(context.getBean(JdbcTemplate.class).queryForMap("SELECT * FROM layer.person"))
          .containsEntry("name", "网格长001")
          .containsEntry("published", true)
          .containsEntry("valid_from", java.sql.Date.valueOf(from))
          .containsEntry("valid_to", java.sql.Date.valueOf(to))
          .doesNotContainKeys("geometry", "accuracy_m");
    }
  }

  @Test
  void onlyWhatIsKnownAndSoTodayIsShown() {
    try (ConfigurableApplicationContext context = open(PostgisServer.shared().freshUrl())) {
      FeatureStore store = context.getBean(FeatureStore.class);
      LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
      store.record(List.of(outfall("changed", Map.of("name", "old"), today.minusDays(9))), "t");
      store.record(List.of(outfall("changed", Map.of("name", "new"), today)), "t");
      store.record(List.of(outfall("to come", Map.of("name", "x"), today.plusDays(1))), "t");
      store.record(List.of(outfall("gone", Map.of("name", "x"), today.minusDays(9))), "t");
      store.close("outfall", "gone", today, "t");
      assertThat(
              context
                  .getBean(JdbcTemplate.class)
                  .queryForList("SELECT id || ' ' || name FROM layer.outfall", String.class))
          .containsExactly("changed new");
    }
  }

  @Test
  void aBoxIsFoundByTheIndexAmongFiftyThousand() {
    try (ConfigurableApplicationContext context = open(PostgisServer.shared().freshUrl())) {
      JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
      jdbc.execute(MANY_POINTS);
      jdbc.execute(MANY_AREAS);
      jdbc.execute("ANALYZE feature_version");
      for (String layer : List.of("outfall", "zone_of_test")) {
        for (String box :
            List.of(
                "geometry && ST_MakeEnvelope(112, 32, 112.1, 32.1, 4490)",
                "ST_Intersects(geometry, ST_MakeEnvelope(112, 32, 112.1, 32.1, 4490))")) {
          String question = "SELECT * FROM layer." + layer + " WHERE " + box;
          assertThat(String.join("\n", jdbc.queryForList("EXPLAIN " + question, String.class)))
              .contains(SqlView.INDEX_PREFIX + layer)
              .doesNotContain("Seq Scan");
          assertThat(jdbc.queryForList(question)).hasSizeBetween(25, 36);
        }
      }
      assertThat(
              jdbc.queryForObject(
                  "SELECT DISTINCT GeometryType(geometry) FROM layer.zone_of_test", String.class))
          .as("single ones are stored")
          .isEqualTo("MULTIPOLYGON");
    }
  }

  @Test
  void nodesThatStartAtTheSameMomentDoNotDisturbEachOther() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (ConfigurableApplicationContext context = open(PostgisServer.shared().freshUrl())) {
      JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
      jdbc.execute("DROP SCHEMA layer CASCADE");
      SqlViewRepository views = context.getBean(SqlViewRepository.class);
      Collection<LayerDeclaration> layers = context.getBean(Declarations.class).all();
      List<Future<?>> starts = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        starts.add(threads.submit(() -> views.bringUpToDate(layers)));
      }
      for (Future<?> start : starts) {
        start.get();
      }
      assertThat(jdbc.queryForList("SELECT id FROM layer.outfall")).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aChangedDeclarationChangesTheViewAndOthersKeepTheirRights(@TempDir Path layers)
      throws Exception {
    String url = PostgisServer.shared().freshUrl();
    String outfall = Files.readString(Path.of("src/test/resources/own-layers/outfall.yml"));
    try (ConfigurableApplicationContext context = open(url)) {
      context
          .getBean(FeatureStore.class)
          .record(List.of(outfall("a", Map.of("name", "n"), LocalDate.of(2021, 1, 1))), "t");
      JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
      jdbc.execute("GRANT SELECT ON layer.station, layer.outfall TO PUBLIC");
      jdbc.execute("CREATE VIEW layer.own AS SELECT 1 AS one");
    }
    Files.writeString(
        layers.resolve("outfall.yml"),
        outfall.replace("geometry: Point", "geometry: MultiPolygon").replace("pipes", "tubes"));
    try (ConfigurableApplicationContext context = openWithLayers(url, layers)) {
      JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
      assertThat(jdbc.queryForMap("SELECT tubes, geometry FROM layer.outfall"))
          .as("what was recorded as a point is no area")
          .containsEntry("geometry", null);
      assertThat(
              jdbc.queryForList(
                  "SELECT viewname FROM pg_views WHERE schemaname = 'layer'", String.class))
          .contains("outfall", "station", "own")
          .doesNotContain("zone_of_test", "sluice");
      assertThat(
              jdbc.queryForObject(
                  "SELECT relacl IS NOT NULL FROM pg_class WHERE oid = 'layer.station'::regclass",
                  Boolean.class))
          .isTrue();
      assertThat(
              jdbc.queryForList(
                  "SELECT indexname FROM pg_indexes WHERE indexname LIKE 'layer_geometry_outfall%'",
                  String.class))
          .hasSize(1);
    }
  }

  @Test
  void aViewThatSomebodyBuiltUponStaysAndTheStartGoesOn(@TempDir Path layers) throws Exception {
    String url = PostgisServer.shared().freshUrl();
    try (ConfigurableApplicationContext context = open(url)) {
      context
          .getBean(JdbcTemplate.class)
          .execute("CREATE VIEW layer.own AS SELECT id, pipes FROM layer.outfall");
    }
    try (ConfigurableApplicationContext context = openWithLayers(url, layers)) {
      JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
      assertThat(jdbc.queryForList("SELECT pipes FROM layer.own")).isEmpty();
      assertThat(jdbc.queryForList("SELECT id FROM layer.station")).isEmpty();
    }
  }
}

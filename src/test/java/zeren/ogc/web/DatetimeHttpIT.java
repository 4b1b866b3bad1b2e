package zeren.ogc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.layer.FeatureVersion;
import zeren.layer.HistoryEntry;
import zeren.layer.LayerCatalog;
import zeren.layer.Viewer;

/** What the parameter {@code datetime} picks, beside all versions of all features looked at. */
class DatetimeHttpIT {

  private static final String ITEMS = "/ogc/collections/outfall/items";
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final int DAYS = 100;

  private static RunningZeren zeren;
  private static final List<FeatureVersion> KNOWN = new ArrayList<>();

  /** Features that come, change, go and come again on days of their own. */
  @BeforeAll
  static void fill() {
    zeren =
        RunningZeren.start(
            "--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");
    FeatureStore store = zeren.bean(FeatureStore.class);
    Random random = new Random(5);
    for (int number = 0; number < 40; number++) {
      // Beyond the letters of UTF-16's first plane too, where its order is another.
      String id = (number % 5 == 0 ? "\uD840\uDC00" : number % 5 == 1 ? "\uFF21" : "f") + number;
      LocalDate day = FIRST;
      for (int step = 0; step < 1 + random.nextInt(4); step++) {
        day = day.plusDays(1 + random.nextInt(DAYS / 3));
        if (step % 2 == 1 && random.nextBoolean()) {
          store.close("outfall", id, day, "tester");
        } else {
          store.record(List.of(draft(id, "at step " + step, day)), "tester");
        }
      }
      for (HistoryEntry entry :
          zeren.bean(LayerCatalog.class).getHistory("outfall", id, Viewer.ANONYMOUS)) {
        if (entry.version().supersededAt() == null) {
          KNOWN.add(entry.version());
        }
      }
    }
  }

  private static FeatureDraft draft(String id, String name, LocalDate day) {
    return new FeatureDraft(
        "outfall", id, Shapes.point(113.5, 34.5), Map.of("name", name), day, null);
  }

  @AfterAll
  static void stop() {
    zeren.close();
  }

  /** Names by id in the order of code points, of what was so on one of the days. */
  private static Map<String, String> expected(LocalDate first, LocalDate last) {
    Map<String, String> names =
        new TreeMap<>(
            Comparator.comparing(id -> id.codePoints().toArray(), java.util.Arrays::compare));
    Map<String, Optional<FeatureVersion>> latest = new LinkedHashMap<>();
    for (FeatureVersion version : KNOWN) {
      LocalDate end = version.validTo();
      if (!version.validFrom().isAfter(last) && (end == null || end.isAfter(first))) {
        latest.merge(
            version.id(),
            Optional.of(version),
            (one, other) ->
                one.orElseThrow().validFrom().isAfter(other.orElseThrow().validFrom())
                    ? one
                    : other);
      }
    }
    latest.forEach(
        (id, version) ->
            names.put(id, String.valueOf(version.orElseThrow().properties().get("name"))));
    return names;
  }

  private static Map<String, String> found(String datetime) {
    Map<String, String> names = new LinkedHashMap<>();
    List<JsonNode> pages =
        Found.pages(zeren, ITEMS + "?limit=7&datetime=" + Found.encoded(datetime), "next");
    for (JsonNode page : pages) {
      for (JsonNode feature : page.path("features")) {
        names.put(
            feature.path("id").asString(), feature.path("properties").path("name").asString());
      }
      assertThat(page.path("numberMatched").asInt())
          .isEqualTo(pages.get(0).path("numberMatched").asInt());
    }
    assertThat(names).hasSize(pages.get(0).path("numberMatched").asInt());
    return names;
  }

  private static void assertFinds(String datetime, LocalDate first, LocalDate last) {
    Map<String, String> expected = expected(first, last);
    Map<String, String> found = found(datetime);
    assertThat(found).as(datetime).isEqualTo(expected);
    assertThat(found.keySet()).as(datetime).containsExactlyElementsOf(expected.keySet());
  }

  @Test
  @DisplayName("/req/core/fc-time-response: instants")
  void core_fcTimeResponse_instants() {
    for (int i = 0; i < DAYS; i += 3) {
      LocalDate day = FIRST.plusDays(i);
      assertFinds(day.toString(), day, day);
    }
    // A second before midnight in the time zone of the service, and midnight.
    assertFinds("2020-02-09T15:59:59Z", LocalDate.of(2020, 2, 9), LocalDate.of(2020, 2, 9));
    assertFinds("2020-02-09T16:00:00Z", LocalDate.of(2020, 2, 10), LocalDate.of(2020, 2, 10));
  }

  @Test
  @DisplayName("/req/core/fc-time-response: intervals")
  void core_fcTimeResponse_intervals() {
    Random random = new Random(6);
    for (int i = 0; i < 60; i++) {
      LocalDate first = FIRST.plusDays(random.nextInt(DAYS));
      LocalDate last = first.plusDays(random.nextInt(DAYS / 2));
      assertFinds(first + "/" + last, first, last);
    }
  }

  @Test
  @DisplayName("/req/core/fc-time-response: half-bounded intervals")
  void core_fcTimeResponse_halfBounded() {
    for (int i = 0; i < DAYS; i += 7) {
      LocalDate day = FIRST.plusDays(i);
      assertFinds(day + "/..", day, LocalDate.of(9999, 12, 31));
      assertFinds("../" + day, LocalDate.of(1, 1, 1), day);
      assertFinds(day + "/", day, LocalDate.of(9999, 12, 31));
      assertFinds("/" + day, LocalDate.of(1, 1, 1), day);
    }
  }

  /** A feature from the list of an interval is found by itself as well, as the list has it. */
  @Test
  void aFeatureIsAskedForLikeTheListThatItIsIn() {
    LocalDate last = FIRST.plusDays(DAYS * 2);
    Map<String, String> ever = expected(FIRST, last);
    for (String id : ever.keySet()) {
      JsonNode item =
          zeren.json("%s/%s?datetime=%s/%s".formatted(ITEMS, Found.encoded(id), FIRST, last));
      assertThat(item.path("properties").path("name").asString()).isEqualTo(ever.get(id));
    }
    assertThat(ever.keySet()).hasSizeGreaterThan(expected(last, last).size());
  }

  @Test
  void filtersHoldInIntervals() {
    LocalDate last = FIRST.plusDays(DAYS * 2);
    long wanted = expected(FIRST, last).values().stream().filter("at step 0"::equals).count();
    JsonNode found =
        zeren.json(
            "%s?datetime=%s/%s&filter=%s"
                .formatted(ITEMS, FIRST, last, Found.encoded("name = 'at step 0'")));
    assertThat(found.path("numberMatched").asLong()).isEqualTo(wanted).isPositive();
  }
}

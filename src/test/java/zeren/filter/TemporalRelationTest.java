package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeren.Shapes;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;

/**
 * The predicates that the abstract test suite of CQL2 has for its three rows with times, and how
 * many rows it expects. Our fields hold days, so each of its timestamps is a day here, in the same
 * order. One count is left out, which contradicts that of the same said the other way round
 * (T_FINISHEDBY with the literal first). 04-10 is its 2020-04-16T10:13:19Z, 05-01 its
 * 2021-01-01T00:00:00Z, 05-13 and 05-15 are those of 2021-04-16, 06-01 its 2022-01-01T00:00:00Z,
 * 06-13, 06-14, 06-15 and 06-16 those of 2022-04-16, 07-01 its 2022-07-01T00:00:00Z, 08-01 its
 * 2022-12-31T23:59:59Z, 09-01 its 2023-01-01T00:00:00Z and 09-16 its 2023-04-16T10:15:10Z.
 */
class TemporalRelationTest {

  private static final LayerView VIEW =
      Views.of(
          Views.declare(
              """
              id: place
              title: {zh: 地, en: Place}
              geometry: Point
              visibility: public
              name: start
              fields:
                - {name: date, type: date, title: {zh: 日, en: Date}}
                - {name: start, type: date, title: {zh: 始, en: Start}}
                - {name: end, type: date, title: {zh: 终, en: End}}
              drawing: {order: 1, style: {size: 1}}
              """),
          Viewer.ANONYMOUS,
          List.of(
              row("a", Map.of("date", "2021-04-16", "start", "2001-05-15", "end", "2001-06-16")),
              row("b", Map.of("date", "2022-04-16", "start", "2001-06-13", "end", "2001-10-01")),
              row("c", Map.of("date", "2023-04-16", "start", "2001-06-15", "end", "2001-06-16")),
              row("d", Map.of())));

  private static Views.Item row(String id, Map<String, Object> days) {
    return new Views.Item(id, Shapes.point(1, 1), Map.copyOf(days));
  }

  private static long kept(String filter) {
    return IntStream.range(0, VIEW.size())
        .filter(Cql2.text(VIEW, "filter", filter, CoordinateSystem.CGCS2000))
        .count();
  }

  @ParameterizedTest
  @DisplayName("/conf/temporal-functions/test-data, /conf/property-property/test-data")
  @CsvSource(
      delimiter = '|',
      value = {
        "t_after(\"date\",date(\"2022-04-16\"))|1",
        "t_before(\"date\",date(\"2022-04-16\"))|1",
        "t_disjoint(\"date\",date(\"2022-04-16\"))|2",
        "t_equals(\"date\",date(\"2022-04-16\"))|1",
        "t_intersects(\"date\",date(\"2022-04-16\"))|1",
        "t_after(\"date\",interval(\"2022-01-01\",\"2022-12-31\"))|1",
        "t_before(\"date\",interval(\"2022-01-01\",\"2022-12-31\"))|1",
        "t_disjoint(\"date\",interval(\"2022-01-01\",\"2022-12-31\"))|2",
        "t_equals(\"date\",interval(\"2022-01-01\",\"2022-12-31\"))|0",
        "t_equals(\"date\",interval(\"2022-04-16\",\"2022-04-16\"))|1",
        "t_intersects(\"date\",interval(\"2022-01-01\",\"2022-12-31\"))|1",
        "t_after(date(\"2022-04-16\"),\"date\")|1",
        "t_before(date(\"2022-04-16\"),\"date\")|1",
        "t_after(interval(\"2022-01-01\",\"2022-12-31\"),\"date\")|1",
        "t_intersects(interval(\"2022-01-01\",\"2022-12-31\"),\"date\")|1",
        "t_after(interval(start,\"end\"),interval(\"..\",\"2001-06-13\"))|1",
        "t_before(interval(start,\"end\"),interval(\"2001-09-01\",\"..\"))|2",
        "t_disjoint(interval(start,\"end\"),interval(\"2001-06-13\",\"2001-06-14\"))|1",
        "t_equals(interval(start,\"end\"),interval(\"2001-05-15\",\"2001-06-16\"))|1",
        "t_intersects(interval(start,\"end\"),interval(\"2001-06-13\",\"2001-06-14\"))|2",
        "T_CONTAINS(interval(start,\"end\"),interval(\"2001-06-13\",\"2001-06-15\"))|1",
        "T_DURING(interval(start,\"end\"),interval(\"2001-06-01\",\"2001-08-01\"))|1",
        "T_FINISHES(interval(start,\"end\"),interval(\"2001-06-13\",\"2001-06-16\"))|1",
        "T_FINISHEDBY(interval(start,\"end\"),interval(\"2001-06-13\",\"2001-06-16\"))|1",
        "T_MEETS(interval(start,\"end\"),interval(\"2001-06-13\",\"2001-06-15\"))|0",
        "T_METBY(interval(start,\"end\"),interval(\"2001-06-13\",\"2001-06-15\"))|1",
        "T_OVERLAPPEDBY(interval(start,\"end\"),interval(\"2001-04-10\",\"2001-06-15\"))|2",
        "T_OVERLAPS(interval(start,\"end\"),interval(\"2001-06-13\",\"2001-09-16\"))|1",
        "T_STARTEDBY(interval(start,\"end\"),interval(\"2001-06-13\",\"2001-06-15\"))|1",
        "T_STARTS(interval(start,\"end\"),interval(\"2001-06-13\",\"2001-06-15\"))|0",
        "t_after(interval(\"2001-09-01\",\"..\"),interval(start,\"end\"))|2",
        "t_before(interval(\"..\",\"2001-06-13\"),interval(start,\"end\"))|1",
        "t_intersects(interval(\"2001-06-13\",\"2001-06-14\"),interval(start,\"end\"))|2",
        "T_CONTAINS(interval(\"2001-05-13\",\"2001-09-16\"),interval(start,\"end\"))|2",
        "T_DURING(interval(\"2001-07-01\",\"2001-08-01\"),interval(start,\"end\"))|1",
        "T_FINISHES(interval(\"2001-06-13\",\"2001-06-16\"),interval(start,\"end\"))|1",
        "T_MEETS(interval(\"2001-06-13\",\"2001-06-15\"),interval(start,\"end\"))|1",
        "T_METBY(interval(\"2001-06-13\",\"2001-06-15\"),interval(start,\"end\"))|0",
        "T_OVERLAPPEDBY(interval(\"2001-04-10\",\"2001-06-15\"),interval(start,\"end\"))|0",
        "T_OVERLAPS(interval(\"2001-06-13\",\"2001-09-16\"),interval(start,\"end\"))|0",
        "T_STARTEDBY(interval(\"2001-06-13\",\"2001-06-15\"),interval(start,\"end\"))|0",
        "T_STARTS(interval(\"2001-06-13\",\"2001-06-15\"),interval(start,\"end\"))|1"
      })
  void countsAreThoseOfTheStandard(String predicate, long expected) {
    // CSV wants the quotes of texts otherwise than CQL2.
    String filter = predicate.replaceAll("\"([0-9.][^\"]*)\"", "'$1'");
    assertThat(kept(filter)).isEqualTo(expected);
    long not = kept("NOT " + filter);
    assertThat(expected + not).as("a row without times is neither").isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Between timestamps microseconds count.
        "T_BEFORE(TIMESTAMP('2026-01-31T12:00:00.000001Z'), TIMESTAMP('2026-01-31T12:00:00.000002Z'))|4",
        "TIMESTAMP('2026-01-31T12:00:00Z') < TIMESTAMP('2026-01-31T12:00:00.5Z')|4",
        "T_EQUALS(TIMESTAMP('2026-01-31T12:00:00Z'), TIMESTAMP('2026-01-31T12:00:00.000Z'))|4",
        "T_DURING(INTERVAL('2026-01-31T01:00:00Z', '2026-01-31T02:00:00Z'),"
            + " INTERVAL('2026-01-31T00:00:00Z', '..'))|4",
        // Beside a day, the day of a timestamp counts.
        "\"date\" = TIMESTAMP('2022-04-16T23:59:59Z')|1",
        "T_EQUALS(\"date\", TIMESTAMP('2022-04-16T00:00:00Z'))|1",
        "T_INTERSECTS(\"date\", INTERVAL('2022-04-16T12:00:00Z', '2022-04-16T13:00:00Z'))|1",
        "DATE('2022-04-16') = TIMESTAMP('2022-04-16T09:00:00Z')|4",
        "TIMESTAMP('1969-12-31T23:59:59Z') = DATE('1969-12-31')|4",
        "\"date\" IN (TIMESTAMP('2022-04-16T09:00:00Z'), DATE('2021-04-16'))|2",
        "INTERVAL(start, \"end\") IS NULL|1",
        "INTERVAL('..', \"end\") IS NOT NULL|3",
        "T_EQUALS(INTERVAL('..', '..'), INTERVAL('..', '..'))|4",
        "T_INTERSECTS(\"date\", INTERVAL('..', '..'))|3"
      })
  void timesAndDays(String filter, long expected) {
    assertThat(kept(filter)).isEqualTo(expected);
  }
}

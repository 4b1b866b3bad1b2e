package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zeren.Shapes;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;
import zeren.problem.ProblemException;

/** Filters that mean harm, or were made by a machine without measure. */
class Cql2RobustnessTest {

  private static final LayerView VIEW =
      Views.of(
          Views.declare(Cql2TextTest.YAML),
          Viewer.ANONYMOUS,
          List.of(
              new Views.Item("a", Shapes.point(1, 1), Map.of("name", "v77", "pipes", 77L)),
              new Views.Item("b", Shapes.point(2, 2), Map.of("name", "v100077"))));

  private static IntPredicate text(String filter) {
    return Cql2.text(VIEW, "filter", filter, CoordinateSystem.CGCS2000);
  }

  private static IntPredicate json(String filter) {
    return Cql2.json(VIEW, "filter", filter, CoordinateSystem.CGCS2000);
  }

  private static String refusal(Supplier<IntPredicate> filter) {
    Throwable thrown = catchThrowable(filter::get);
    assertThat(thrown)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.status().value()).isEqualTo(400));
    String message = String.valueOf(Objects.requireNonNull(thrown).getMessage());
    assertThat(message.length()).isLessThan(2_000);
    return message;
  }

  private static String list(int count, String quote) {
    return IntStream.range(0, count)
        .mapToObj(i -> quote + (quote.isEmpty() ? "" : "v") + i + quote)
        .collect(Collectors.joining(","));
  }

  @Test
  void aHundredThousandValuesAreTaken() {
    List<IntPredicate> filters =
        List.of(
            text("name IN (" + list(100_000, "'") + ")"),
            text("pipes IN (" + list(100_000, "") + ")"),
            json("{\"op\":\"in\",\"args\":[{\"property\":\"name\"},[" + list(70_000, "\"") + "]]}"),
            json(
                "{\"op\":\"in\",\"args\":[{\"property\":\"pipes\"},[" + list(100_000, "") + "]]}"));
    for (IntPredicate filter : filters) {
      assertThat(filter.test(0)).isTrue();
      assertThat(filter.test(1)).isFalse();
    }
  }

  private static String circle(int corners) {
    return IntStream.rangeClosed(0, corners)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "%.6f %.6f",
                    1 + Math.cos(2 * Math.PI * (i % corners) / corners) / 2,
                    1 + Math.sin(2 * Math.PI * (i % corners) / corners) / 2))
        .collect(Collectors.joining(", ", "POLYGON((", "))"));
  }

  @Test
  void polygonsAreTakenUpToALimit() {
    IntPredicate largest = text("S_INTERSECTS(geometry, " + circle(9_999) + ")");
    assertThat(largest.test(0)).isTrue();
    assertThat(largest.test(1)).isFalse();
    assertThat(refusal(() -> text("S_INTERSECTS(geometry, " + circle(10_000) + ")")))
        .contains("10,000 corners");
    String half = "S_INTERSECTS(geometry, " + circle(5_000) + ")";
    assertThat(refusal(() -> text(half + " OR " + half))).contains("10,000 corners");
    String points =
        IntStream.range(0, 10_001)
            .mapToObj(i -> "[1,%d.5]".formatted(i % 80))
            .collect(Collectors.joining(","));
    assertThat(
            refusal(
                () ->
                    json(
                        "{\"op\":\"s_touches\",\"args\":[{\"property\":\"geometry\"},"
                            + "{\"type\":\"MultiPoint\",\"coordinates\":["
                            + points
                            + "]}]}")))
        .contains("10,000 corners");
  }

  @Test
  void whatCostsMuchIsCounted() {
    String spatial = "S_INTERSECTS(geometry, POINT(1 1))";
    assertThat(text(String.join(" OR ", java.util.Collections.nCopies(20, spatial)))).isNotNull();
    assertThat(refusal(() -> text(String.join(" OR ", java.util.Collections.nCopies(21, spatial)))))
        .contains("200 conditions");
    assertThat(refusal(() -> text("pipes > 1" + " + flow".repeat(200)))).contains("200");
    assertThat(refusal(() -> text("pipes > 1" + " + flow".repeat(140_000)))).contains("200");
    assertThat(text("pipes > 1" + " + flow".repeat(199))).isNotNull();
    assertThat(refusal(() -> text("name LIKE '" + "%a".repeat(300) + "'"))).contains("500");
  }

  @Test
  void nestingHasAnEnd() {
    for (String open : List.of("(", "NOT ", "CASEI(", "distance(", "-", "- -", "f((", "1^(")) {
      refusal(() -> text(open.repeat(900_000 / open.length())));
      refusal(() -> text(open.repeat(100)));
    }
    for (String open :
        List.of(
            "[",
            "{\"op\":\"not\",\"args\":[",
            "{\"a\":",
            "{\"type\":\"GeometryCollection\",\"geometries\":[")) {
      refusal(() -> json(open.repeat(900_000 / open.length())));
      refusal(() -> json("{\"op\":\"s_within\",\"args\":[" + open.repeat(60)));
    }
  }

  @Test
  void longNamesAreNotRepeated() {
    String name = "x".repeat(900_000);
    refusal(() -> text(name + " = 1"));
    refusal(() -> text(name + "(1) = 1"));
    refusal(() -> text("pipes = 1 " + name));
    refusal(() -> text("pipes = '" + name));
    refusal(() -> text("'" + name + "'"));
    refusal(() -> json("{\"op\":\"" + name + "\",\"args\":[]}"));
    refusal(() -> json("{\"op\":\"" + name + "\"}"));
    refusal(() -> json("{\"property\":\"" + name + "\"}"));
    refusal(() -> json("{\"" + name + "\":1}"));
    refusal(() -> json(name));
    refusal(() -> text(" ".repeat(Cql2.LONGEST)));
    refusal(() -> text(" ".repeat(Cql2.LONGEST + 1)));
    refusal(() -> json("9".repeat(900_000)));
    refusal(() -> text("pipes = " + "9".repeat(900_000)));
  }

  @Test
  void halfCharactersAreNamedAsSuch() {
    assertThat(refusal(() -> text("\ud83d = 1"))).contains("\ufffd").doesNotContain("\ud83d");
    assertThat(refusal(() -> text("\"\udc00\" = 1"))).contains("no field '\ufffd'");
    assertThat(text("name = '\ud83d'").test(0)).isFalse();
    assertThat(text("CASEI(name) LIKE CASEI('%\ud83d_')").test(0)).isFalse();
    assertThat(text("ACCENTI(name) = ACCENTI('\ud83d')").test(0)).isFalse();
    assertThat(refusal(() -> json("{\"op\":\"\\udc00\",\"args\":[]}"))).contains("\ufffd");
  }

  /** Valid JSON with a piece cut out, doubled or put elsewhere. */
  @Test
  void noJsonBreaksTheReader() {
    String valid =
        "{\"op\":\"and\",\"args\":[{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},"
            + "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[3,0],[3,3],[0,0]]]}]},"
            + "{\"op\":\"in\",\"args\":[{\"op\":\"+\",\"args\":[{\"property\":\"pipes\"},1e2]},[1,2]]},"
            + "{\"op\":\"t_during\",\"args\":[{\"interval\":[\"..\",{\"property\":\"found_on\"}]},"
            + "{\"interval\":[\"2020-01-01\",\"2021-01-01T00:00:00Z\"]}]},"
            + "{\"op\":\"like\",\"args\":[{\"op\":\"casei\",\"args\":[{\"property\":\"name\"}]},\"%a\"]},"
            + "{\"op\":\"<\",\"args\":[{\"op\":\"distance\",\"args\":[{\"property\":\"geometry\"},"
            + "{\"type\":\"Point\",\"coordinates\":[1,1]}]},3000]}]}";
    assertThatCode(() -> json(valid).test(0)).doesNotThrowAnyException();
    Random random = new Random(21);
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      StringBuilder broken = new StringBuilder(valid);
      for (int n = random.nextInt(3); n >= 0; n--) {
        int from = random.nextInt(broken.length());
        int to = Math.min(broken.length(), from + random.nextInt(30));
        String piece = broken.substring(from, to);
        if (random.nextBoolean()) {
          broken.delete(from, to);
        }
        broken.insert(random.nextInt(broken.length()), random.nextBoolean() ? piece : "");
      }
      try {
        IntPredicate keep = json(broken.toString());
        assertThatCode(() -> keep.test(0)).doesNotThrowAnyException();
      } catch (ProblemException e) {
        refused++;
        assertThat(e.toBody(null).getProperties()).containsKeys("parameter", "pointer");
      }
    }
    assertThat(refused).isBetween(5_000, 9_999);
  }
}

package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;
import zeren.problem.ProblemException;

class WhereRefusalTest {

  private static final LayerView VIEW =
      Views.of(Views.declare(WhereTest.YAML), Viewer.ANONYMOUS, java.util.List.of());

  private static ProblemException refusal(String where) {
    return Objects.requireNonNull(
        catchThrowableOfType(ProblemException.class, () -> Where.compile(VIEW, where)), where);
  }

  private static Map<String, Object> members(ProblemException problem) {
    return Objects.requireNonNull(problem.toBody(null).getProperties());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pipes|6|it ends where a comparison",
        "pipes =|8|it ends where a field, a number",
        "pipes = = 3|9|'=' stands where a field",
        "= 3|1|'=' stands where a field",
        "pipes == 3|8|'=' stands where",
        "pipes != 3|7|unequal is <>",
        "pipes = 3 flow = 2|11|AND, OR or the end",
        "pipes = 3 AND|14|it ends where a field",
        "AND pipes = 3|1|'AND' stands where a field",
        "(pipes = 3|11|it ends where ')'",
        "pipes = 3)|10|AND, OR or the end",
        "()|2|')' stands where a field",
        "NOT|4|it ends where a field",
        "pipes NOT = 3|11|LIKE, BETWEEN or IN",
        "pipes IS 3|10|where NULL",
        "pipes IN ()|11|')' stands where a field",
        "pipes IN (1|12|it ends where ',' or ')'",
        "pipes IN (1,)|13|')' stands where a field",
        "pipes IN 1|10|'1' stands where '('",
        "pipes BETWEEN 1|16|it ends where AND",
        "pipes BETWEEN 1 OR 2|17|'OR' stands where AND",
        "pipes = 3 + 1|11|means nothing here",
        "pipes * 2 = 6|7|means nothing here",
        "name = 'open|8|no closing '",
        "name = 'C:\\'|8|no closing '",
        "\"name = 'x'|1|no closing \"",
        "pipes = 3x|9|without a space",
        "pipes = 1.2.3|9|without a space",
        "pipes = .1.2|9|without a space",
        "pipes = 1e|9|no digits after its E",
        "pipes = 1e999|9|too large",
        "pipes = $1|9|'$' means nothing here",
        "pipes = 3; DROP|10|';' means nothing here",
        "pips = 3|1|no field 'pips'; fields here: id, name, pipes",
        "\"pipes \" = 3|1|no field 'pipes '",
        "Pipes = 3|1|no field 'Pipes'",
        "tip = 't'|1|no field 'tip'; fields here",
        "and = 'x'|1|'and' stands where",
        "pipes = '3'|9|this is text and cannot be compared with a number, 'pipes'",
        "name = 3|8|this is a number and cannot be compared with text, 'name'",
        "name > pipes|8|'pipes' is a number and cannot be compared with text, 'name'",
        "closed = 1|10|cannot be compared with true or false, 'closed'",
        "closed > FALSE|1|'closed' is true or false and has no order",
        "closed BETWEEN FALSE AND TRUE|1|has no order",
        "found_on = '2021-02-30'|12|cannot be compared with a date",
        "found_on = DATE('2021-02-30')|17|no day that exists",
        "found_on = DATE(2021)|17|a day such as",
        "found_on LIKE '2021%'|1|is a date; LIKE takes text",
        "name = DATE('2021-02-03')|8|a date and cannot be compared with text",
        "name LIKE name|11|a pattern in quotes",
        "name LIKE 3|11|a pattern in quotes",
        "pipes IN (1, 'a')|14|cannot be compared",
        "CASEI(pipes) = '3'|7|CASEI takes text",
        "CASEI name = 'x'|1|no field 'CASEI'",
        "UPPER(name) = 'X'|1|no function 'UPPER'",
        "ACCENTI(name) = 'X'|1|no function 'ACCENTI'",
        "geometry = 3|1|no field 'geometry'",
        "geometry IS NULL|1|no field 'geometry'",
        "S_INTERSECTS(name, BBOX(0,0,1,1))|14|'name' stands where geometry",
        "S_INTERSECTS(geometry, geometry)|13|must be a given geometry",
        "S_INTERSECTS(BBOX(0,0,1,1), BBOX(0,0,1,1))|29|geometry, the place of the feature",
        "S_INTERSECTS(geometry)|22|')' stands where ','",
        "S_INTERSECTS geometry|1|no field 'S_INTERSECTS'",
        "S_INTERSECTS(geometry, BBOX(0,0,1))|34|')' stands where ','",
        "S_INTERSECTS(geometry, BBOX(2,0,1,1))|24|west, south, east, north",
        "S_INTERSECTS(geometry, BBOX(0,0,200,1))|24|cannot be used",
        "S_INTERSECTS(geometry, BBOX(a,0,200,1))|29|a number of degrees",
        "S_INTERSECTS(geometry, POINT(34 113))|24|cannot be used",
        "S_INTERSECTS(geometry, POINT(1, 2))|24|cannot be read",
        "S_INTERSECTS(geometry, POINT EMPTY)|30|'EMPTY' stands where '('",
        "S_INTERSECTS(geometry, POINT Z (1 2 3))|30|'Z' stands where '('",
        "S_INTERSECTS(geometry, POINT('1' 2))|30|a coordinate",
        "S_INTERSECTS(geometry, POINT(1 2|33|it ends where a coordinate",
        "S_INTERSECTS(geometry, POLYGON((0 0, 1 0, 1 1, 0 1)))|24|the last corner",
        "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))|24|cannot be used",
        "S_INTERSECTS(geometry, CIRCLE(0 0, 1))|24|'CIRCLE' stands where geometry",
        "S_DWITHIN(geometry, POINT(1 2), 3)|1|no function 'S_DWITHIN'",
        "name = '贾' 河|12|'河' stands where AND",
        "name = '😀' $|12|means nothing here"
      })
  void aRefusalSaysWhereAndWhatWouldBeRight(String where, int position, String message) {
    ProblemException problem = refusal(where);
    assertThat(problem.status().value()).isEqualTo(400);
    assertThat(problem).hasMessageContaining(message);
    assertThat(members(problem))
        .containsEntry("parameter", "where")
        .containsEntry("position", position);
    assertThat(problem).hasMessageContaining("character " + position + ":");
  }

  @Test
  void aHiddenFieldIsRefusedLikeOneThatIsNotThere() {
    ProblemException hidden = refusal("tip = 't'");
    ProblemException absent = refusal("top = 't'");
    assertThat(String.valueOf(hidden.getMessage()).replace("'tip'", "'top'"))
        .isEqualTo(absent.getMessage());
    assertThat(members(hidden)).isEqualTo(members(absent));
    assertThat(String.valueOf(members(hidden).get("allowed"))).doesNotContain("tip");
  }

  @Test
  void deepNestingIsRefusedAndDeepEnoughIsNot() {
    String fifty = "(".repeat(50) + "pipes = 3" + ")".repeat(50);
    assertThat(Where.compile(VIEW, fifty)).isNotNull();
    assertThat(refusal("(" + fifty + ")")).hasMessageContaining("inside each other");
    assertThat(refusal("(".repeat(9_000))).hasMessageContaining("inside each other");
    assertThat(refusal("NOT ".repeat(2_000) + "closed")).hasMessageContaining("inside each other");
    assertThat(refusal("CASEI(".repeat(1_500) + "name")).hasMessageContaining("')'");
    assertThat(refusal("S_INTERSECTS(geometry, POLYGON" + "(".repeat(9_000)))
        .hasMessageContaining("a coordinate");
    assertThat(
            refusal("S_INTERSECTS(geometry, POLYGON" + "(".repeat(4_000) + "1" + ")".repeat(4_001)))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void longTextsAreRefusedAndLongEnoughOnesAreNot() {
    String longest = "name = '" + "x".repeat(Where.LONGEST - 9) + "'";
    assertThat(longest).hasSize(Where.LONGEST);
    assertThat(Where.compile(VIEW, longest)).isNotNull();
    assertThat(refusal(longest + " ")).hasMessageContaining("10,000");
    assertThat(refusal("x".repeat(9_000) + " = 1").getMessage()).contains("no field");
    assertThat(refusal("name = " + "x".repeat(5_000) + " y").getMessage()).contains("no field");
    assertThat(refusal("pipes = 3 " + "😀".repeat(1_000))).hasMessageContaining("means nothing");
    String many =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> "pipes=" + i)
            .collect(Collectors.joining(" OR "));
    assertThat(Where.compile(VIEW, many)).isNotNull();
    assertThat(refusal(many + " OR pipes=0")).hasMessageContaining("200 conditions");
    assertThat(Where.compile(VIEW, "pipes IN (" + "1,".repeat(3_000) + "2)")).isNotNull();
    assertThat(refusal("pipes IN (" + "pipes,".repeat(300) + "2)"))
        .hasMessageContaining("200 conditions");
  }

  /** Whatever comes in is understood or refused, never anything else. */
  @Test
  void noTextBreaksTheReader() {
    String[] pieces = {
      "pipes",
      "name",
      "closed",
      "=",
      "<>",
      "<",
      "(",
      ")",
      ",",
      "'",
      "''",
      "\"",
      "\\",
      "AND",
      "OR",
      "NOT",
      "IS",
      "NULL",
      "LIKE",
      "IN",
      "BETWEEN",
      "CASEI",
      "DATE",
      "S_INTERSECTS",
      "geometry",
      "BBOX",
      "POLYGON",
      "POINT",
      "1",
      "-",
      "e",
      ".",
      "2.5",
      "'x'",
      "%",
      " ",
      "\u0000",
      "\n",
      "😀",
      "\ud83d",
      "中",
      "TRUE"
    };
    Random random = new Random(20);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      String text =
          random
              .ints(1 + random.nextInt(12), 0, pieces.length)
              .mapToObj(piece -> pieces[piece] + (random.nextInt(3) == 0 ? "" : " "))
              .collect(Collectors.joining());
      try {
        assertThat(Where.compile(VIEW, text)).isNotNull();
      } catch (ProblemException e) {
        refused++;
        assertThat(members(e)).containsEntry("parameter", "where").containsKey("position");
      }
    }
    assertThat(refused).isGreaterThan(15_000);
    assertThatThrownBy(() -> Where.compile(VIEW, " ")).isInstanceOf(ProblemException.class);
  }
}

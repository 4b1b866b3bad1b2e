package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;
import zeren.problem.ProblemException;

class Cql2RefusalTest {

  private static final LayerView VIEW =
      Views.of(Views.declare(Cql2TextTest.YAML), Viewer.ANONYMOUS, java.util.List.of());

  private static IntPredicate compile(String where) {
    return Cql2.text(VIEW, "where", where, CoordinateSystem.CGCS2000);
  }

  private static ProblemException refusal(String where) {
    return Objects.requireNonNull(
        catchThrowableOfType(ProblemException.class, () -> compile(where)), where);
  }

  private static Map<String, Object> members(ProblemException problem) {
    return Objects.requireNonNull(problem.toBody(null).getProperties());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pipes|1|'pipes' is a number and no condition",
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
        "pipes = 3 +|12|it ends where a field",
        "pipes = + name|11|where a number",
        "pipes + 1|1|is a number and no condition",
        "pipes * name = 6|9|'name' is text, and '*' takes numbers",
        "pipes = 1 / 0|9|no finite result",
        "pipes = 10 ^ 999|9|no finite result",
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
        "CASEI name = 'x'|7|'name' stands where AND",
        "UPPER(name) = 'X'|1|no function 'upper'",
        "ACCENTI(pipes) = 'X'|9|ACCENTI takes text",
        "geometry = 3|1|'geometry' is a geometry; it is for functions such as",
        "S_INTERSECTS(name, BBOX(0,0,1,1))|14|a geometry is expected",
        "S_INTERSECTS(geometry)|1|takes 2 arguments, not 1",
        "S_INTERSECTS geometry|14|'geometry' stands where AND",
        "S_INTERSECTS(geometry, BBOX(0,0,1))|24|a box has four numbers, or six",
        "S_INTERSECTS(geometry, BBOX(2,2,1,1))|24|the south is not more than the north",
        "S_INTERSECTS(geometry, BBOX(0,0,200,1))|24|cannot be used",
        "S_INTERSECTS(geometry, BBOX(a,0,200,1))|29|a coordinate",
        "S_INTERSECTS(geometry, POINT(34 113))|24|cannot be used",
        "S_INTERSECTS(geometry, POINT(1, 2))|31|',' stands where a coordinate",
        "S_INTERSECTS(geometry, POINT EMPTY)|30|'EMPTY' stands where '('",
        "S_INTERSECTS(geometry, POINT M (1 2 3))|30|'M' stands where ',' or ')'",
        "S_INTERSECTS(geometry, POINT('1' 2))|30|a coordinate",
        "S_INTERSECTS(geometry, POINT(1 2|33|it ends where ')'",
        "S_INTERSECTS(geometry, POLYGON((0 0, 1 0, 1 1, 0 1)))|24|the last corner",
        "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))|24|cannot be used",
        "S_INTERSECTS(geometry, CIRCLE(0, 0))|24|a geometry is expected",
        "S_DWITHIN(geometry, POINT(1 2), 3)|1|no function 's_dwithin'",
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
    assertThat(compile(fifty)).isNotNull();
    assertThat(refusal("(" + fifty + ")")).hasMessageContaining("inside each other");
    assertThat(refusal("(".repeat(9_000))).hasMessageContaining("inside each other");
    assertThat(refusal("NOT ".repeat(2_000) + "closed")).hasMessageContaining("inside each other");
    assertThat(refusal("CASEI(".repeat(1_500) + "name")).hasMessageContaining("inside each other");
    assertThat(refusal("S_INTERSECTS(geometry, POLYGON" + "(".repeat(9_000)))
        .hasMessageContaining("a coordinate");
    assertThat(
            refusal("S_INTERSECTS(geometry, POLYGON" + "(".repeat(4_000) + "1" + ")".repeat(4_001)))
        .hasMessageContaining("a coordinate");
  }

  @Test
  void longTextsAreRefusedAndLongEnoughOnesAreNot() {
    String longest = "name = '" + "x".repeat(Cql2.LONGEST - 9) + "'";
    assertThat(longest).hasSize(Cql2.LONGEST);
    assertThat(compile(longest)).isNotNull();
    assertThat(refusal(longest + " ")).hasMessageContaining("1,000,000");
    assertThat(refusal("x".repeat(9_000) + " = 1").getMessage()).contains("no field");
    assertThat(refusal("name = " + "x".repeat(5_000)).getMessage()).contains("no field");
    assertThat(refusal("pipes = 3 " + "😀".repeat(1_000))).hasMessageContaining("means nothing");
    String many =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> "pipes=" + i)
            .collect(Collectors.joining(" OR "));
    assertThat(compile(many)).isNotNull();
    assertThat(refusal(many + " OR pipes=0")).hasMessageContaining("200 conditions");
    assertThat(compile("pipes IN (" + "1,".repeat(3_000) + "2)")).isNotNull();
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
        assertThat(compile(text)).isNotNull();
      } catch (ProblemException e) {
        refused++;
        assertThat(members(e)).containsEntry("parameter", "where").containsKey("position");
      }
    }
    assertThat(refused).isGreaterThan(15_000);
    assertThatThrownBy(() -> compile(" ")).isInstanceOf(ProblemException.class);
  }
}

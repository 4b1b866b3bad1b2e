package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeren.Shapes;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;
import zeren.problem.ProblemException;

/** The encoding of CQL2 as JSON; what it means is the same as that of text. */
class Cql2JsonTest {

  private static final LayerView VIEW =
      Views.of(
          Views.declare(Cql2TextTest.YAML),
          Viewer.ANONYMOUS,
          List.of(
              new Views.Item(
                  "a",
                  Shapes.point(1, 1),
                  Map.of("name", "Stra\u00dfe", "pipes", 3L, "flow", 2.5, "closed", true)),
              new Views.Item(
                  "b",
                  Shapes.point(2, 2),
                  Map.of("name", "50%", "pipes", 1L, "found_on", "2021-05-06", "closed", false)),
              new Views.Item("c", Shapes.point(170, 3), Map.of("found_on", "2022-01-01"))));

  private static String kept(String json) {
    IntPredicate keep = Cql2.json(VIEW, "filter", json, CoordinateSystem.CGCS2000);
    StringBuilder ids = new StringBuilder();
    IntStream.range(0, VIEW.size()).filter(keep).forEach(row -> ids.append(VIEW.id(row)));
    return ids.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'op':'=','args':[{'property':'pipes'},3]}|a",
        "{'op':'>','args':[{'property':'flow'},2.4]}|a",
        "{'op':'<=','args':[1,{'property':'pipes'}]}|ab",
        "{'op':'and','args':[{'op':'=','args':[{'property':'closed'},true]},{'property':'closed'}]}|a",
        "{'op':'or','args':[{'op':'not','args':[{'property':'closed'}]},{'property':'closed'}]}|ab",
        "{'op':'isNull','args':[{'property':'pipes'}]}|c",
        "{'op':'not','args':[{'op':'isNull','args':[{'property':'geometry'}]}]}|abc",
        "{'op':'like','args':[{'property':'name'},'%\\\\%']}|b",
        "{'op':'like','args':[{'op':'casei','args':[{'property':'name'}]},"
            + "{'op':'casei','args':['STRASS%']}]}|a",
        "{'op':'between','args':[{'property':'pipes'},2,4]}|a",
        "{'op':'in','args':[{'property':'pipes'},[1,2]]}|b",
        "{'op':'=','args':[{'op':'+','args':[{'property':'pipes'},1]},{'op':'*','args':[2,2]}]}|a",
        "{'op':'=','args':[{'property':'found_on'},{'date':'2021-05-06'}]}|b",
        "{'op':'=','args':[{'property':'found_on'},{'timestamp':'2021-05-06T20:00:00Z'}]}|b",
        "{'op':'t_after','args':[{'property':'found_on'},{'date':'2021-05-06'}]}|c",
        "{'op':'t_finishedBy','args':[{'interval':['..',{'property':'found_on'}]},"
            + "{'interval':['2021-01-01','2022-01-01']}]}|c",
        "{'op':'s_intersects','args':[{'property':'geometry'},{'bbox':[0,0,1,1]}]}|a",
        "{'op':'s_intersects','args':[{'property':'geometry'},{'bbox':[0,0,-9,1,1,9]}]}|a",
        "{'op':'s_within','args':[{'property':'geom'},{'bbox':[160,0,1.5,4]}]}|ac",
        "{'op':'s_intersects','args':[{'type':'Polygon',"
            + "'coordinates':[[[0,0],[3,0],[3,3],[0,3],[0,0]]]},{'property':'geometry'}]}|ab",
        "{'op':'s_intersects','args':[{'property':'geometry'},{'type':'GeometryCollection',"
            + "'geometries':[{'type':'Point','coordinates':[2,2]},"
            + "{'type':'LineString','coordinates':[[169,3],[171,3]]}]}]}|bc",
        "{'op':'<','args':[{'op':'distance','args':[{'property':'geometry'},"
            + "{'type':'Point','coordinates':[1,1]}]},157000]}|ab",
        "true|abc"
      })
  void isUnderstood(String json, String expected) {
    assertThat(kept(json.replace('\'', '"'))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{|`''`|not JSON",
        "[1] 2|`''`|not JSON",
        "null|`''`|isNull",
        "3|`''`|is a number and no condition",
        "[]|`''`|a list is for IN",
        "{}|`''`|an object here has op, property",
        "{'op':'and','args':[true]}|`''`|joins two conditions or more",
        "{'op':'=','args':[{'property':'pipes'},'3']}|/args/1|cannot be compared with a number",
        "{'op':'=','args':[{'property':'tip'},'3']}|/args/0|no field 'tip'",
        "{'op':'=','args':[{'property':7},'3']}|/args/0/property|text is expected",
        "{'op':'=','args':[{'property':'pipes'},1e999]}|/args/1|too large",
        "{'op':'=','args':[{'property':'pipes'}]}|`''`|takes 2 arguments, not 1",
        "{'op':'=','args':3}|/args|an array",
        "{'op':'='}|/args|an array",
        "{'op':3,'args':[]}|/op|text is expected",
        "{'op':'upper','args':[1]}|`''`|no function 'upper'",
        "{'op':'in','args':[{'property':'pipes'},3]}|/args/1|IN needs a list",
        "{'op':'in','args':[{'property':'pipes'},[]]}|/args/1|IN needs a list",
        "{'op':'in','args':[{'property':'pipes'},[1,'a']]}|/args/1/1|cannot be compared",
        "{'op':'=','args':[{'property':'found_on'},{'date':'2021-02-30'}]}|/args/1/date|no day",
        "{'op':'t_after','args':[{'property':'found_on'},{'interval':['2021-01-01']}]}"
            + "|/args/1/interval|an array of two",
        "{'op':'t_during','args':[{'property':'found_on'},{'interval':['..','..']}]}"
            + "|/args/0|T_DURING takes intervals",
        "{'op':'s_touches','args':[{'property':'geometry'},{'bbox':[1,2,3]}]}|/args/1|four numbers",
        "{'op':'s_touches','args':[{'property':'geometry'},{'bbox':7}]}|/args/1|four numbers",
        "{'op':'s_touches','args':[{'property':'geometry'},{'bbox':['a',2,3,4]}]}"
            + "|/args/1/bbox|four or six numbers",
        "{'op':'s_touches','args':[{'property':'geometry'},{'type':'Point','coordinates':[1]}]}"
            + "|/args/1|$.coordinates: a position has at least 2 numbers",
        "{'op':'s_touches','args':[{'property':'geometry'},{'type':'Point','coordinates':[]}]}"
            + "|/args/1|empty",
        "{'op':'s_touches','args':[{'property':'geometry'},"
            + "{'type':'Point','coordinates':[90,180]}]}|/args/1|latitude -90 to 90",
        "{'op':'=','args':[{'property':'\\ud83d'},1]}|/args/0|no field '\ufffd'"
      })
  void isRefusedWithAPointer(String json, String pointer, String message) {
    ProblemException problem =
        Objects.requireNonNull(
            catchThrowableOfType(ProblemException.class, () -> kept(json.replace('\'', '"'))),
            json);
    assertThat(problem.status().value()).isEqualTo(400);
    assertThat(problem).hasMessageContaining(message);
    assertThat(Objects.requireNonNull(problem.toBody(null).getProperties()))
        .containsEntry("parameter", "filter")
        .containsEntry("pointer", pointer.replace("''", ""));
  }

  @Test
  void deepNestingIsRefused() {
    for (int depth : new int[] {60, 5_000, 150_000}) {
      String nested = "{\"op\":\"not\",\"args\":[".repeat(depth) + "true" + "]}".repeat(depth);
      if (nested.length() <= Cql2.LONGEST) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> kept(nested))).isNotNull();
      }
      assertThat(catchThrowableOfType(ProblemException.class, () -> kept("[".repeat(depth))))
          .isNotNull();
    }
  }
}

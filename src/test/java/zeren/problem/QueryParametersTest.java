package zeren.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

  private static QueryParameters given(String name, String... values) {
    return new QueryParameters(Map.of(name, values));
  }

  private static void assertRefused(String parameter, String words, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.status().value()).isEqualTo(400);
              assertThat(problem.toBody("/x").getProperties())
                  .containsEntry("parameter", parameter);
            })
        .hasMessageContaining(words);
  }

  @Test
  void anUnknownParameterIsNamedTogetherWithTheKnownOnes() {
    QueryParameters parameters = given("raduis", "1");
    assertRefused(
        "raduis", "Known here: radius, at", () -> parameters.allowOnly(List.of("radius", "at")));
    assertRefused("raduis", "takes none", () -> parameters.allowOnly(List.of()));
  }

  @Test
  void parameterNamesAreCaseSensitive() {
    assertRefused("AT", "Unknown parameter 'AT'", () -> given("AT", "1").allowOnly(List.of("at")));
  }

  @Test
  void knownParametersMayBeMissing() {
    given("at", "x").allowOnly(List.of("at", "radius"));
    new QueryParameters(Map.of()).allowOnly(List.of());
  }

  @Test
  void aMissingValueIsNull() {
    assertThat(given("a", "1").findText("b")).isNull();
    assertThat(new QueryParameters(Map.of("b", new String[0])).findText("b")).isNull();
  }

  @Test
  void textIsTrimmed() {
    assertThat(given("a", "  中原 区 ").findText("a")).isEqualTo("中原 区");
  }

  @Test
  void repeatedAndEmptyValuesAreRefusedByEveryReader() {
    List<Consumer<QueryParameters>> readers =
        List.of(
            p -> p.findText("a"),
            p -> p.list("a"),
            p -> p.choice("a", List.of("x"), "x"),
            p -> p.findNumber("a", "metres"),
            p -> p.findNumber("a", 0, 1, "metres"),
            p -> p.wholeNumber("a", 0, 1, 0),
            p -> p.findDate("a"));
    for (Consumer<QueryParameters> reader : readers) {
      assertRefused("a", "2 times", () -> reader.accept(given("a", "x", "x")));
      assertRefused("a", "is empty", () -> reader.accept(given("a", "")));
      assertRefused("a", "is empty", () -> reader.accept(given("a", " \t ")));
    }
  }

  @Test
  void listsAreSplitTrimmedAndWithoutDuplicates() {
    assertThat(given("a", "x, y,x").list("a")).containsExactly("x", "y");
    assertThat(given("a", "x").list("b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "x,", ",x", "x,,y", "x, ,y"})
  void emptyEntriesOfAListAreRefused(String list) {
    assertRefused("a", "empty entry", () -> given("a", list).list("a"));
  }

  @Test
  void aChoiceIsOneOfItsWordsExactly() {
    List<String> allowed = List.of("json", "csv");
    assertThat(given("f", "csv").choice("f", allowed, "json")).isEqualTo("csv");
    assertThat(given("g", "csv").choice("f", allowed, "json")).isEqualTo("json");
    assertRefused("f", "one of json, csv", () -> given("f", "CSV").choice("f", allowed, "json"));
    assertThatThrownBy(() -> given("f", "xml").choice("f", allowed, "json"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.toBody(null).getProperties()).containsEntry("allowed", allowed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e999",
        "-1e999",
        "1d",
        "1f",
        "0x1p3",
        "1,5",
        "1_000",
        "１２",
        "1 2",
        "--1",
        "1e",
        ".",
        "+"
      })
  void whatIsNoFiniteDecimalNumberIsRefused(String text) {
    assertRefused(
        "r", "must be a number (metres)", () -> given("r", text).findNumber("r", "metres"));
    assertRefused(
        "r", "must be a number (metres)", () -> given("r", text).findNumber("r", 1, 10, "metres"));
  }

  @Test
  void numbersKeepTheirValueAndBoundsAreIncluded() {
    assertThat(given("r", "+1.5e3").findNumber("r", "metres")).hasValue(1500);
    assertThat(given("r", "1").findNumber("r", 1, 10, "metres")).hasValue(1);
    assertThat(given("r", "10").findNumber("r", 1, 10, "metres")).hasValue(10);
    assertThat(given("x", "10").findNumber("r", 1, 10, "metres")).isEmpty();
    assertThat(given("x", "10").findNumber("r", "metres")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.999", "10.0001", "1e308"})
  void numbersOutOfBoundsAreToldTheBounds(String text) {
    assertRefused(
        "r",
        "is " + text + "; it must be from 1 to 10 metres",
        () -> given("r", text).findNumber("r", 1, 10, "metres"));
  }

  @Test
  void wholeNumbersAreWhole() {
    assertThat(given("n", "3").wholeNumber("n", 1, 5, 2)).isEqualTo(3);
    assertThat(given("n", "3.0").wholeNumber("n", 1, 5, 2)).isEqualTo(3);
    assertThat(given("m", "3").wholeNumber("n", 1, 5, 2)).isEqualTo(2);
    assertRefused("n", "whole number", () -> given("n", "2.5").wholeNumber("n", 1, 5, 2));
    assertRefused("n", "from 1 to 5", () -> given("n", "6").wholeNumber("n", 1, 5, 2));
    assertRefused(
        "n",
        "from 0 to 2147483647",
        () -> given("n", "2147483648").wholeNumber("n", 0, Integer.MAX_VALUE, 2));
  }

  @Test
  void daysExistInTheCalendar() {
    assertThat(given("at", "2020-02-29").findDate("at")).isEqualTo(LocalDate.of(2020, 2, 29));
    assertThat(given("x", "y").findDate("at")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-02-30",
        "2019-02-29",
        "2018-13-01",
        "2018-1-1",
        "20180101",
        "2018-01-01T00:00:00",
        "today",
        "01.02.2018",
        "2018-00-10",
        "-"
      })
  void daysThatDoNotExistAreRefused(String text) {
    assertRefused("at", "a day that exists", () -> given("at", text).findDate("at"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-01-01", "-0001-01-01", "+10000-01-01", "+999999999-12-31"})
  void daysOutsideFourDigitYearsAreRefused(String text) {
    assertRefused("at", "0001 to 9999", () -> given("at", text).findDate("at"));
  }
}

package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The places of {@code src/test/resources/responsibility/地点.md} get the answers it writes. */
class ResponsibilityTableTest {

  private static final List<TownPlace> PLACES = TownPlace.readAll();
  private static final TownFiles TOWN = new TownFiles();

  private final Map<LocalDate, ResponsibilityMap> maps = new HashMap<>();

  private ResponsibilityMap on(LocalDate day) {
    return maps.computeIfAbsent(day, TOWN::map);
  }

  @TestFactory
  Stream<DynamicTest> theAnswerIsTheOneOfTheTable() {
    return PLACES.stream().map(place -> DynamicTest.dynamicTest(place.title(), () -> check(place)));
  }

  private void check(TownPlace place) {
    ResponsibilityMap map = on(place.day());
    Answers answers = place.ask(map);
    List<String> got =
        AnswerText.of(place.isForThePublic() ? answers.forThePublic(map::isPublic) : answers);
    assertThat(AnswerText.comparable(got))
        .as(AnswerText.sideBySide(place.expected(), got))
        .isEqualTo(AnswerText.comparable(place.expected()));
  }

  @Test
  void noPlaceOfTheTableIsSkipped() {
    long headings = TownFiles.read("地点.md").lines().filter(line -> line.startsWith("### ")).count();
    assertThat(PLACES).hasSize((int) headings).hasSizeGreaterThan(60);
    for (int i = 0; i < PLACES.size(); i++) {
      assertThat(PLACES.get(i).title()).startsWith(i + 1 + " ");
    }
  }

  /** Whatever is asked anywhere: reasons in words included. */
  @Test
  void thePublicNeverReadsWhoIsNotPublished() {
    List<String> secrets = TOWN.secrets();
    assertThat(secrets).contains("督导员201", "000-0200-0130", "000-0003-0010", "建筑公司一");
    for (TownPlace place : PLACES) {
      ResponsibilityMap map = on(place.day());
      Answers shown = place.ask(map).forThePublic(map::isPublic);
      String all = shown.toString() + shown.answers().stream().map(Answer::because).toList();
      String withoutTheObject = all.substring(all.indexOf("answers="));
      assertThat(withoutTheObject).as(place.title()).doesNotContain(secrets);
    }
  }
}

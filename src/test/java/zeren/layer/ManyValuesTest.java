package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManyValuesTest {

  private final LayerField field =
      Views.declare(
              """
              id: duty
              title: {zh: 责任, en: Duty}
              geometry: None
              visibility: public
              name: topics
              fields:
                - name: topics
                  type: text
                  many: true
                  title: {zh: 领域, en: Topics}
                  values: {dust: {zh: 扬尘, en: Dust}, water: {zh: 水, en: Water}, soil: {zh: 土壤, en: Soil}}
              """)
          .findField("topics")
          .orElseThrow();

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a；b", "a、b", "a，b", "a,b", " a ; b ;", ";;a,b"})
  void isSplitAtWhateverPeopleWriteBetween(String written) {
    assertThat(ManyValues.split(written)).containsExactly("a", "b");
  }

  @Test
  void isJoinedInTheDeclaredOrderEachOnceAndWhatIsNotAllowedLast() {
    assertThat(ManyValues.join(field, List.of("soil", "dust", "soil"))).isEqualTo("dust;soil");
    assertThat(ManyValues.join(field, List.of("smoke", "water"))).isEqualTo("water;smoke");
  }

  @ParameterizedTest
  @CsvSource({
    "dust, true",
    "dust;soil, true",
    "dust;water;soil, true",
    "soil;dust, false",
    "dust;dust, false",
    "dust;, false",
    "'', false",
    "smoke, false",
    "dust;smoke, false",
    "dust; soil, false"
  })
  void onlyTheJoinedTextIsAStoredValue(String text, boolean stored) {
    assertThat(ManyValues.isJoined(field, text)).isEqualTo(stored);
  }
}

package zeren.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonContentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{\"a\": 1, \"b\": [1, 2]} | {\"b\":[1,2],\"a\":1}",
        "{\"a\":1.0} | {\"a\":1}",
        "{\"a\":1e2} | {\"a\":100}",
        "{\"a\":-0.0} | {\"a\":0}",
        "{\"a\":0.1000} | {\"a\":0.1}",
        "\"\\u4e2d\" | \"中\"",
        "{\"a\":{\"c\":null,\"b\":true}} | {\"a\":{\"b\":true,\"c\":null}}"
      })
  void whatSaysTheSameIsWrittenTheSame(String one, String other) {
    assertThat(JsonContent.of(one)).isEqualTo(JsonContent.of(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "[1,2] | [2,1]",
        "{\"a\":1} | {\"a\":\"1\"}",
        "{\"a\":null} | {}",
        "{\"a\":0.1} | {\"a\":0.10000000000000001}",
        "9007199254740993 | 9007199254740992",
        "[[1],2] | [1,[2]]",
        "true | \"true\"",
        "[] | {}"
      })
  void whatSaysAnotherThingIsWrittenInAnotherWay(String one, String other) {
    assertThat(JsonContent.of(one)).isNotEqualTo(JsonContent.of(other));
  }
}

package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "面积（m²）|面积",
        "面积(m2)|面积",
        "Area [m²]|area",
        "＊项目名称|项目名称",
        "* 项目 名称 *|项目名称",
        "site_name|sitename",
        "Site-Name:|sitename",
        "经度【高德】|经度",
        "1.名称|1名称",
        "“类型”|类型"
      })
  void headingsLoseTheirDecoration(String heading, String key) {
    assertThat(Wording.headingKey(heading)).isEqualTo(key);
  }

  @Test
  void aHeadingThatIsAllDecorationStaysItself() {
    assertThat(Wording.headingKey("(m)")).isEqualTo("(m)");
    assertThat(Wording.headingKey("***")).isEqualTo("***");
  }

  @Test
  void keysForgetCaseWidthAndSpaces() {
    assertThat(Wording.key(" Ａ 类\u3000")).isEqualTo("a类");
    assertThat(Wording.key("金\u00a0水\u200b区")).isEqualTo("金水区");
    assertThat(Wording.key("\ufeff编号")).isEqualTo("编号");
  }

  @Test
  void plainTextKeepsItsCase() {
    assertThat(Wording.plain("  Site\t\n Name ")).isEqualTo("Site Name");
  }
}

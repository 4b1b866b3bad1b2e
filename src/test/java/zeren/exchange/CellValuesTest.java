package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.layer.LayerField;
import zeren.layer.Views;

class CellValuesTest {

  private static LayerField field(String declared) {
    return Views.declare(
            """
            id: thing
            title: {zh: 物, en: Thing}
            geometry: Point
            visibility: public
            name: name
            fields:
              - {name: name, type: text, title: {zh: 名称, en: Name}}
              - {name: it, title: {zh: 它, en: It}, %s}
            drawing: {order: 1, style: {size: 1}}
            """
                .formatted(declared))
        .findField("it")
        .orElseThrow();
  }

  private static CellValues values(String declared) {
    return new CellValues(field(declared));
  }

  private static CellValues siteType() {
    return new CellValues(Rows.layer("site").findField("type").orElseThrow());
  }

  private static RowFault fault(CellValues values, Object given) {
    return catchThrowableOfType(CellException.class, () -> values.read(given)).in("it", given);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demolition", "Demolition", "拆迁", " 拆 迁 ", "DEMOLITION"})
  void anAllowedValueMayBeCalledByItsKeyOrEitherTitle(String text) throws CellException {
    assertThat(siteType().read(text)).isEqualTo("demolition");
  }

  @ParameterizedTest
  @ValueSource(strings = {"水、扬尘", "dust;water", "Water, Dust", "扬尘；水；扬尘", "水，dust"})
  void severalValuesAreOneTextInTheDeclaredOrder(String text) throws CellException {
    CellValues topics = new CellValues(Rows.layer("assignment").findField("topics").orElseThrow());
    assertThat(topics.read(text)).isEqualTo("dust;water");
  }

  @Test
  void ofSeveralValuesEachIsLookedAt() {
    CellValues topics = new CellValues(Rows.layer("assignment").findField("topics").orElseThrow());
    assertThat(fault(topics, "水、扬沙").suggestions()).contains("扬尘");
    assertThat(fault(topics, ";；").reason()).contains("must name one or more");
  }

  @Test
  void aClassIsFoundWhateverItsWidthAndSpaces() throws CellException {
    CellValues classes = new CellValues(Rows.layer("site").findField("class").orElseThrow());
    assertThat(classes.read("Ａ类")).isEqualTo("A");
    assertThat(classes.read("a")).isEqualTo("A");
    assertThat(classes.read("Class B")).isEqualTo("B");
  }

  @Test
  void anUnknownValueIsRefusedWithTheNearestAllowedOnes() {
    RowFault fault = fault(siteType(), "拆迁工程");
    assertThat(fault.reason()).startsWith("must be one of 房屋建筑, 拆迁, 交通工程");
    assertThat(fault.suggestions().get(0)).isEqualTo("拆迁");
    assertThat(fault(siteType(), "bilding").suggestions()).first().isEqualTo("Building");
    assertThat(fault(siteType(), "x").suggestions()).isEmpty();
  }

  @Test
  void textKeepsTheDigitsOfANumber() throws CellException {
    CellValues text = values("type: text");
    assertThat(text.read(410105L)).isEqualTo("410105");
    assertThat(text.read(4.10105E11)).isEqualTo("410105000000");
    assertThat(text.read(0.5)).isEqualTo("0.5");
    assertThat(text.read("  黄河路  ")).isEqualTo("黄河路");
    assertThat(text.read(LocalDate.of(2018, 3, 1))).isEqualTo("2018-03-01");
    assertThat(text.read(true)).isEqualTo("true");
  }

  @Test
  void everyTypeHasItsJavaType() throws CellException {
    assertThat(values("type: integer").read("7")).isEqualTo(7L);
    assertThat(values("type: number, unit: m").read("7.5 m")).isEqualTo(7.5);
    assertThat(values("type: date").read("2018/3/1")).isEqualTo("2018-03-01");
    assertThat(values("type: boolean").read(true)).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"是", "有", "yes", "TRUE", "1", "√", "Y"})
  void yesIsTrue(String text) throws CellException {
    assertThat(values("type: boolean").read(text)).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"否", "无", "No", "false", "0", "×"})
  void noIsFalse(String text) throws CellException {
    assertThat(values("type: boolean").read(text)).isEqualTo(false);
  }

  @Test
  void perhapsIsNeither() {
    assertThatThrownBy(() -> values("type: boolean").read("可能"))
        .hasMessage("must be yes or no (是 or 否, true or false)");
  }

  @Test
  void blanksAreNothing() {
    assertThat(CellValues.isEmpty(null)).isTrue();
    assertThat(CellValues.isEmpty("  ")).isTrue();
    assertThat(CellValues.isEmpty("-")).isFalse();
    assertThat(CellValues.isEmpty(0L)).isFalse();
  }
}

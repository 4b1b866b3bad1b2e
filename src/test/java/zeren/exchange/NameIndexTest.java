package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameIndexTest {

  private final NameIndex index = new NameIndex("district");

  @BeforeEach
  void enterDistricts() {
    index.add("410105", "金水区", null);
    index.add("410102", "中原区", "中原；中原新区");
    index.add("410171", "郑州高新技术产业开发区", "高新区,高新");
    index.add("410184", "新郑市", null);
    index.add("410122", "中牟县", null);
  }

  private RowFault fault(String given) {
    return catchThrowableOfType(CellException.class, () -> index.resolve(given))
        .in("district", given);
  }

  @ParameterizedTest
  @CsvSource({
    "410105, 410105",
    "金水区, 410105",
    "金水, 410105",
    " 金水 区 , 410105",
    "郑州市金水区, 410105",
    "河南省郑州市金水区, 410105",
    "金水区人民政府, 410105",
    "中原新区, 410102",
    "中原, 410102",
    "高新区, 410171",
    "高新区管委会, 410171",
    "高新技术产业开发区, 410171",
    "新郑, 410184",
    "中牟, 410122"
  })
  void findsAnAreaByWhatPeopleCallIt(String given, String id) throws CellException {
    assertThat(index.resolve(given)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"惠济区", "区", "郑", "不详", "410199"})
  void refusesAnUnknownName(String given) {
    assertThat(fault(given).reason()).isEqualTo("layer 'district' has no feature of this name");
  }

  @Test
  void layersAreFoundByIdAndTitle() throws CellException {
    NameIndex layers = NameIndex.of(Readers.declarations().all());
    assertThat(layers.resolve("site")).isEqualTo("site");
    assertThat(layers.resolve("施工工地")).isEqualTo("site");
    assertThat(layers.resolve("工地")).isEqualTo("site");
    assertThat(layers.resolve("Main road")).isEqualTo("road");
    assertThatThrownBy(() -> layers.resolve("工厂")).hasMessage("is no layer");
  }

  @Test
  void suggestsTheNamesThatAreSpeltAlike() {
    assertThat(fault("金永区").suggestions()).first().isEqualTo("金水区");
    assertThat(fault("中牟区县").suggestions()).contains("中牟县");
  }

  @Test
  void aNameThatMayMeanTwoIsRefusedWithBoth() {
    index.add("a", "和平里街道", null);
    index.add("b", "和平里镇", null);
    assertThatThrownBy(() -> index.resolve("和平里"))
        .hasMessage("may mean 2 features of layer 'district'");
    assertThat(fault("和平里").suggestions()).containsExactly("和平里街道", "和平里镇");
  }

  @Test
  void theWholeNameGoesBeforeAShortenedOne() throws CellException {
    index.add("town", "金水镇", null);
    assertThat(index.resolve("金水区")).isEqualTo("410105");
    assertThat(index.resolve("金水镇")).isEqualTo("town");
    assertThatThrownBy(() -> index.resolve("金水")).isInstanceOf(CellException.class);
  }

  @Test
  void whatAFeatureWasCalledBeforeLeadsToIt() throws CellException {
    index.add("410105", "老金水区", null);
    assertThat(index.resolve("老金水区")).isEqualTo("410105");
    assertThat(fault("老金永区").suggestions()).doesNotContain("老金水区");
  }

  @Test
  void givesUpSearchingForAlikeNamesInAFileFullOfUnknownOnes() {
    for (int i = 0; i < 2_000; i++) {
      assertThat(fault("金永区" + i).reason()).contains("no feature of this name");
    }
    assertThat(fault("金永区").suggestions()).isEmpty();
  }
}

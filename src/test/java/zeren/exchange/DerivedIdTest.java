package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import zeren.Shapes;

class DerivedIdTest {

  private static String of(String name, double lon, double lat) {
    return DerivedId.of("site", name, Shapes.point(lon, lat));
  }

  /**
   * {@code printf '黄河路工地|113.6253|34.7466' | sha256sum | cut -c-64 | xxd -r -p | base32 | cut
   * -c-12}, in lower case.
   */
  @Test
  void inATableItIsOfTheNameAlone() {
    assertThat(DerivedId.of("unit", "城 管局"))
        .isEqualTo(DerivedId.of("unit", "城管局"))
        .startsWith("unit-")
        .isNotEqualTo(DerivedId.of("unit", "城建局"));
  }

  @Test
  void isWhatTheDocumentationSays() {
    assertThat(of("黄河路工地", 113.62531, 34.74657)).isEqualTo("site-n462jzj6p54r");
  }

  @Test
  void isTheSameHoweverTheNameIsTyped() {
    assertThat(of("Ａ 区 工地", 113.6, 34.7)).isEqualTo(of("a区工地", 113.6, 34.7));
  }

  @Test
  void bearsTheNoiseOfARepeatedMeasurement() {
    assertThat(of("工地", 113.62530000001, 34.7)).isEqualTo(of("工地", 113.6253, 34.7));
  }

  @Test
  void anotherNamePlaceOrLayerIsAnotherId() {
    String one = of("工地", 113.6, 34.7);
    assertThat(of("工地二", 113.6, 34.7)).isNotEqualTo(one);
    assertThat(of("工地", 113.6002, 34.7)).isNotEqualTo(one);
    assertThat(of("工地", 34.7, 113.6)).isNotEqualTo(one);
    assertThat(DerivedId.of("enterprise", "工地", Shapes.point(113.6, 34.7)))
        .startsWith("enterprise-")
        .isNotEqualTo(one);
  }

  @Test
  void anAreaIsToldByAPointInside() {
    String id = DerivedId.of("district", "区", Shapes.rectangle(113, 34, 114, 35));
    assertThat(id).matches("district-[a-z2-7]{12}");
    assertThat(DerivedId.of("district", "区", Shapes.rectangle(113, 34, 114, 35))).isEqualTo(id);
  }
}

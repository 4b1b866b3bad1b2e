package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingWordsTest {

  private final HeadingWords words = new HeadingWords(Rows.layer("site"));

  @ParameterizedTest
  @CsvSource({
    "名称, name",
    "Name, name",
    "工程名称, name",
    "台账监管部门, department_recorded",
    "DISTRICT ON RECORD, district_recorded",
    "行政区, district_recorded",
    "source, source",
    "统一社会信用代码, @id",
    "FID, @id",
    "高德经度, @lon",
    "GPS纬度, @lat",
    "Easting, @lon",
    "点位坐标, @lonlat",
    "latlng, @latlon",
    "the_geom, @wkt"
  })
  void knowsWordsInBothLanguages(String heading, String target) {
    assertThat(words.find(heading)).contains(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"序号", "No.", "面积", "开工日期", "联系人", ""})
  void doesNotPretendToKnowOthers(String heading) {
    assertThat(words.find(heading)).isEmpty();
  }

  @Test
  void theEndOfAHeadingMayBeATitle() {
    assertThat(words.findByEnding("建设项目备注")).contains("note");
    assertThat(words.findByEnding("备注人")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "高德经度, gcj02",
    "经度(GCJ-02), gcj02",
    "火星坐标系经度, gcj02",
    "百度坐标, bd09",
    "lng_bd09, bd09",
    "GPS经度, wgs84",
    "经度(WGS84), wgs84",
    "X坐标（CGCS2000）, cgcs2000",
    "国家大地2000坐标, cgcs2000"
  })
  void aHeadingMayNameACoordinateSystem(String heading, String code) {
    assertThat(HeadingWords.findDatum(heading)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"经度", "Longitude", "坐标"})
  void mostHeadingsNameNone(String heading) {
    assertThat(HeadingWords.findDatum(heading)).isEmpty();
  }
}

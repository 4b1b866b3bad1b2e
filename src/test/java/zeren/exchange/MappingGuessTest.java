package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import zeren.exchange.Rows.Sheet;

class MappingGuessTest {

  private static Map<String, @Nullable String> guess(String layer, String csv) {
    return Rows.csv(csv).guess(layer).columns();
  }

  @Test
  void knowsTheHeadingsOfAContractorsList() {
    assertThat(
            guess(
                "site",
                """
                序号,工地编号,项目名称,工程类型,管理类别,所属区县,监管部门,经度,纬度,备注
                1,S1,甲,拆迁,A类,金水区,城建局,113.6,34.7,无
                """))
        .isEqualTo(
            Map.of(
                "工地编号", "@id",
                "项目名称", "name",
                "工程类型", "type",
                "管理类别", "class",
                "所属区县", "district_recorded",
                "监管部门", "department_recorded",
                "经度", "@lon",
                "纬度", "@lat",
                "备注", "note"));
  }

  @Test
  void knowsSinceWhenAndUntilWhenRowsAreSo() {
    assertThat(guess("person", "姓名,所在单位,任期起,任期止\n网格长001,城管局,2020-01-01,2021-12-31\n"))
        .isEqualTo(Map.of("姓名", "name", "所在单位", "unit", "任期起", "@valid_from", "任期止", "@last_day"));
    assertThat(guess("unit", "id,name,kind,valid_from,valid_to,last_day\na,b,bureau,,,\n"))
        .isEqualTo(
            Map.of(
                "id", "@id",
                "name", "name",
                "kind", "kind",
                "valid_from", "@valid_from",
                "valid_to", "@valid_to"));
    assertThat(guess("station", "站点名称,经度,纬度,生效日期,截止日期\n甲,113.6,34.7,2020-01-01,\n"))
        .containsEntry("生效日期", "@valid_from")
        .containsEntry("截止日期", "@last_day");
  }

  @Test
  void seesNoPositionsInATable() {
    assertThat(guess("unit", "单位名称,x,y,坐标\n甲,113.61234,34.71234,\"113.6,34.7\"\n"))
        .isEqualTo(Map.of("单位名称", "name"));
  }

  @Test
  void knowsEnglishHeadings() {
    assertThat(
            guess(
                "site",
                """
                ID,Project Name,Type,CLASS,District,Longitude,Latitude,Remarks
                S1,A,road,A,x,113.6,34.7,-
                """))
        .isEqualTo(
            Map.of(
                "ID", "@id",
                "Project Name", "name",
                "Type", "type",
                "CLASS", "class",
                "District", "district_recorded",
                "Longitude", "@lon",
                "Latitude", "@lat",
                "Remarks", "note"));
  }

  @Test
  void looksThroughUnitsStarsAndUnderscores() {
    assertThat(
            guess(
                "site",
                """
                *工地名称（必填）,LNG(°),LAT(°),district_recorded,工地类型【选填】
                甲,113.6,34.7,x,拆迁
                """))
        .isEqualTo(
            Map.of(
                "*工地名称（必填）", "name",
                "LNG(°)", "@lon",
                "LAT(°)", "@lat",
                "district_recorded", "district_recorded",
                "工地类型【选填】", "type"));
  }

  @Test
  void theEndOfAHeadingIsEnoughWhenItIsTheOnlyOne() {
    assertThat(guess("site", "施工标段名称,经度,纬度\n甲,113.6,34.7\n")).containsEntry("施工标段名称", "name");
    assertThat(guess("site", "标段名称,街道名称,经度,纬度\n甲,乙,113.6,34.7\n"))
        .doesNotContainKeys("标段名称", "街道名称");
  }

  @Test
  void theFirstOfTwoColumnsThatSayTheSameIsTaken() {
    assertThat(guess("site", "项目名称,工程名称,经度,纬度\n甲,乙,113.6,34.7\n"))
        .containsEntry("项目名称", "name")
        .doesNotContainKey("工程名称");
  }

  @Test
  void aNumberedListIsNoKey() {
    assertThat(guess("site", "序号,名称,经度,纬度\n1,甲,113.6,34.7\n")).doesNotContainValue("@id");
  }

  @Test
  void findsUnnamedCoordinatesByTheirValues() {
    assertThat(
            guess(
                "site",
                """
                名称,位置甲,位置乙,栋数
                甲,34.7412,113.6231,12
                乙,34.7544,113.6318,30
                丙,34.7601,113.6455,9
                """))
        .containsEntry("位置甲", "@lat")
        .containsEntry("位置乙", "@lon")
        .doesNotContainKey("栋数");
  }

  @Test
  void headingsThatAreTheWrongWayRoundAreSetRight() {
    assertThat(guess("site", "名称,经度,纬度\n甲,34.7412,113.6231\n乙,34.7544,113.6318\n"))
        .containsEntry("经度", "@lat")
        .containsEntry("纬度", "@lon");
  }

  @Test
  void surveyorsXAndYAreSetRightToo() {
    assertThat(guess("site", "名称,X,Y\n甲,3845122.1,465233.8\n乙,3845998.7,465871.2\n"))
        .containsEntry("X", "@lat")
        .containsEntry("Y", "@lon");
    assertThat(guess("site", "名称,X,Y\n甲,38465233.8,3845122.1\n"))
        .containsEntry("X", "@lon")
        .containsEntry("Y", "@lat");
  }

  @Test
  void oneColumnMayHoldBoth() {
    assertThat(guess("site", "名称,经纬度\n甲,\"113.62,34.74\"\n")).containsEntry("经纬度", "@lonlat");
    assertThat(guess("site", "名称,坐标\n甲,\"34.74,113.62\"\n")).containsEntry("坐标", "@latlon");
    assertThat(guess("site", "名称,在哪\n甲,113.62 34.74\n")).containsEntry("在哪", "@lonlat");
  }

  @Test
  void degreesMinutesAndSecondsAreSeenToo() {
    assertThat(guess("site", "名称,甲,乙\n甲,113°39′12″,34°45′06″\n乙,113°40′12″,34°46′06″\n"))
        .containsEntry("甲", "@lon")
        .containsEntry("乙", "@lat");
  }

  @Test
  void halfAPairIsNoPlace() {
    assertThat(guess("site", "名称,经度\n甲,113.6231\n")).isEqualTo(Map.of("名称", "name"));
  }

  @Test
  void shapesInTheFileLeaveColumnsOfCoordinatesAlone() throws Exception {
    java.nio.file.Path file = java.nio.file.Files.createTempFile("sites", ".geojson");
    java.nio.file.Files.writeString(
        file,
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","geometry":
          {"type":"Point","coordinates":[113.6,34.7]},
          "properties":{"名称":"甲","经度":113.6,"纬度":34.7}}]}
        """);
    Sheet sheet = Rows.read(file, "sites.geojson");
    assertThat(sheet.description().ownGeometry()).isTrue();
    assertThat(sheet.guess("site").columns()).doesNotContainKeys("经度", "纬度");
  }

  @Test
  void wktGoesBeforeCoordinates() {
    assertThat(guess("site", "名称,WKT,经度,纬度\n甲,POINT (113.6 34.7),113.6,34.7\n"))
        .isEqualTo(Map.of("名称", "name", "WKT", "@wkt"));
  }

  /** A Shapefile cuts names to ten bytes. */
  @Test
  void theReasonOfARefusalIsKnownByTheBeginningOfItsName() {
    assertThat(RefusedFile.isReason("拒绝原")).isTrue();
    assertThat(RefusedFile.isReason("拒绝原因 Reason")).isTrue();
    assertThat(RefusedFile.isReason("拒绝")).isFalse();
    assertThat(RefusedFile.isReason("原因")).isFalse();
  }

  @Test
  void theReasonColumnOfAnEarlierImportIsNotImportedAgain() {
    assertThat(guess("site", "名称,经度,纬度," + RefusedFile.REASON + "\n甲,113.6,34.7,name: x\n"))
        .doesNotContainKey(RefusedFile.REASON);
  }

  @Test
  void theOrderIsThatOfTheFile() {
    Sheet sheet = Rows.csv("纬度,备注,经度,名称\n34.7,x,113.6,甲\n");
    assertThat(List.copyOf(sheet.guess("site").columns().keySet()))
        .containsExactly("纬度", "备注", "经度", "名称");
  }

  @Test
  void fieldsOfTheLayerGoBeforeRoles() {
    assertThat(guess("site", "网格编号,名称,经度,纬度\nW1,甲,113.6,34.7\n"))
        .containsEntry("网格编号", "cell_recorded");
    assertThat(guess("enterprise", "企业名称,行业类别,绩效分级,经度,纬度\n甲,铸造,A 级,113.6,34.7\n"))
        .containsEntry("企业名称", "name")
        .containsEntry("行业类别", "type")
        .containsEntry("绩效分级", "class");
  }
}

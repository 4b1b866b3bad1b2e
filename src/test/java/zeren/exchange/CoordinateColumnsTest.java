package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import zeren.exchange.CoordinateColumns.Pair;
import zeren.exchange.Rows.Sheet;

class CoordinateColumnsTest {

  private static CoordinateColumns of(String csv) {
    Sheet sheet = Rows.csv(csv);
    return new CoordinateColumns(sheet.description().columns(), sheet.rows());
  }

  @Test
  void findsTheNearestPairThatLooksLikeIt() {
    CoordinateColumns columns =
        of("a,b,c,d\n113.6251,甲,34.7412,113.6305\n113.6022,乙,34.7399,113.6129\n");
    assertThat(columns.find(Set.of())).contains(new Pair("d", "c"));
    assertThat(columns.find(Set.of("d"))).contains(new Pair("a", "c"));
    assertThat(columns.find(Set.of("c"))).isEmpty();
  }

  @Test
  void roundNumbersCountSomethingElse() {
    assertThat(of("人数,年龄\n113,34\n120,41\n99,28\n").find(Set.of())).isEmpty();
  }

  @Test
  void aFewWrongValuesDoNotHideAPair() {
    String rows = "113.6251,34.7412\n".repeat(9) + "待定,34.7412\n";
    assertThat(of("a,b\n" + rows).find(Set.of())).contains(new Pair("a", "b"));
    assertThat(of("a,b\n" + rows + "待定,无\n".repeat(9)).find(Set.of())).isEmpty();
  }

  @Test
  void emptyCellsSayNothingAgainstAPair() {
    String rows = "甲,113.6251,34.7412\n".repeat(4) + "乙,,\n".repeat(3);
    assertThat(of("名,a,b\n" + rows).find(Set.of())).contains(new Pair("a", "b"));
  }

  @Test
  void tellsColumnsWithTheOthersValues() {
    CoordinateColumns columns = of("lon,lat\n34.7412,113.6251\n");
    assertThat(columns.areSwapped("lon", "lat")).isTrue();
    assertThat(columns.areSwapped("lat", "lon")).isFalse();
  }

  @Test
  void metresAreToldWithTheZoneInFrontAndWithout() {
    assertThat(of("e,n\n465233.8,3845122.1\n").areSwapped("e", "n")).isFalse();
    assertThat(of("e,n\n3845122.1,465233.8\n").areSwapped("e", "n")).isTrue();
    assertThat(of("e,n\n3845122.1,38465233.8\n").areSwapped("e", "n")).isTrue();
  }

  @Test
  void findsAColumnWithBothInEitherOrder() {
    CoordinateColumns columns =
        of("名,位置,反\n甲,\"113.62,34.74\",\"34.74;113.62\"\n乙,113.6;34.7,34.7 113.6\n");
    assertThat(columns.findCombined(Set.of())).contains("位置");
    assertThat(columns.findCombined(Set.of("位置"))).contains("反");
    assertThat(columns.isLatitudeFirst("位置")).isFalse();
    assertThat(columns.isLatitudeFirst("反")).isTrue();
  }

  @Test
  void anEmptyFileHasNone() {
    CoordinateColumns columns = new CoordinateColumns(List.of("a", "b"), List.of());
    assertThat(columns.find(Set.of())).isEmpty();
    assertThat(columns.findCombined(Set.of())).isEmpty();
    assertThat(columns.areSwapped("a", "b")).isFalse();
  }
}

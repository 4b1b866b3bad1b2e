package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.Shapes;
import zeren.format.TableRow;
import zeren.geo.CoordinateSystem;

class RowCheckTest {

  private static RowCheck check(String layer, References references, String... targets) {
    ColumnPlan plan = Rows.plan(layer, false, targets);
    RowPlaces places =
        new RowPlaces(
            plan, CoordinateSystem.CGCS2000, Map.of(), Rows.layer(layer).geometry(), Extent.CHINA);
    return new RowCheck(Rows.layer(layer), plan, places, references);
  }

  private static RowCheck sites(String... targets) {
    return check("site", new References(), targets);
  }

  @Test
  void collectsEverythingThatIsWrongInARow() {
    CheckedRow checked =
        sites("@id", "name", "type", "class", "@lon", "@lat")
            .check(Rows.row(5, "S,1", " ", "养殖", "A", "0", "0"));
    assertThat(checked.id()).isNull();
    assertThat(checked.place()).isNull();
    assertThat(checked.values()).containsEntry("class", "A").containsEntry("name", null);
    assertThat(checked.faults())
        .extracting(RowFault::field)
        .containsExactly("name", "type", "geometry", "id");
  }

  @Test
  void aRightRowHasNoFaults() {
    CheckedRow checked =
        sites("@id", "name", "type", "@lon", "@lat")
            .check(Rows.row(2, 410105L, "甲", "拆迁", "113.6", 34.7));
    assertThat(checked.faults()).isEmpty();
    assertThat(checked.id()).isEqualTo("410105");
    assertThat(checked.values()).isEqualTo(Map.of("name", "甲", "type", "demolition"));
    assertThat(checked.place()).isNotNull();
  }

  @Test
  void anEmptyCellClearsTheFieldAndAMissingColumnSaysNothing() {
    Map<String, @Nullable Object> values =
        sites("@id", "note", "@lon", "@lat").check(Rows.row(2, "a", "", 113.6, 34.7)).values();
    assertThat(values).containsEntry("note", null).doesNotContainKey("class");
  }

  @Test
  void theSecondRowWithAnIdIsRefusedAndNamesTheFirst() {
    RowCheck check = sites("@id", "name", "type", "@lon", "@lat");
    assertThat(check.check(Rows.row(2, "a", "甲", "拆迁", 113.6, 34.7)).faults()).isEmpty();
    assertThat(check.check(Rows.row(3, "a", "乙", "拆迁", 113.7, 34.8)).faults())
        .containsExactly(RowFault.of("id", "a", "stands already in row 2"));
    assertThat(check.seen().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", ".", "..", "a\u0007b", "a\nb"})
  void refusesIdsThatNoAddressCanHold(String id) {
    CheckedRow checked =
        sites("@id", "name", "type", "@lon", "@lat").check(Rows.row(2, id, "甲", "拆迁", 113.6, 34.7));
    assertThat(checked.id()).isNull();
    assertThat(checked.faults()).extracting(RowFault::field).containsExactly("id");
  }

  @Test
  void refusesIdsThatAreTooLongOrMissing() {
    RowCheck check = sites("@id", "name", "type", "@lon", "@lat");
    assertThat(check.check(Rows.row(2, "x".repeat(201), "甲", "拆迁", 113.6, 34.7)).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.value()).hasSize(101));
    assertThat(check.check(Rows.row(3, null, "甲", "拆迁", 113.6, 34.7)).faults())
        .containsExactly(RowFault.of("id", null, "is missing"));
    assertThat(check.check(Rows.row(4, "x".repeat(200), "甲", "拆迁", 113.6, 34.7)).faults())
        .isEmpty();
  }

  @Test
  void refusesValuesThatNobodyWouldRead() {
    RowCheck check = sites("@id", "name", "type", "note", "@lon", "@lat");
    String longest = "注".repeat(10_000);
    assertThat(check.check(Rows.row(2, "a", "甲", "拆迁", longest, 113.6, 34.7)).faults()).isEmpty();
    assertThat(check.check(Rows.row(3, "b", "甲", "拆迁", longest + "注", 113.6, 34.7)).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("note");
              assertThat(fault.reason()).isEqualTo("is longer than 10,000 characters");
              assertThat(fault.value()).hasSizeLessThan(200);
            });
  }

  @Test
  void aRowWeighsWhatItsCellsAndVerticesTake() {
    assertThat(CheckedRow.weight(Rows.row(2, "abc", null, 4L))).isEqualTo(5);
    assertThat(CheckedRow.weight(Rows.shape(2, Shapes.wkt("LINESTRING (0 0, 1 1, 2 0)"), "a")))
        .isEqualTo(31);
  }

  @Test
  void withoutAnIdNameAndPlaceTellFeaturesApart() {
    RowCheck check = sites("name", "type", "@lon", "@lat");
    CheckedRow first = check.check(Rows.row(2, "甲", "拆迁", 113.6, 34.7));
    assertThat(first.id()).isEqualTo(DerivedId.of("site", "甲", Shapes.point(113.6, 34.7)));
    assertThat(check.check(Rows.row(3, "乙", "拆迁", 113.6, 34.7)).faults()).isEmpty();
    assertThat(check.check(Rows.row(4, " 甲 ", "道路工程", 113.6, 34.7)).faults())
        .extracting(RowFault::reason)
        .containsExactly("stands already in row 2");
  }

  @Test
  void withoutAnIdNoRowGoesWithoutNameOrPlace() {
    RowCheck check = sites("name", "type", "@lon", "@lat");
    assertThat(check.check(Rows.row(2, "甲", "拆迁", null, null)).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("geometry");
              assertThat(fault.reason()).contains("told apart by name and place");
            });
    assertThat(check.check(Rows.row(3, null, "拆迁", 113.6, 34.7)).faults())
        .containsExactly(RowFault.of("name", null, "is missing"));
  }

  @Test
  void namesOfOtherFeaturesBecomeTheirIds() {
    References references = new References();
    NameIndex districts = new NameIndex("district");
    districts.add("410105", "金水区", null);
    references.put("district", districts);
    RowCheck check =
        check("site", references, "@id", "name", "type", "district_recorded", "@lon", "@lat");
    assertThat(check.check(Rows.row(2, "a", "甲", "拆迁", "金水", 113.6, 34.7)).values())
        .containsEntry("district_recorded", "410105");
    assertThat(check.check(Rows.row(3, "b", "乙", "拆迁", "金永区", 113.6, 34.7)).faults())
        .containsExactly(
            RowFault.of(
                "district_recorded",
                "金永区",
                "layer 'district' has no feature of this name",
                java.util.List.of("金水区")));
  }

  @Test
  void aRowThatTheReaderFaultsIsRefusedWithItsReason() {
    TableRow broken =
        new TableRow(7, java.util.List.of("a"), null, "has 1 cell instead of 5", null);
    assertThat(sites("@id", "name", "type", "@lon", "@lat").check(broken).faults())
        .contains(RowFault.of(null, null, "has 1 cell instead of 5"));
  }

  @Test
  void refusesTheCharacterThatNoDatabaseHolds() {
    assertThat(
            sites("@id", "name", "type", "@lon", "@lat")
                .check(Rows.row(2, "a", "甲\0", "拆迁", 113.6, 34.7))
                .faults())
        .extracting(RowFault::reason)
        .containsExactly("holds a NUL character");
  }
}

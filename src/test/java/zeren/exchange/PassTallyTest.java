package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import zeren.Shapes;
import zeren.geo.CoordinateSystem;
import zeren.layer.ChangeWriter.Outcome;

class PassTallyTest {

  private static final Mapping MAPPING = Rows.mapping("x", "@lon", "y", "@lat", "n", "name");

  private final PassTally tally =
      new PassTally(
          new DatumSuspicion(id -> null), Rows.plan("site", false, "name", "district_recorded"));

  private static CheckedRow row(long number, @Nullable Place place, RowFault... repairs) {
    return new CheckedRow(
        Rows.row(number), "a", Map.of(), place, RowPeriod.UNSAID, List.of(), List.of(repairs));
  }

  private static Place place() {
    return new Place(Shapes.point(113.6, 34.7), null, CoordinateSystem.CGCS2000, null);
  }

  private ImportResult result() {
    return tally.result("id", true, MAPPING, "/api/imports/id/refused");
  }

  private void swapped(long row) {
    tally.count(row(row, null));
    tally.refuse(row, List.of(RowFault.of("geometry", "34, 113", PlaceCheck.SWAPPED)));
  }

  @Test
  void everyRowIsCountedOnce() {
    CheckedRow good = row(2, place());
    for (Outcome outcome : Outcome.values()) {
      tally.count(good);
      tally.count(outcome, good);
    }
    tally.count(row(5, null));
    tally.refuse(5, List.of(RowFault.of("name", null, "is missing"), RowFault.of(null, null, "x")));
    tally.close(4);
    ImportResult result = result();
    assertThat(result)
        .extracting(
            ImportResult::rows,
            ImportResult::created,
            ImportResult::changed,
            ImportResult::unchanged,
            ImportResult::refused,
            ImportResult::closed)
        .containsExactly(4L, 1L, 1L, 1L, 1L, 4L);
    assertThat(result.errors()).hasSize(2).extracting(ImportIssue::row).containsOnly(5L);
    assertThat(result.refusedFile()).isEqualTo("/api/imports/id/refused");
  }

  @Test
  void withoutRefusedRowsThereIsNoFileOfThem() {
    assertThat(result().refusedFile()).isNull();
  }

  @Test
  void repairsAreWarnings() {
    CheckedRow mended =
        row(3, place(), RowFault.of("geometry", "self_intersection", "repaired: x"));
    tally.count(mended);
    tally.count(Outcome.CREATED, mended);
    assertThat(result().repaired()).isEqualTo(1);
    assertThat(result().warnings()).singleElement().extracting(ImportIssue::row).isEqualTo(3L);
  }

  @Test
  void aThousandErrorsAreListedAndAllAreCounted() {
    for (int row = 2; row < 3_002; row++) {
      tally.count(row(row, null));
      tally.refuse(row, List.of(RowFault.of("name", null, "is missing")));
    }
    assertThat(result().errors()).hasSize(1_000);
    assertThat(result().refused()).isEqualTo(3_000);
  }

  @Test
  void whatIsWrongInEveryRowIsSaidOnceAndAWayOutOffered() {
    for (int row = 2; row < 3_002; row++) {
      swapped(row);
    }
    ImportResult result = result();
    assertThat(result.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.row()).isZero();
              assertThat(error.reason()).startsWith("in all 3000 rows with a position");
            });
    assertThat(result.offeredMapping())
        .isEqualTo(Rows.mapping("x", "@lat", "y", "@lon", "n", "name"));
  }

  @Test
  void aFewSwappedRowsAreTheRowsFault() {
    swapped(2);
    CheckedRow good = row(3, place());
    tally.count(good);
    tally.count(Outcome.CREATED, good);
    assertThat(result().errors()).singleElement().extracting(ImportIssue::row).isEqualTo(2L);
    assertThat(result().offeredMapping()).isNull();
  }

  @Test
  void shapesOfTheFileCannotBeExchangedByAMapping() {
    swapped(1);
    assertThat(tally.result("id", true, Rows.mapping("n", "name"), "x").offeredMapping()).isNull();
  }

  @Test
  void aWarningForTheWholeFileComesFirst() {
    tally.count(Outcome.CREATED, row(3, place(), RowFault.of("geometry", "x", "repaired: x")));
    tally.warn("nothing was closed");
    assertThat(result().warnings()).extracting(ImportIssue::row).containsExactly(0L, 3L);
  }
}
